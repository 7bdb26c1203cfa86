package dev.firstfill.dispensing;

import dev.firstfill.dispensing.ClosedGate.Finding;
import java.util.Optional;

/** The gates of the therapy itself. */
final class ClinicalGates {
    private ClinicalGates() {}

    static Optional<Finding> assessmentCurrent(GateFacts facts) {
        return facts.assessment().isPresent()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "No signed clinical assessment of the patient is current today.",
                        "Call the patient, and have the assessment signed."));
    }

    static Optional<Finding> remsAuthorised(GateFacts facts) {
        if (!facts.drug().requiresRems()) {
            return Optional.empty();
        }
        var rems = facts.dispense().record().rems();
        var programme = String.valueOf(facts.drug().remsProgram());
        if (rems == null) {
            return Optional.of(new Finding(
                    "The drug may be dispensed only within " + programme + ", which was not asked.",
                    "Ask the programme for its authorisation, and record it on the dispense."));
        }
        if (!rems.programme().equals(programme)) {
            return Optional.of(new Finding(
                    "The authorisation on the dispense is of another programme than " + programme + ".",
                    "Record the authorisation of the drug's own programme."));
        }
        return rems.validUntil().isBefore(facts.today())
                ? Optional.of(new Finding(
                        "The REMS authorisation ended on " + rems.validUntil() + ".",
                        "Ask the programme again, and record its new authorisation."))
                : Optional.empty();
    }

    static Optional<Finding> splitFillTolerated(GateFacts facts) {
        if (facts.dispense().part() != DispensePart.COMPLETION) {
            return Optional.empty();
        }
        if (facts.toleranceOfFirstPart().isEmpty()) {
            return Optional.of(new Finding(
                    "Nobody has asked the patient how the first part of the fill was tolerated.",
                    "Call the patient, and record the outcome on the first part."));
        }
        return facts.toleranceOfFirstPart().get() == ToleranceCall.Outcome.STOPPED
                ? Optional.of(new Finding(
                        "The patient has stopped taking the drug.",
                        "Cancel the dispense, and bill only what was supplied."))
                : Optional.empty();
    }
}
