package dev.firstfill.kernel;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/**
 * The one door to the pharmacy's data. No use case reaches the database any other way, and nobody's seal is opened
 * anywhere else.
 *
 * <p>An act that is recorded leaves its record in the audit ledger before its answer leaves the door: in the same
 * transaction when it writes, before the answer when it reads or was refused. When the ledger cannot be written there
 * is no answer.
 *
 * <p>Work that has begun is finished or rolled back whatever the caller does: a client that hangs up cancels its own
 * waiting, never the statements, so a connection is never handed on in the middle of something.
 */
public interface Transactions {

    /**
     * Reads without a transaction: each statement sees what was committed when it began, and one statement costs one
     * round trip.
     */
    <T> Uni<T> read(Act act, Function<Reading, Uni<T>> work);

    /**
     * Reads and writes in one transaction, committed when {@code work} succeeds and rolled back when it fails. A write
     * inside a write joins it: both are done or neither is.
     */
    <T> Uni<T> write(Act act, Function<Writing, Uni<T>> work);
}
