package dev.firstfill.drugs;

import dev.firstfill.identifiers.Ndc;
import dev.firstfill.identifiers.RxCui;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Everything the pharmacy knows about a drug, as one document. Whatever decides how a drug may be handled has to be
 * said, a plain "no" included: silence is not taken for one.
 *
 * @param rxNorm the drug's concept in RxNorm, by which interactions and alternatives are looked up
 * @param manufacturer as the label names it; the NDC calls it the labeler
 * @param requiresRems the FDA allows dispensing only within a programme, whose name is {@code remsProgram}
 * @param limitedDistribution the manufacturer sells it to chosen pharmacies only
 */
public record DrugDetails(
        @NotNull Ndc ndc,
        @Nullable RxCui rxNorm,
        @NotBlank @OneLine @Size(max = 200) String name,
        @NotBlank @OneLine @Size(max = 100) String strength,
        @NotBlank @OneLine @Size(max = 60) String dosageForm,
        @NotBlank @OneLine @Size(max = 120) String manufacturer,
        @Valid @NotNull PackageSize packageSize,
        @NotNull Storage storage,
        @NotNull Boolean requiresRems,
        @Nullable @OneLine @Size(max = 120) String remsProgram,
        @NotNull Boolean limitedDistribution,
        @NotNull ControlledSchedule schedule) {

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
                schedule);
    }
}
