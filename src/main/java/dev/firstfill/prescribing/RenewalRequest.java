package dev.firstfill.prescribing;

import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish for another prescription, as the pharmacy's people read it.
 *
 * @param note null when none was written, or the patient was erased since
 * @param answer null as long as it is open
 */
public record RenewalRequest(
        UUID id,
        int version,
        PrescriptionId prescription,
        RenewalState state,
        RenewalRequester requestedBy,
        Instant requestedAt,
        Colleague enteredBy,
        @Nullable String note,
        @Nullable Answer answer) {

    /**
     * @param reason null unless it was denied
     * @param renewedAs the new prescription; null unless it was approved
     * @param note null when none was written, or the patient was erased since
     */
    public record Answer(
            Instant at,
            Colleague by,
            @Nullable RenewalDenial reason,
            @Nullable PrescriptionId renewedAs,
            @Nullable String note) {
        @Override
        public String toString() {
            return "Answer[hidden]";
        }
    }

    @Override
    public String toString() {
        return "RenewalRequest[%s]".formatted(id);
    }
}
