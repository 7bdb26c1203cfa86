package dev.firstfill.prescribing;

import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.kernel.Decimals;
import dev.firstfill.kernel.Lists;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A prescription as somebody writes it down, draft or not: all that a pharmacist needs to judge it is demanded from the
 * beginning, and what can be computed may be left out.
 *
 * @param daysSupply computed from {@code dosing} and quantity when absent
 * @param startsOn the day it was written on when absent
 * @param expiresOn the last day the law allows when absent
 * @param icd10Codes the diagnoses it is for, the primary one first
 */
@Schema(description = "A prescription as somebody enters one.")
public record PrescriptionDetails(
        @NotBlank @OneLine @Size(max = 36) @Schema(examples = "P1001", description = "The patient's id or number.")
        String patient,

        @NotBlank @OneLine @Size(max = 36) @Schema(examples = "1234567893", description = "The prescriber's id or NPI.")
        String prescriber,

        @NotBlank @OneLine @Size(max = 36) @Schema(examples = "00074055402", description = "The drug's id or NDC.")
        String drug,

        @NotBlank
        @OneLine
        @Size(max = 1000)
        @Schema(
                examples = "Inject 40 mg under the skin every other week",
                description = "The directions to the patient, as they go on the label; kept sealed.")
        String sig,

        @Valid @Nullable Dosing dosing,

        @NotNull
        @Positive
        @DecimalMax("999999.999")
        @Digits(integer = 6, fraction = 3)
        @Schema(examples = "2", description = "Of one fill, in the unit of the drug's package.")
        BigDecimal quantity,

        @Nullable
        @Min(1)
        @Max(365)
        @Schema(
                examples = "28",
                description = "How many days one fill lasts; computed from dosing and quantity when absent.")
        Integer daysSupply,

        @NotNull @Min(0) @Max(99) @Schema(examples = "11", description = "Fills after the first.")
        Integer refillsAuthorised,

        @NotNull LocalDate writtenOn,

        @Nullable
        @Schema(description = "The first day on which it may be filled; the day it was written on when absent.")
        LocalDate startsOn,

        @Nullable
        @Schema(description = "The last day on which it may be filled; the last that the law allows when absent.")
        LocalDate expiresOn,

        @Size(min = 1, max = 12) @Schema(description = "The diagnoses it is for, the primary one first.")
        List<@NotNull Icd10Code> icd10Codes,

        @Nullable
        @OneLine
        @Size(max = 500)
        @Schema(description = "What it is for, in the prescriber's words; kept sealed.")
        String clinicalIndication,

        @NotNull DispenseAsWritten dispenseAsWritten,
        @NotNull PrescriptionOrigin origin,

        @Nullable @OneLine @Size(max = 500) @Schema(description = "Kept sealed.")
        String note,

        @Valid @Nullable Amendment amendment) {

    @SuppressWarnings("NullAway")
    public PrescriptionDetails {
        quantity = Decimals.plain(quantity);
        icd10Codes = Lists.kept(icd10Codes);
    }

    /** The same order, written anew; what follows from the date is computed again. */
    PrescriptionDetails renewed(LocalDate newlyWrittenOn, RenewalAnswer answer) {
        return new PrescriptionDetails(
                patient,
                prescriber,
                drug,
                sig,
                dosing,
                quantity,
                daysSupply,
                answer.refillsAuthorised() == null ? refillsAuthorised : answer.refillsAuthorised(),
                newlyWrittenOn,
                null,
                null,
                icd10Codes,
                clinicalIndication,
                dispenseAsWritten,
                origin,
                null,
                null);
    }

    @Override
    public String toString() {
        return "PrescriptionDetails[hidden]";
    }
}
