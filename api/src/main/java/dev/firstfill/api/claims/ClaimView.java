package dev.firstfill.api.claims;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.claims.Claim;
import dev.firstfill.claims.ClaimKind;
import dev.firstfill.claims.ClaimState;
import dev.firstfill.claims.ClaimTrouble;
import dev.firstfill.claims.DispensingStatus;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.Money;
import dev.firstfill.patients.Coverage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A claim as those who look after it read it. */
@Schema(name = "Claim", description = "What a payer was asked to pay, and what it answered.")
public record ClaimView(
        @Schema(description = "Also the reference under which the payer knows the claim.")
        UUID id,

        ClaimKind kind,

        @Nullable @Schema(description = "Absent of test claims.")
        UUID dispense,

        @Nullable @Schema(description = "Absent of test claims.")
        UUID prescription,

        @Nullable String prescriptionNumber,

        @Schema(description = "0 for the original fill.") int fillNumber,

        UUID patient,
        Ndc drug,
        Npi prescriber,
        List<Icd10Code> diagnoses,
        Coverage.Benefit benefit,
        LocalDate serviceOn,
        BigDecimal quantity,
        int daysSupply,
        DispensingStatus dispensingStatus,

        @Nullable @Schema(description = "Of which this is a part; absent of full fills.")
        BigDecimal intendedQuantity,

        @Nullable @Schema(description = "Of which this is a part; absent of full fills.")
        Integer intendedDaysSupply,

        @Schema(description = "Dispense as written, NCPDP 408-D8.")
        int daw,

        Money billed,
        ClaimState state,

        @Nullable @Schema(description = "By the payer; of a test claim, what it would pay.")
        Money paid,

        @Nullable @Schema(description = "The patient's share.")
        Money patientPay,

        @Schema(description = "Why the payer rejected the claim or, last, did not reverse it.")
        List<RejectionView> rejections,

        @Nullable @Schema(description = "Why somebody should look after the claim; absent when nobody need.")
        ClaimTrouble attention,

        @Nullable @Schema(description = "Absent when the patient was erased, as all that says whose claim it was.")
        CardView card,

        @Nullable @Schema(description = "The payer's number of what it paid.")
        String authorisation,

        @Nullable @Schema(description = "In the payer's words.")
        String message,

        ColleagueView submittedBy,
        Instant submittedAt,

        @Nullable @Schema(description = "When the payer paid or rejected; absent as long as it has not.")
        Instant answeredAt,

        @Nullable WithdrawalView withdrawal) {

    public static ClaimView of(Claim claim) {
        var record = claim.record();
        var supply = claim.supply();
        return new ClaimView(
                claim.id(),
                claim.kind(),
                claim.dispense(),
                claim.prescription(),
                record == null ? null : record.prescriptionNumber(),
                claim.fillNumber(),
                claim.patient().value(),
                claim.drug(),
                claim.prescriber(),
                record == null ? List.of() : record.diagnoses(),
                claim.benefit(),
                claim.serviceOn(),
                supply.quantity(),
                supply.daysSupply(),
                supply.status(),
                supply.intendedQuantity(),
                supply.intendedDaysSupply(),
                claim.daw(),
                Money.of(claim.billed()),
                claim.state(),
                Money.orNull(claim.paid()),
                Money.orNull(claim.patientPay()),
                claim.rejectCodes().stream().map(RejectionView::of).toList(),
                claim.trouble(),
                record == null ? null : CardView.of(record),
                record == null ? null : record.authorisation(),
                record == null ? null : record.message(),
                ColleagueView.of(claim.submittedBy()),
                claim.submittedAt(),
                claim.answeredAt(),
                WithdrawalView.of(claim.withdrawal()));
    }

    @Override
    public String toString() {
        return "ClaimView[hidden]";
    }
}
