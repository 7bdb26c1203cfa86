package dev.firstfill.kernel;

import io.smallrye.mutiny.Uni;

/**
 * What follows in this pharmacy from something that was announced: a box was shipped, so its case moves on. It happens in
 * the transaction of what was announced, before the commit: both are done or neither is, and the next read sees both.
 *
 * <p>The door calls every consequence for every event of the act, those of other consequences included, in the order in
 * which they were announced. One that fails undoes the whole act, so it refuses only what must not happen: a fill for a
 * case that is not cleared. A context that listens is not known to the one that announces.
 */
public interface Consequence {

    /** Whether anything follows from it here. Cheap: it is asked of every event. */
    boolean followsFrom(Event event);

    /**
     * Whatever it writes through {@link Transactions} joins the open transaction.
     *
     * @param by who did what was announced
     */
    Uni<Void> follow(Event event, Colleague by);
}
