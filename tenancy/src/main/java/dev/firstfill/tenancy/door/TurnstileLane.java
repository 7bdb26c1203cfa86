package dev.firstfill.tenancy.door;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One pharmacy's acts: those inside, and those who wait for one of them to leave. Everything that touches them holds the
 * lane's lock, and nothing that holds it calls anybody.
 */
final class TurnstileLane {
    private final int waitingMax;
    private final Duration patience;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private int inside;
    private int insideMax;

    TurnstileLane(int waitingMax, Duration patience) {
        this.waitingMax = waitingMax;
        this.patience = patience;
    }

    /** @param limit as whoever comes last knows it: the operator may have changed it since */
    void enter(Turn turn, int limit) {
        List<Turn> next;
        boolean full;
        boolean first;
        synchronized (this) {
            insideMax = limit;
            full = inside >= insideMax && waiting.size() >= waitingMax;
            first = waiting.isEmpty() && inside < insideMax;
            if (first) {
                inside++;
            } else if (!full) {
                waiting.add(turn);
            }
            next = called();
        }
        next.forEach(Turn::call);
        if (first) {
            turn.begin();
        } else if (full) {
            turn.refuse();
        } else {
            turn.giveUpAfter(patience);
        }
    }

    void leave() {
        List<Turn> next;
        synchronized (this) {
            inside--;
            next = called();
        }
        next.forEach(Turn::call);
    }

    private List<Turn> called() {
        var next = new ArrayList<Turn>(1);
        while (inside < insideMax && !waiting.isEmpty()) {
            inside++;
            next.add(waiting.poll());
        }
        return next;
    }

    /** Whoever has been called in the meantime goes in. */
    void giveUp(Turn turn) {
        boolean waited;
        synchronized (this) {
            waited = waiting.remove(turn);
        }
        if (waited) {
            turn.refuse();
        }
    }
}
