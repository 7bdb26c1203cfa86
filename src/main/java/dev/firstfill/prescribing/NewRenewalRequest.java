package dev.firstfill.prescribing;

import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A wish for another prescription like this one. */
@Schema(description = "A wish for another prescription like this one.")
public record NewRenewalRequest(
        @NotNull RenewalRequester requestedBy,

        @Nullable @OneLine @Size(max = 500) @Schema(description = "Kept sealed.")
        String note) {
    @Override
    public String toString() {
        return "NewRenewalRequest[hidden]";
    }
}
