package dev.firstfill.api.dispensing;

import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A box as it is handed over; carrier and service are those of the plan. */
@Schema(description = "A box as it is handed over; carrier and service are those of the shipping plan.")
public record NewShipment(
        @NotBlank @OneLine @Size(max = 60) @Schema(examples = "1Z999AA10123456784", description = "Kept sealed.")
        String trackingNumber) {
    @Override
    public String toString() {
        return "NewShipment[hidden]";
    }
}
