package dev.firstfill.tenancy.sandbox;

import dev.firstfill.kernel.DueTimers;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.ClockAdvancing;
import dev.firstfill.tenancy.catalogue.TestClocks;
import dev.firstfill.tenancy.routing.Requester;
import dev.firstfill.tenancy.routing.TenantContexts;
import dev.firstfill.tenancy.routing.TestTime;
import dev.firstfill.tenancy.sandbox.SandboxClock.Wish;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** One move of a clock: to the next instant at which something falls due, fire it, and on to the next, to the end. */
final class Advance {
    /** Fired between two looks at the clock's lease. */
    static final int BATCH = 20;

    /** What others have in hand is waited for, since what comes after it must not fire before it. */
    private static final Duration OTHERS_PAUSE = Duration.ofMillis(100);

    private static final int OTHERS_WAITED_FOR_MAX = 50;

    private final Wish wish;
    private final TestClocks clocks;
    private final TenantContexts contexts;
    private final TestTime testTime;
    private final Optional<DueTimers> timers;
    private final long endNanos;
    private Instant stands;
    private int waitedForOthers;

    Advance(
            Wish wish,
            TestClocks clocks,
            TenantContexts contexts,
            TestTime testTime,
            Optional<DueTimers> timers,
            Duration patience) {
        this.wish = wish;
        this.clocks = clocks;
        this.contexts = contexts;
        this.testTime = testTime;
        this.timers = timers;
        this.endNanos = System.nanoTime() + patience.toNanos();
        this.stands = wish.before().orElse(Instant.MIN);
    }

    Uni<Instant> run() {
        return timers.map(this::run).orElseGet(() -> stepTo(wish.target())).map(done -> stands);
    }

    /** A loop: the Uni that looks is asked again and again, so that a thousand timers are no thousand frames deep. */
    private Uni<Void> run(DueTimers due) {
        return Uni.createFrom()
                .deferred(() -> step(due))
                .repeat()
                .until(ended -> ended)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** @return whether that was the last */
    private Uni<Boolean> step(DueTimers due) {
        if (System.nanoTime() - endNanos >= 0 && stands.isAfter(Instant.MIN)) {
            return Uni.createFrom().item(true);
        }
        return inPharmacy(() -> due.nextDueUpTo(wish.target()))
                .chain(next -> next.isEmpty()
                        ? stepTo(wish.target()).replaceWith(true)
                        : stepTo(next.get()).chain(() -> fire(due)).replaceWith(false));
    }

    /** What is overdue fires at the time that it is. */
    private Uni<Void> stepTo(Instant next) {
        var now = next.isBefore(stands) ? stands : next;
        return clocks.step(wish.tenant().id(), wish.advance(), now).invoke(() -> stands = now);
    }

    private Uni<Void> fire(DueTimers due) {
        var now = stands;
        return inPharmacy(() -> due.fireDue(now, BATCH)).chain(fired -> {
            if (fired > 0) {
                waitedForOthers = 0;
                return Uni.createFrom().voidItem();
            }
            if (++waitedForOthers > OTHERS_WAITED_FOR_MAX) {
                return Uni.createFrom().failure(new ClockAdvancing());
            }
            return Uni.createFrom().voidItem().onItem().delayIt().by(OTHERS_PAUSE);
        });
    }

    /** In a context that has not read the clock yet, so that it meets the one just set. */
    private <T> Uni<T> inPharmacy(Supplier<Uni<T>> work) {
        var tenant = wish.tenant();
        return contexts.in(tenant, Requester.platform("timers"), () -> testTime.enter(tenant)
                .chain(work::get));
    }
}
