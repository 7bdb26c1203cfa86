package dev.firstfill.prescribers;

import dev.firstfill.identifiers.UsState;
import dev.firstfill.identifiers.ZipCode;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an office is. */
@Schema(description = "Where an office is.")
public record OfficeAddress(
        @NotBlank @OneLine @Size(max = 100) @Schema(examples = "1 Lake Street")
        String line1,

        @Nullable @OneLine @Size(max = 100) @Schema(examples = "Suite 400")
        String line2,

        @NotBlank @OneLine @Size(max = 60) @Schema(examples = "Chicago")
        String city,

        @NotNull UsState state,
        @NotNull ZipCode zip) {}
