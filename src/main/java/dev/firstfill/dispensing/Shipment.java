package dev.firstfill.dispensing;

import dev.firstfill.drugs.Storage;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The box as the carrier knows it.
 *
 * @param trackingNumber sealed, because it leads to where the patient lives
 * @param temperature the box was packed to keep
 */
@Schema(description = "The box as the carrier knows it.")
public record Shipment(
        @NotBlank @OneLine @Size(max = 40) @Schema(examples = "UPS")
        String carrier,

        @NotBlank @OneLine @Size(max = 60) @Schema(examples = "Next Day Air Early")
        String service,

        @NotBlank @OneLine @Size(max = 60) @Schema(examples = "1Z999AA10123456784")
        String trackingNumber,

        @NotNull Storage temperature) {
    @Override
    public String toString() {
        return "Shipment[hidden]";
    }
}
