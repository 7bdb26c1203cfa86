package dev.firstfill.kernel;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/**
 * What falls due in a pharmacy by itself. Whoever keeps timers implements it, and the platform calls it in the
 * pharmacy's context: again and again, from several machines at once.
 */
public interface DueTimers {

    /**
     * When the first timer falls due, if that is not after {@code limit}; what is overdue included. Asked of every
     * pharmacy about once a minute, so it is one look at an index.
     */
    Uni<Optional<Instant>> nextDueUpTo(Instant limit);

    /**
     * Fires timers due at {@code now} or before, the first due first, each in a transaction of its own that also marks it
     * as fired: so each fires once, whoever else is at it. What another machine has in hand is passed over.
     *
     * @param now what the pharmacy's clock shows
     * @param atMost how many
     * @return how many were fired; none when nothing is due, or others have all of it in hand. It fails when one cannot
     *     be fired, after the others have been, and that one is put off so that it is not the first for ever.
     */
    Uni<Integer> fireDue(Instant now, int atMost);
}
