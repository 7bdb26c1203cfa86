package dev.firstfill.api.drugs;

import dev.firstfill.drugs.ControlledSchedule;
import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.PackageSize;
import dev.firstfill.drugs.Storage;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.identifiers.RxCui;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A drug as the front end reads one. */
@Schema(name = "Drug", description = "A package of a drug that the pharmacy dispenses.")
public record DrugView(
        UUID id,

        @Schema(description = "Unique within the pharmacy; accepted wherever an id is.")
        Ndc ndc,

        @Schema(
                examples = "0074-0554-02",
                description = "The NDC in the form in which somebody read it from the label.")
        String ndcAsEntered,

        @Nullable RxCui rxNorm,

        @Schema(examples = "Adalimumab Pen") String name,

        @Schema(examples = "40 mg/0.4 mL") String strength,

        @Schema(examples = "auto-injector") String dosageForm,

        @Schema(examples = "Helix Therapeutics") String manufacturer,

        PackageSize packageSize,
        Storage storage,

        @Schema(description = "Whether the FDA allows dispensing only within a programme (REMS).")
        boolean requiresRems,

        @Nullable @Schema(description = "The programme's name; present when requiresRems is true, and only then.")
        String remsProgram,

        @Schema(description = "Whether the manufacturer sells it to chosen pharmacies only.")
        boolean limitedDistribution,

        @Nullable
        @Schema(
                description =
                        "The last day on which the pharmacy may dispense it by its agreement with the manufacturer.")
        LocalDate distributionAgreementUntil,

        ControlledSchedule schedule,
        Instant createdAt,
        Instant updatedAt) {

    static DrugView of(Drug drug) {
        var details = drug.details();
        return new DrugView(
                drug.id().value(),
                details.ndc(),
                details.ndc().original(),
                details.rxNorm(),
                details.name(),
                details.strength(),
                details.dosageForm(),
                details.manufacturer(),
                details.packageSize(),
                details.storage(),
                details.requiresRems(),
                details.remsProgram(),
                details.limitedDistribution(),
                details.distributionAgreementUntil(),
                details.schedule(),
                drug.createdAt(),
                drug.updatedAt());
    }
}
