package dev.firstfill.api.attack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.opentest4j.MultipleFailuresError;

/**
 * Attacks that need nothing of one another, a few of them at a time. Each is made, whatever became of the others, and
 * all that failed are told.
 */
final class Volley {
    /** Keeps two cores busy; each waits for the database or the wire most of its time. */
    private static final int IN_FLIGHT = 16;

    private Volley() {}

    /** @param send makes one of the attacks, and looks at the answer */
    static <T> void each(Collection<T> attacks, Consumer<T> send) {
        var failures = new ArrayList<Throwable>();
        try (var threads =
                Executors.newFixedThreadPool(IN_FLIGHT, Thread.ofVirtual().factory())) {
            var sent = attacks.stream()
                    .<Future<?>>map(attack -> threads.submit(() -> send.accept(attack)))
                    .toList();
            sent.forEach(attack -> await(attack, failures));
        }
        if (failures.size() == 1 && failures.getFirst() instanceof AssertionError only) {
            throw only;
        }
        if (!failures.isEmpty()) {
            throw new MultipleFailuresError("Of %d attacks".formatted(attacks.size()), failures);
        }
    }

    private static void await(Future<?> attack, List<Throwable> failures) {
        try {
            attack.get();
        } catch (ExecutionException failure) {
            failures.add(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            failures.add(interrupted);
        }
    }
}
