package dev.firstfill.referrals;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribers.PrescriberId;
import dev.firstfill.prescribing.PrescriptionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referral as the pharmacy's people read it.
 *
 * @param patient null as long as nobody knows whose it is
 * @param openedCase the id of the case that it began
 * @param candidates whom it may be about, as long as nobody has decided
 * @param order null in lists, and when the patient was erased since
 */
public record Referral(
        ReferralId id,
        int version,
        ReferralState state,
        ReferralSource source,
        Instant receivedAt,
        Colleague receivedBy,
        @Nullable PatientId patient,
        @Nullable PrescriberId prescriber,
        @Nullable DrugId drug,
        @Nullable PrescriptionId prescription,
        @Nullable UUID openedCase,
        @Nullable ReferralId duplicateOf,
        List<Finding> findings,
        List<PatientId> candidates,
        @Nullable Colleague reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable RejectionReason rejection,
        @Nullable ReferralOrder order) {

    public Referral {
        findings = List.copyOf(findings);
        candidates = List.copyOf(candidates);
    }

    @Override
    public String toString() {
        return "Referral[%s]".formatted(id);
    }
}
