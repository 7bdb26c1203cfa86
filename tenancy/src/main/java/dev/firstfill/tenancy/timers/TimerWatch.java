package dev.firstfill.tenancy.timers;

import dev.firstfill.kernel.DueTimers;
import dev.firstfill.kernel.Now;
import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.rounds.RoundTrip;
import dev.firstfill.tenancy.rounds.WaitingLine;
import dev.firstfill.tenancy.routing.Requester;
import dev.firstfill.tenancy.routing.TenantContexts;
import dev.firstfill.tenancy.routing.TestTime;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Fires what falls due in the pharmacies that are served. Every process goes round all of them; of several that come
 * at once each timer is fired by one, because whoever keeps the timers marks it in the same transaction. So nothing is
 * remembered here that a crash could lose.
 *
 * <p>A look tells when the next timer falls due, and if that is before the next round, it is come back for in time. What
 * is set meanwhile is found on the next round: so a timer is late by a round at most, and mostly by nothing. In a sandbox
 * whose clock stands still, due is what is due where it stands.
 */
public final class TimerWatch implements AutoCloseable {
    /** Each holds one connection for moments only; more would take them from those who wait for answers. */
    static final int PHARMACIES_AT_ONCE = 4;

    /** In a row for one pharmacy, before it looks whether it shall go on. */
    static final int BATCH = 50;

    private static final Duration PAUSE_FIRST = Duration.ofSeconds(1);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(5);

    /** What others have in hand is done in moments. */
    private static final Duration OTHERS_PAUSE = Duration.ofSeconds(5);

    private final DueTimers timers;
    private final Catalogue catalogue;
    private final TenantContexts contexts;
    private final TestTime testTime;
    private final Clock clock;
    private final int minimumSchemaVersion;
    private final Duration aroundAll;
    private final MeterRegistry meters;
    private final RoundTrip round;
    private final WaitingLine line;
    private final Map<TenantId, Integer> failures = new ConcurrentHashMap<>();

    /**
     * @param clock the pharmacies'
     * @param minimumSchemaVersion a pharmacy behind it is left alone until it is migrated
     * @param aroundAll how long a round over all pharmacies takes
     */
    public TimerWatch(
            DueTimers timers,
            Catalogue catalogue,
            Vertx vertx,
            TestTime testTime,
            Clock clock,
            int minimumSchemaVersion,
            Duration aroundAll,
            MeterRegistry meters) {
        this.timers = timers;
        this.catalogue = catalogue;
        this.contexts = new TenantContexts(vertx);
        this.testTime = testTime;
        this.clock = clock;
        this.minimumSchemaVersion = minimumSchemaVersion;
        this.aroundAll = aroundAll;
        this.meters = meters;
        this.round = new RoundTrip(vertx, aroundAll);
        this.line = new WaitingLine(vertx, PHARMACIES_AT_ONCE, this::work);
    }

    /** Begins to go round all pharmacies. */
    public void start() {
        round.start(this::served, this::visit);
    }

    /** One that failed is come back for by itself, later and later; the round must not make that sooner. */
    private void visit(Tenant tenant) {
        if (!failures.containsKey(tenant.id())) {
            line.wake(tenant);
        }
    }

    /** A suspended pharmacy's timers wait, and fire when it is served again. */
    private Optional<List<Tenant>> served() {
        if (!catalogue.isFresh()) {
            return Optional.empty();
        }
        return Optional.of(catalogue.all().stream().filter(this::isServed).toList());
    }

    private boolean isServed(Tenant tenant) {
        return tenant.state() == TenantState.ACTIVE && tenant.schemaVersion() >= minimumSchemaVersion;
    }

    private Uni<Void> work(Tenant known) {
        return Uni.createFrom()
                .deferred(() -> stillServed(known).map(this::fireAll).orElseGet(Uni.createFrom()::voidItem))
                .invoke(() -> failures.remove(known.id()))
                .onFailure()
                .recoverWithItem(failure -> comeBack(known, failure));
    }

    /** It may have been suspended, or have left, since it was put in line. */
    private Optional<Tenant> stillServed(Tenant known) {
        return line.isClosed() ? Optional.empty() : catalogue.withId(known.id()).filter(this::isServed);
    }

    /** Batch after batch, until nothing more is due. */
    private Uni<Void> fireAll(Tenant tenant) {
        return contexts.in(tenant, Requester.platform("timers"), () -> testTime.enter(tenant)
                        .chain(() -> fireBatch(tenant)))
                .repeat()
                .until(fired -> fired < BATCH || line.isClosed())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> fireBatch(Tenant tenant) {
        meters.counter("firstfill.timers.looks").increment();
        var now = Now.by(clock);
        var standsStill = tenant.sandbox() && TestTime.now().isPresent();
        return timers.nextDueUpTo(standsStill ? now : now.plus(aroundAll)).chain(next -> {
            if (next.isEmpty()) {
                return Uni.createFrom().item(0);
            }
            if (next.get().isAfter(now)) {
                line.wakeAfter(tenant, Duration.between(now, next.get()));
                return Uni.createFrom().item(0);
            }
            return timers.fireDue(now, BATCH).invoke(fired -> told(tenant, standsStill, next.get(), now, fired));
        });
    }

    private void told(Tenant tenant, boolean standsStill, Instant due, Instant now, int fired) {
        if (fired == 0) {
            line.wakeAfter(tenant, OTHERS_PAUSE);
            return;
        }
        meters.counter("firstfill.timers.fired").increment(fired);
        if (!standsStill) {
            meters.timer("firstfill.timers.late").record(Duration.between(due, now));
        }
        if (fired < BATCH) {
            line.wake(tenant);
        }
    }

    private Void comeBack(Tenant tenant, Throwable failure) {
        int failed = failures.merge(tenant.id(), 1, Integer::sum);
        var pause = pauseAfter(failed);
        meters.counter("firstfill.timers.failed").increment();
        Log.warnf(
                "What is due could not be fired, and is tried again in %d s (tenant=%s failures=%d): %s",
                pause.toSeconds(), tenant.slug(), failed, failure.toString());
        line.wakeAfter(tenant, pause);
        return null;
    }

    /** Doubles, with up to a fifth more by chance, so that what failed together does not come back together. */
    private static Duration pauseAfter(int failed) {
        var doubled = PAUSE_FIRST.multipliedBy(1L << Math.min(failed - 1, 20));
        var pause = doubled.compareTo(PAUSE_MAX) < 0 ? doubled : PAUSE_MAX;
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 5 + 1));
    }

    /** What is being fired is finished or rolled back, and no more is begun. */
    @Override
    public void close() {
        line.close();
        round.close();
    }
}
