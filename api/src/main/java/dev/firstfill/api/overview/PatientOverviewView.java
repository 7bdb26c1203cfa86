package dev.firstfill.api.overview;

import dev.firstfill.api.authorisations.PriorAuthorisationView;
import dev.firstfill.api.cases.CaseEventView;
import dev.firstfill.api.cases.CaseView;
import dev.firstfill.api.tasks.TaskView;
import dev.firstfill.assessments.CurrentAssessment;
import dev.firstfill.dispensing.DispenseLog;
import dev.firstfill.dispensing.DispenseState;
import dev.firstfill.drugs.Drug;
import dev.firstfill.overview.PatientOverview;
import dev.firstfill.patients.Diagnosis;
import dev.firstfill.patients.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A patient at a glance. */
@Schema(name = "PatientOverview", description = "A patient at a glance.")
public record PatientOverviewView(
        @Schema(description = "When it was gathered.") Instant at,
        UUID patient,
        @Schema(examples = "P1001") String number,
        PersonName name,
        LocalDate birthDate,
        List<Diagnosis> diagnoses,

        @Schema(description = "The latest first, ended ones included.")
        List<CaseView> cases,

        @Schema(description = "Of the cases.") List<DrugLine> drugs,

        @Nullable @Schema(description = "What left the pharmacy last.")
        LastFill lastFill,

        @Nullable @Schema(description = "The latest assessment that still counts.")
        Adherence adherence,

        @Schema(description = "Of the drugs of the open cases, the one that counts of each.")
        List<PriorAuthorisationView> priorAuthorisations,

        @Schema(description = "What is still to be done, in the order it is pulled.")
        List<TaskView> tasks,

        @Nullable @Schema(description = "When somebody last tried to reach the patient, and what was noted.")
        CaseEventView lastContact) {

    /** A drug, as one line. */
    @Schema(name = "OverviewDrug")
    public record DrugLine(
            UUID id,
            @Schema(examples = "Adalimumab Pen") String name,
            @Schema(examples = "40 mg/0.4 mL") String strength) {
        static DrugLine of(Drug drug) {
            return new DrugLine(
                    drug.id().value(), drug.details().name(), drug.details().strength());
        }
    }

    /** What left the pharmacy last. */
    @Schema(name = "OverviewFill")
    public record LastFill(
            UUID dispense,
            UUID prescription,
            DispenseState state,
            int daysSupply,
            @Nullable Instant shippedAt) {
        static LastFill of(DispenseLog.Outline fill) {
            return new LastFill(
                    fill.dispense().value(),
                    fill.prescription().value(),
                    fill.state(),
                    fill.daysSupply(),
                    fill.shippedAt());
        }
    }

    /** What the latest assessment says of how the patient takes the drug. */
    @Schema(name = "OverviewAdherence")
    public record Adherence(
            UUID assessment,
            @Schema(examples = "adherence") String template,
            LocalDate assessedOn,
            LocalDate currentUntil,

            @Nullable
            @Schema(examples = "80", description = "Percent; absent when nothing was asked that would give one.")
            Integer score) {
        static Adherence of(CurrentAssessment assessment) {
            return new Adherence(
                    assessment.id().value(),
                    assessment.template(),
                    assessment.assessedOn(),
                    assessment.currentUntil(),
                    assessment.adherenceScore());
        }
    }

    static PatientOverviewView of(PatientOverview seen) {
        var details = seen.patient().details();
        return new PatientOverviewView(
                seen.at(),
                seen.patient().id().value(),
                seen.patient().number().toString(),
                details.name(),
                details.birthDate(),
                details.diagnoses(),
                seen.cases().stream().map(CaseView::of).toList(),
                seen.drugs().values().stream().map(DrugLine::of).toList(),
                seen.lastFill() == null ? null : LastFill.of(seen.lastFill()),
                seen.assessment() == null ? null : Adherence.of(seen.assessment()),
                seen.authorisations().stream().map(PriorAuthorisationView::of).toList(),
                seen.tasks().stream().map(TaskView::of).toList(),
                seen.lastContact() == null
                        ? null
                        : CaseEventView.of(List.of(seen.lastContact())).getFirst());
    }
}
