package dev.firstfill.referrals;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribers.PrescriberId;
import dev.firstfill.prescribing.PrescriptionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case begins with.
 *
 * @param prescriber null when the referral names none by a valid NPI
 * @param drug null when the formulary has none
 * @param prescription the draft; null as long as something is missing that a draft needs
 * @param payer of the primary coverage, by name; null when the referral has none
 * @param signedAt when the prescriber wrote the order; null when the referral does not say
 * @param by who received the referral, or decided whose it is
 */
public record NewCase(
        ReferralId referral,
        PatientId patient,
        @Nullable PrescriberId prescriber,
        @Nullable DrugId drug,
        @Nullable PrescriptionId prescription,
        @Nullable String payer,
        @Nullable ReferredPayerKind payerKind,
        @Nullable Instant signedAt,
        Instant receivedAt,
        List<Finding> findings,
        ReferralSource source,
        Colleague by) {

    public NewCase {
        findings = List.copyOf(findings);
    }

    /** Whether work waits for something that the referral lacks. */
    public boolean lacksInformation() {
        return findings.stream().anyMatch(Finding::holdsIntake);
    }
}
