package dev.firstfill.prescribing;

import dev.firstfill.prescribing.FillObstacle.Rule;
import java.time.LocalDate;
import java.util.Optional;

/** When a prescription may be filled. */
final class FillRule {
    private FillRule() {}

    static Optional<FillObstacle> obstacle(Prescription prescription, LocalDate today) {
        var state = prescription.stateOn(today);
        return switch (state) {
            case ACTIVE -> whileActive(prescription, today);
            case COMPLETED -> Optional.of(spent(prescription));
            case EXPIRED -> expired(prescription);
            case DRAFT ->
                obstacle(Rule.NOT_ACTIVE, "The prescription is a draft.", "A pharmacist has to activate it first.");
            case ON_HOLD -> obstacle(Rule.NOT_ACTIVE, "The prescription is on hold.", "Release it first.");
            case CANCELLED, TRANSFERRED_OUT ->
                obstacle(Rule.NOT_ACTIVE, "The prescription is %s.".formatted(state.wireName()), state.remedy());
        };
    }

    /** Of a fill that was taken already, so that none need be left; the last one made the prescription complete. */
    static Optional<FillObstacle> obstacleToTakenFill(Prescription prescription, LocalDate today) {
        if (prescription.stateOn(today) == PrescriptionState.COMPLETED && today.isAfter(prescription.expiresOn())) {
            return expired(prescription);
        }
        return obstacle(prescription, today).filter(found -> found.rule() != Rule.NO_FILLS_REMAINING);
    }

    private static Optional<FillObstacle> expired(Prescription prescription) {
        return obstacle(
                Rule.EXPIRED,
                "The prescription expired: %s was its last day.".formatted(prescription.expiresOn()),
                PrescriptionState.EXPIRED.remedy());
    }

    private static Optional<FillObstacle> whileActive(Prescription prescription, LocalDate today) {
        return today.isBefore(prescription.startsOn())
                ? obstacle(
                        Rule.NOT_STARTED,
                        "The prescription may be filled from %s on.".formatted(prescription.startsOn()),
                        "Wait until then.")
                : Optional.empty();
    }

    private static FillObstacle spent(Prescription prescription) {
        return new FillObstacle(
                Rule.NO_FILLS_REMAINING,
                "All fills of the prescription are taken: %d of %d."
                        .formatted(prescription.fillsTaken(), prescription.fillsAuthorised()),
                PrescriptionState.COMPLETED.remedy());
    }

    private static Optional<FillObstacle> obstacle(Rule rule, String fact, String remedy) {
        return Optional.of(new FillObstacle(rule, fact, remedy));
    }
}
