package dev.firstfill.dispensing;

import dev.firstfill.assessments.CurrentAssessment;
import dev.firstfill.claims.Claim;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.inventory.LotProblem;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.prescribers.PrescriberDetails;
import dev.firstfill.prescribing.FillObstacle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything the gates look at, gathered once, so that every gate is a plain rule over facts.
 *
 * @param today in the pharmacy's time zone
 * @param obstacle what the prescription says against handing over a fill of it, if anything
 * @param claim the fill's billing claim, the last one if there were several
 * @param authorisations what is on file for this patient and drug, ended ones included
 * @param assessment the latest that is current today
 * @param lotProblems what is wrong with the stock that was set aside
 * @param toleranceOfFirstPart of a completion: what the patient said of the part that it completes
 */
record GateFacts(
        LocalDate today,
        Dispense dispense,
        Optional<FillObstacle> obstacle,
        boolean diagnosisCoded,
        PatientDetails patient,
        DrugDetails drug,
        PrescriberDetails prescriber,
        Optional<Claim> claim,
        List<AuthorisationUse> authorisations,
        Optional<CurrentAssessment> assessment,
        List<LotProblem> lotProblems,
        Optional<ToleranceCall.Outcome> toleranceOfFirstPart) {
    GateFacts {
        authorisations = List.copyOf(authorisations);
        lotProblems = List.copyOf(lotProblems);
    }
}
