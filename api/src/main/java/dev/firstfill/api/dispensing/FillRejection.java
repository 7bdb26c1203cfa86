package dev.firstfill.api.dispensing;

import dev.firstfill.dispensing.RejectionReason;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pharmacist's word on what was filled wrongly. */
@Schema(description = "A pharmacist's word on what was filled wrongly.")
public record FillRejection(
        @NotNull RejectionReason reason,

        @Nullable @Size(max = 1000) @Schema(description = "What is wrong, in the pharmacist's words; kept sealed.")
        String note) {
    @Override
    public String toString() {
        return "FillRejection[" + reason + "]";
    }
}
