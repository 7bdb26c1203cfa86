package dev.firstfill.tenancy.rounds;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Visits every pharmacy once in a given time, evenly, a few at each tick. The first round is made at once, since it may
 * follow a process that was killed, and so is another whenever something may have been missed.
 */
public final class RoundTrip implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final int ticks;
    private final Deque<Tenant> left = new ArrayDeque<>();
    private final AtomicBoolean atOnce = new AtomicBoolean(true);
    private long timer = -1;
    private int round;
    private int ticksOfRound;
    private int ticksLeft;

    /** @param aroundAll in whole seconds */
    public RoundTrip(Vertx vertx, Duration aroundAll) {
        this.vertx = vertx;
        this.ticks = (int) Math.max(1, aroundAll.dividedBy(TICK));
    }

    /** @param all whom to visit; empty as long as nobody knows */
    public void start(Supplier<Optional<List<Tenant>>> all, Consumer<Tenant> visit) {
        timer = vertx.setPeriodic(1, TICK.toMillis(), tick -> {
            if (ticksLeft == 0 || atOnce.get()) {
                var known = all.get();
                if (known.isEmpty()) {
                    return;
                }
                left.clear();
                left.addAll(known.get());
                round = left.size();
                ticksOfRound = atOnce.getAndSet(false) ? 1 : ticks;
                ticksLeft = ticksOfRound;
            }
            ticksLeft--;
            // As many as are too many for the ticks that are left: a few pharmacies are spread over all of them.
            long mayBeLeft = (long) round * ticksLeft / ticksOfRound;
            while (left.size() > mayBeLeft) {
                visit.accept(left.remove());
            }
        });
    }

    /** Begins anew with the next tick, and visits everybody at once. */
    public void atOnce() {
        atOnce.set(true);
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
