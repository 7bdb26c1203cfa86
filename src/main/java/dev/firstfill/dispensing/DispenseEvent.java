package dev.firstfill.dispensing;

import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event in the story of a dispense.
 *
 * @param facts codes and quantities, in the order of their names
 * @param note what somebody wrote of it
 */
public record DispenseEvent(
        UUID id,
        DispenseEventKind kind,
        Instant at,
        Colleague by,
        Map<String, String> facts,
        @Nullable String note) {
    public DispenseEvent {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    @Override
    public String toString() {
        return "DispenseEvent[" + kind + "]";
    }
}
