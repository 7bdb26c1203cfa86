package dev.firstfill.dispensing;

import dev.firstfill.dispensing.ClosedGate.Finding;
import java.util.Optional;

/** The gates of the stock. */
final class StockGates {
    private StockGates() {}

    static Optional<Finding> distributionAllowed(GateFacts facts) {
        if (!facts.drug().limitedDistribution()) {
            return Optional.empty();
        }
        var until = facts.drug().distributionAgreementUntil();
        if (until == null) {
            return Optional.of(new Finding(
                    "The manufacturer sells the drug to chosen pharmacies only, and no agreement is on file.",
                    "Record in the drug's file until when the agreement is in force, or transfer the prescription."));
        }
        return until.isBefore(facts.today())
                ? Optional.of(new Finding(
                        "The agreement with the manufacturer ended on " + until + ".",
                        "Renew it and record its end in the drug's file, or transfer the prescription."))
                : Optional.empty();
    }

    static Optional<Finding> lotsUsable(GateFacts facts) {
        return facts.lotProblems().stream().findFirst().map(problem -> new Finding(problem.fact(), problem.remedy()));
    }
}
