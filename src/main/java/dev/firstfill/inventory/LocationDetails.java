package dev.firstfill.inventory;

import dev.firstfill.drugs.Storage;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said of a place where stock is kept. */
@Schema(name = "StockLocationDetails", description = "A place where stock is kept, as somebody enters one.")
public record LocationDetails(
        @NotBlank @OneLine @Size(max = 80) @Schema(examples = "Refrigerator 2", description = "Unique in the pharmacy.")
        String name,

        @NotNull @Schema(description = "Only drugs of this storage class are put here; it never changes.")
        Storage storage,

        @NotNull @Schema(description = "Whether anything may still be put here.")
        Boolean active) {}
