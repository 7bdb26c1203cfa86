package dev.firstfill.api.authorisations;

import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The payer is asked. */
@Schema(description = "The payer is asked.")
public record AuthorisationSubmission(
        @Nullable
        @OneLine
        @Size(max = 60)
        @Schema(
                examples = "CMM-7741",
                description = "The payer's reference, when it gave one in its portal or on the phone; kept sealed.")
        String reference) {
    @Override
    public String toString() {
        return "AuthorisationSubmission[hidden]";
    }
}
