package dev.firstfill.overview;

import dev.firstfill.assessments.CurrentAssessment;
import dev.firstfill.authorisations.PriorAuthorisation;
import dev.firstfill.cases.Case;
import dev.firstfill.cases.CaseEvent;
import dev.firstfill.dispensing.DispenseLog;
import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugId;
import dev.firstfill.patients.Patient;
import dev.firstfill.tasks.Task;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A patient at a glance.
 *
 * @param at when it was gathered
 * @param cases the latest first, ended ones included
 * @param drugs of the cases
 * @param lastFill what left the pharmacy last; null when nothing did
 * @param assessment the latest that is current; null when there is none
 * @param authorisations of the drugs of the open cases, the one that counts of each
 * @param lastContact when somebody last tried to reach the patient; null when nobody did
 */
public record PatientOverview(
        Instant at,
        Patient patient,
        List<Case> cases,
        Map<DrugId, Drug> drugs,
        DispenseLog.@Nullable Outline lastFill,
        @Nullable CurrentAssessment assessment,
        List<PriorAuthorisation> authorisations,
        List<Task> tasks,
        @Nullable CaseEvent lastContact) {
    public PatientOverview {
        cases = List.copyOf(cases);
        drugs = Map.copyOf(drugs);
        authorisations = List.copyOf(authorisations);
        tasks = List.copyOf(tasks);
    }

    @Override
    public String toString() {
        return "PatientOverview[hidden]";
    }
}
