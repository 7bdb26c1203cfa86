package dev.firstfill.kernel;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The one door to the pharmacy's data. No use case reaches the database any other way.
 *
 * <p>Work that has begun is finished or rolled back whatever the caller does: a client that hangs up cancels its own
 * waiting, never the statements, so a connection is never handed on in the middle of something.
 */
public interface Transactions {

    /**
     * Reads without a transaction: each statement sees what was committed when it began, and one statement costs one
     * round trip.
     */
    <T> Uni<T> read(Act act, Function<Mutiny.StatelessSession, Uni<T>> work);

    /** Reads and writes in one transaction, committed when {@code work} succeeds and rolled back when it fails. */
    <T> Uni<T> write(Act act, Function<Mutiny.Session, Uni<T>> work);
}
