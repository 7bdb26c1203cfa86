package dev.firstfill.claims;

import dev.firstfill.identifiers.Ndc;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.Coverage;
import dev.firstfill.patients.PatientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a payer was asked to pay and what it answered.
 *
 * @param id also the reference under which the payer knows it
 * @param dispense null of test claims, as the prescription is
 * @param fillNumber 0 for the original fill
 * @param billed in US dollars, as the other amounts
 * @param paid by the payer; null when it does not pay, or has not answered
 * @param patientPay the patient's share: the copay
 * @param trouble why somebody should look after it; null when nobody need
 * @param record what says whose it is; null when the patient was erased since
 * @param answeredAt when the payer said whether it pays
 */
public record Claim(
        UUID id,
        int version,
        ClaimKind kind,
        @Nullable UUID dispense,
        @Nullable UUID prescription,
        int fillNumber,
        PatientId patient,
        Ndc drug,
        Npi prescriber,
        Coverage.Benefit benefit,
        LocalDate serviceOn,
        BilledSupply supply,
        int daw,
        BigDecimal billed,
        ClaimState state,
        List<RejectCode> rejectCodes,
        @Nullable BigDecimal paid,
        @Nullable BigDecimal patientPay,
        @Nullable ClaimTrouble trouble,
        @Nullable ClaimRecord record,
        Colleague submittedBy,
        Instant submittedAt,
        @Nullable Instant answeredAt,
        @Nullable Withdrawal withdrawal) {
    /** Null of test claims, and when nobody can say any more which prescription it was. */
    @Nullable
    ClaimFill fill() {
        return dispense == null || prescription == null || record == null || record.prescriptionNumber() == null
                ? null
                : new ClaimFill(dispense, prescription, record.prescriptionNumber(), fillNumber);
    }

    @Override
    public String toString() {
        return "Claim[%s]".formatted(id);
    }
}
