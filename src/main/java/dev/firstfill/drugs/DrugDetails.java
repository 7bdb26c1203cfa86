package dev.firstfill.drugs;

import dev.firstfill.identifiers.Ndc;
import dev.firstfill.identifiers.RxCui;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything the pharmacy knows about a drug, as one document. Whatever decides how a drug may be handled has to be
 * said, a plain "no" included: silence is not taken for one.
 *
 * @param rxNorm the drug's concept in RxNorm, by which interactions and alternatives are looked up
 * @param manufacturer as the label names it; the NDC calls it the labeler
 * @param requiresRems the FDA allows dispensing only within a programme, whose name is {@code remsProgram}
 * @param limitedDistribution the manufacturer sells it to chosen pharmacies only
 * @param distributionAgreementUntil the last day on which this pharmacy is one of them; nobody has said so when absent
 */
@Schema(
        description =
                "A package of a drug as somebody enters one. Whatever decides how it may be handled has to be said.")
public record DrugDetails(
        @NotNull @Schema(description = "In the form in which it stands on the label.")
        Ndc ndc,

        @Nullable RxCui rxNorm,

        @NotBlank @OneLine @Size(max = 200) @Schema(examples = "Adalimumab Pen")
        String name,

        @NotBlank @OneLine @Size(max = 100) @Schema(examples = "40 mg/0.4 mL")
        String strength,

        @NotBlank @OneLine @Size(max = 60) @Schema(examples = "auto-injector")
        String dosageForm,

        @NotBlank @OneLine @Size(max = 120) @Schema(examples = "Helix Therapeutics")
        String manufacturer,

        @Valid @NotNull PackageSize packageSize,
        @NotNull Storage storage,

        @NotNull @Schema(description = "Whether the FDA allows dispensing only within a programme (REMS).")
        Boolean requiresRems,

        @Nullable
        @OneLine
        @Size(max = 120)
        @Schema(description = "The programme's name; given when requiresRems is true, and only then.")
        String remsProgram,

        @NotNull @Schema(description = "Whether the manufacturer sells it to chosen pharmacies only.")
        Boolean limitedDistribution,

        @Nullable
        @Schema(
                description =
                        "Of a drug of limited distribution: the last day on which the pharmacy may dispense it by its"
                                + " agreement with the manufacturer.")
        LocalDate distributionAgreementUntil,

        @NotNull ControlledSchedule schedule) {

    @AssertTrue(message = "distributionAgreementUntil can be given only when limitedDistribution is true")
    boolean isAgreementConsistent() {
        return distributionAgreementUntil == null || Boolean.TRUE.equals(limitedDistribution);
    }

    @AssertTrue(message = "remsProgram must be given when requiresRems is true, and only then")
    boolean isRemsConsistent() {
        boolean hasProgram = remsProgram != null && !remsProgram.isBlank();
        return requiresRems == null || requiresRems == hasProgram;
    }

    /**
     * A client that sends the NDC back as we answered it says nothing new about the label, so the form in which it was
     * entered stays.
     */
    DrugDetails keepingNdcAsEntered(Ndc present) {
        boolean sentBack = ndc.equals(present) && ndc.original().equals(ndc.value());
        return sentBack ? withNdc(present) : this;
    }

    DrugDetails withNdc(Ndc other) {
        return new DrugDetails(
                other,
                rxNorm,
                name,
                strength,
                dosageForm,
                manufacturer,
                packageSize,
                storage,
                requiresRems,
                remsProgram,
                limitedDistribution,
                distributionAgreementUntil,
                schedule);
    }
}
