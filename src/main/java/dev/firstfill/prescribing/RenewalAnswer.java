package dev.firstfill.prescribing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a wish for another prescription.
 *
 * @param reason why it was denied
 * @param writtenOn when the prescriber wrote the new one; today when absent
 * @param refillsAuthorised of the new one; as before when absent
 */
@Schema(
        description =
                "What became of the open request. Approved, it makes a draft like the prescription that it renews,"
                        + " which is verified, and changed where need be, as any draft is.")
public record RenewalAnswer(
        @NotNull Outcome outcome,

        @Nullable @Schema(description = "Why it was denied; given then, and only then.")
        RenewalDenial reason,

        @Nullable @Schema(description = "When the prescriber wrote the new one, if approved; today when absent.")
        LocalDate writtenOn,

        @Nullable
        @Min(0)
        @Max(99)
        @Schema(examples = "11", description = "Of the new one, if approved; as before when absent.")
        Integer refillsAuthorised,

        @Nullable @OneLine @Size(max = 500) @Schema(description = "Kept sealed.")
        String note) {

    /** What an answer can be. */
    @Schema(name = "RenewalOutcome", description = "What became of a request for a renewal.")
    public enum Outcome {
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("denied")
        DENIED,
        @JsonProperty("withdrawn")
        WITHDRAWN;

        RenewalState state() {
            return RenewalState.valueOf(name());
        }
    }

    @AssertTrue(message = "reason must be given when the request is denied, and only then")
    boolean isReasonConsistent() {
        return outcome == null || (outcome == Outcome.DENIED) == (reason != null);
    }

    @AssertTrue(message = "writtenOn and refillsAuthorised can be given when the request is approved, and only then")
    boolean isRenewalConsistent() {
        return outcome == Outcome.APPROVED || writtenOn == null && refillsAuthorised == null;
    }

    @Override
    public String toString() {
        return "RenewalAnswer[hidden]";
    }
}
