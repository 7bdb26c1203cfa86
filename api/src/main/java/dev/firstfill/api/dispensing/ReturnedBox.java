package dev.firstfill.api.dispensing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A box that came back. */
@Schema(description = "A box that came back.")
public record ReturnedBox(
        @NotNull
        @Schema(
                description = "Nobody has opened it. What was never with the patient then waits in quarantine for a"
                        + " pharmacist; everything else is waste.")
        Boolean intact,

        @Nullable @Size(max = 1000) @Schema(description = "In the caller's words; kept sealed.")
        String note) {
    @Override
    public String toString() {
        return "ReturnedBox[intact=" + intact + "]";
    }
}
