package dev.firstfill.api.imports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The file of another system that is going to be sent. */
@Schema(description = "The file of another system that is going to be sent.")
public record NewImport(
        @NotNull
        @Pattern(regexp = "[a-z0-9](-?[a-z0-9]){0,39}")
        @Schema(
                examples = "legacy-rx",
                description = "The other system. Its keys stay known under this name from import to import.")
        String source) {}
