package dev.firstfill.dispensing;

import dev.firstfill.dispensing.ClosedGate.Finding;
import dev.firstfill.drugs.ControlledSchedule;
import java.util.Optional;

/** The gates of the order and of whoever gave it. */
final class PrescriptionGates {
    private PrescriptionGates() {}

    static Optional<Finding> valid(GateFacts facts) {
        return facts.obstacle().map(obstacle -> new Finding(obstacle.fact(), obstacle.remedy()));
    }

    static Optional<Finding> diagnosisCoded(GateFacts facts) {
        return facts.diagnosisCoded()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "The prescription has no diagnosis in ICD-10-CM.",
                        "Ask the prescriber what the drug is for, and amend the prescription."));
    }

    static Optional<Finding> prescriberLicensed(GateFacts facts) {
        var prescriber = facts.prescriber();
        boolean controlled = facts.drug().schedule() != ControlledSchedule.NONE;
        if (controlled && prescriber.dea() == null) {
            return Optional.of(new Finding(
                    "The drug is a controlled substance, and the prescriber has no DEA registration on file.",
                    "Verify the registration, and record it in the prescriber's file."));
        }
        boolean licensed = prescriber.licences().stream()
                .anyMatch(licence ->
                        licence.expiresOn() == null || !licence.expiresOn().isBefore(facts.today()));
        return licensed
                ? Optional.empty()
                : Optional.of(new Finding(
                        "No licence of the prescriber that is in force today is on file.",
                        "Verify the licence with the state's board, and record it in the prescriber's file."));
    }
}
