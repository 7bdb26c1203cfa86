package dev.firstfill.api.dispensing;

import dev.firstfill.dispensing.DeliveryException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What went wrong on the way. */
@Schema(description = "What went wrong on the way.")
public record DeliveryTrouble(
        @NotNull DeliveryException reason,

        @Nullable @Size(max = 1000) @Schema(description = "In the caller's words; kept sealed.")
        String note) {
    @Override
    public String toString() {
        return "DeliveryTrouble[" + reason + "]";
    }
}
