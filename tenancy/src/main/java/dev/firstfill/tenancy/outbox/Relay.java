package dev.firstfill.tenancy.outbox;

import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.catalogue.TenantState;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Carries events from the pharmacies' outboxes to the receiver. It is woken by whoever committed an event, and for
 * what a killed process left behind it goes round all pharmacies slowly: so a thousand pharmacies with nothing to say
 * cost a few small queries a second.
 */
public final class Relay implements AutoCloseable {
    /** Each holds one connection for moments only; more would take them from those who wait for answers. */
    static final int PHARMACIES_AT_ONCE = 4;

    static final int DELIVERIES_AT_ONCE = 16;

    /** With the pauses below, about an hour and a half. */
    static final int ATTEMPTS_MAX = 14;

    private static final Duration PAUSE_FIRST = Duration.ofSeconds(1);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(15);

    private final Outbox outbox;
    private final Receiver receiver;
    private final Catalogue catalogue;
    private final Vertx vertx;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Deque<Tenant> woken = new ArrayDeque<>();
    private final Set<TenantId> waiting = new HashSet<>();
    private final Set<TenantId> working = new HashSet<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final RoundTrip round;

    /** @param aroundAll how long a round over all pharmacies takes */
    public Relay(
            Outbox outbox,
            Receiver receiver,
            Catalogue catalogue,
            Vertx vertx,
            Clock clock,
            Duration aroundAll,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.receiver = receiver;
        this.catalogue = catalogue;
        this.vertx = vertx;
        this.clock = clock;
        this.meters = meters;
        this.round = new RoundTrip(vertx, aroundAll);
    }

    /** Begins to go round all pharmacies. */
    public void start() {
        round.start(this::open, this::wake);
    }

    /** A suspended pharmacy's events happened all the same. */
    private Optional<List<Tenant>> open() {
        if (!catalogue.isFresh()) {
            return Optional.empty();
        }
        return Optional.of(catalogue.all().stream()
                .filter(tenant -> tenant.state() == TenantState.ACTIVE || tenant.state() == TenantState.SUSPENDED)
                .toList());
    }

    /** The pharmacy may have something to tell. Cheap, and may be called from any thread. */
    public void wake(Tenant tenant) {
        synchronized (this) {
            if (closed.get() || !waiting.add(tenant.id())) {
                return;
            }
            woken.add(tenant);
        }
        workOn();
    }

    private void workOn() {
        List<Tenant> begin = new ArrayList<>();
        synchronized (this) {
            while (working.size() < PHARMACIES_AT_ONCE && !closed.get()) {
                var next = nextNotAtWork();
                if (next == null) {
                    break;
                }
                begin.add(next);
            }
        }
        begin.forEach(this::work);
    }

    /** Holds the lock. One that is being worked on and was woken again is worked on once more afterwards. */
    private @Nullable Tenant nextNotAtWork() {
        for (var tenants = woken.iterator(); tenants.hasNext(); ) {
            var tenant = tenants.next();
            if (working.add(tenant.id())) {
                tenants.remove();
                waiting.remove(tenant.id());
                return tenant;
            }
        }
        return null;
    }

    private void work(Tenant tenant) {
        relayAll(tenant).subscribe().with(done -> ended(tenant), failure -> {
            Log.warnf("Events could not be relayed (tenant=%s): %s", tenant.slug(), failure.toString());
            ended(tenant);
            wakeAfter(tenant, PAUSE_FIRST.multipliedBy(10));
        });
    }

    private void ended(Tenant tenant) {
        synchronized (this) {
            working.remove(tenant.id());
        }
        workOn();
    }

    /** Takes and delivers until nothing is due, and comes back when the next one is. */
    private Uni<Void> relayAll(Tenant tenant) {
        meters.counter("firstfill.outbox.looks").increment();
        return outbox.nextDue(tenant).chain(due -> {
            if (due.isEmpty() || closed.get()) {
                return Uni.createFrom().voidItem();
            }
            var pause = Duration.between(clock.instant(), due.get());
            if (pause.isPositive()) {
                wakeAfter(tenant, pause);
                return Uni.createFrom().voidItem();
            }
            return outbox.take(tenant).chain(events -> taken(tenant, events));
        });
    }

    /** Nothing taken although something was due: another relay has it in hand. */
    private Uni<Void> taken(Tenant tenant, List<OutboxEvent> events) {
        if (events.isEmpty()) {
            wakeAfter(tenant, PAUSE_FIRST);
            return Uni.createFrom().voidItem();
        }
        return deliver(tenant, events).chain(() -> relayAll(tenant));
    }

    private void wakeAfter(Tenant tenant, Duration pause) {
        if (!closed.get()) {
            vertx.setTimer(Math.max(1, pause.toMillis()), timer -> wake(tenant));
        }
    }

    /** Each is of another thing, so they need not wait for each other. */
    private Uni<Void> deliver(Tenant tenant, List<OutboxEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUni(event -> delivered(tenant, event))
                .merge(DELIVERIES_AT_ONCE)
                .filter(seq -> seq >= 0)
                .collect()
                .asList()
                .chain(seqs ->
                        closed.get() || seqs.isEmpty() ? Uni.createFrom().voidItem() : outbox.delivered(tenant, seqs));
    }

    /** @return the event's seq, or -1 when it was not taken */
    private Uni<Long> delivered(Tenant tenant, OutboxEvent event) {
        if (closed.get()) {
            return Uni.createFrom().item(-1L);
        }
        return receiver.deliver(tenant, event)
                .invoke(() -> meters.counter("firstfill.outbox.delivered").increment())
                .replaceWith(event.seq())
                .onFailure()
                .recoverWithUni(failure -> notTaken(tenant, event, failure).replaceWith(-1L));
    }

    private Uni<Void> notTaken(Tenant tenant, OutboxEvent event, Throwable failure) {
        if (closed.get()) {
            return Uni.createFrom().voidItem();
        }
        if (failure instanceof PutOff later) {
            return outbox.putOff(tenant, event, clock.instant().plus(later.pause()));
        }
        meters.counter("firstfill.outbox.failed").increment();
        var why = failure instanceof NotTaken refused
                ? refused.getMessage()
                : failure.getClass().getSimpleName();
        if (event.attempts() < ATTEMPTS_MAX) {
            return outbox.failed(tenant, event, clock.instant().plus(pauseAfter(event.attempts())), why);
        }
        meters.counter("firstfill.outbox.parked", "tenant", tenant.slug()).increment();
        Log.errorf(
                "An event was not taken and is parked, and those of the same thing behind it wait"
                        + " (tenant=%s event=%s type=%s): %s",
                tenant.slug(), event.id(), event.type(), why);
        return outbox.park(tenant, event, why);
    }

    /** Doubles, with up to a fifth more by chance, so that what failed together does not come back together. */
    private static Duration pauseAfter(int attempts) {
        var doubled = PAUSE_FIRST.multipliedBy(1L << Math.min(attempts - 1, 20));
        var pause = doubled.compareTo(PAUSE_MAX) < 0 ? doubled : PAUSE_MAX;
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 5 + 1));
    }

    /** What is in a receiver's hands is told again after the lease; nothing is written any more. */
    @Override
    public void close() {
        closed.set(true);
        round.close();
    }
}
