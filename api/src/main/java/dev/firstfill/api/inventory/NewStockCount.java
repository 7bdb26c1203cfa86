package dev.firstfill.api.inventory;

import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be counted. */
@Schema(description = "What is to be counted: all that lies in one place.")
public record NewStockCount(
        @NotBlank
        @OneLine
        @Size(max = 80)
        @Schema(examples = "Refrigerator 2", description = "The stock location's id or name.")
        String location) {}
