package dev.firstfill.api.prescribing;

import dev.firstfill.drugs.PackageSize;
import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.prescribing.DispenseAsWritten;
import dev.firstfill.prescribing.Dosing;
import dev.firstfill.prescribing.OpenedPrescription;
import dev.firstfill.prescribing.PrescriptionId;
import dev.firstfill.prescribing.PrescriptionNumber;
import dev.firstfill.prescribing.PrescriptionOrigin;
import dev.firstfill.prescribing.PrescriptionState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A prescription as the front end reads one. */
@Schema(name = "Prescription", description = "What a prescriber ordered for a patient.")
public record PrescriptionView(
        UUID id,

        @Schema(description = "The number on the label; accepted wherever an id is.")
        PrescriptionNumber number,

        @Schema(description = "The patient's id.") UUID patient,

        @Schema(description = "The prescriber's id.") UUID prescriber,

        @Schema(description = "The drug's id.") UUID drug,

        @Nullable @Schema(description = "The id of the prescription that it renews, if it renews one.")
        UUID renews,

        @Schema(description = "Today, where the pharmacy is.")
        PrescriptionState state,

        @Nullable
        @Schema(
                examples = "Inject 40 mg under the skin every other week",
                description = "The directions to the patient; absent when the patient was erased.")
        String sig,

        @Nullable Dosing dosing,

        @Nullable
        @Schema(
                examples = "2.857",
                description = "By dosing and in its unit, to three decimals; the most of what is taken as needed.")
        BigDecimal totalDailyDose,

        @Schema(examples = "2", description = "Of one fill.")
        BigDecimal quantity,

        PackageSize.Unit unit,

        @Schema(examples = "28", description = "How many days one fill lasts.")
        int daysSupply,

        @Schema(examples = "11", description = "Fills after the first.")
        int refillsAuthorised,

        @Schema(examples = "1") int fillsTaken,

        @Schema(examples = "11", description = "The first fill included, as long as it is not taken.")
        int fillsRemaining,

        LocalDate writtenOn,

        @Schema(description = "The first day on which it may be filled.")
        LocalDate startsOn,

        @Schema(description = "The last day on which it may be filled.")
        LocalDate expiresOn,

        @Schema(description = "The diagnoses it is for, the primary one first.")
        List<Icd10Code> icd10Codes,

        @Nullable @Schema(description = "What it is for, in the prescriber's words.")
        String clinicalIndication,

        DispenseAsWritten dispenseAsWritten,
        PrescriptionOrigin origin,
        @Nullable String note,

        @Nullable @Schema(description = "Present when it was transferred.")
        TransferView transferredTo,

        Instant createdAt,
        Instant updatedAt) {

    static PrescriptionView of(OpenedPrescription opened) {
        var prescription = opened.prescription();
        var words = opened.words();
        return new PrescriptionView(
                prescription.id().value(),
                prescription.number(),
                prescription.patient().value(),
                prescription.prescriber().value(),
                prescription.drug().value(),
                prescription.renews().map(PrescriptionId::value).orElse(null),
                opened.state(),
                words == null ? null : words.sig(),
                prescription.dosing().orElse(null),
                opened.totalDailyDose().orElse(null),
                prescription.quantity(),
                prescription.unit(),
                prescription.daysSupply(),
                prescription.refillsAuthorised(),
                prescription.fillsTaken(),
                prescription.fillsRemaining(),
                prescription.writtenOn(),
                prescription.startsOn(),
                prescription.expiresOn(),
                prescription.icd10Codes(),
                words == null ? null : words.clinicalIndication(),
                prescription.dispenseAsWritten(),
                prescription.origin(),
                words == null ? null : words.note(),
                TransferView.of(opened),
                prescription.createdAt(),
                prescription.updatedAt());
    }

    @Override
    public String toString() {
        return "PrescriptionView[hidden]";
    }
}
