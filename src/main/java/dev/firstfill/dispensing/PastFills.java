package dev.firstfill.dispensing;

import dev.firstfill.prescribing.PastFill;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fills of some prescriptions that were not undone: each number once, without gaps, in the order of time. */
final class PastFills {
    /** By prescription, by number: the day of filling, or none for what waits to be filled. */
    private final Map<UUID, Map<Integer, @Nullable LocalDate>> standing = new HashMap<>();

    void add(UUID prescription, int number, @Nullable LocalDate filledOn) {
        standing.computeIfAbsent(prescription, first -> new HashMap<>()).put(number, filledOn);
    }

    void mustTake(UUID prescription, PastFill fill) {
        Map<Integer, @Nullable LocalDate> fills = standing.getOrDefault(prescription, Map.of());
        if (fill.number() > 0 && !fills.containsKey(fill.number() - 1)) {
            throw new DispensingRefusals.PastFillGap();
        }
        if (!fill.undone() && fills.containsKey(fill.number())) {
            throw new DispensingRefusals.PastFillNumberTaken();
        }
        var before = fills.get(fill.number() - 1);
        if (before != null && fill.filledOn().isBefore(before)) {
            throw new DispensingRefusals.PastFillBeforeItsPredecessor();
        }
    }
}
