package dev.firstfill.tenancy.outbox;

import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.rounds.RoundTrip;
import dev.firstfill.tenancy.rounds.WaitingLine;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

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
    private final Clock clock;
    private final MeterRegistry meters;
    private final WaitingLine line;
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
        this.clock = clock;
        this.meters = meters;
        this.line = new WaitingLine(vertx, PHARMACIES_AT_ONCE, this::work);
        this.round = new RoundTrip(vertx, aroundAll);
    }

    /** Begins to go round all pharmacies. */
    public void start() {
        round.start(this::open, this::wake);
    }

    /** Somebody may have something to tell, and nobody knows who. */
    public void goRoundAtOnce() {
        round.atOnce();
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
        line.wake(tenant);
    }

    private Uni<Void> work(Tenant tenant) {
        return relayAll(tenant).onFailure().recoverWithItem(failure -> {
            Log.warnf("Events could not be relayed (tenant=%s): %s", tenant.slug(), failure.toString());
            line.wakeAfter(tenant, PAUSE_FIRST.multipliedBy(10));
            return null;
        });
    }

    /** Takes and delivers until nothing is due, and comes back when the next one is. */
    private Uni<Void> relayAll(Tenant tenant) {
        meters.counter("firstfill.outbox.looks").increment();
        return outbox.nextDue(tenant).chain(due -> {
            if (due.isEmpty() || line.isEnding()) {
                return Uni.createFrom().voidItem();
            }
            var pause = Duration.between(clock.instant(), due.get());
            if (pause.isPositive()) {
                line.wakeAfter(tenant, pause);
                return Uni.createFrom().voidItem();
            }
            return outbox.take(tenant).chain(events -> taken(tenant, events));
        });
    }

    /** Nothing taken although something was due: another relay has it in hand. */
    private Uni<Void> taken(Tenant tenant, List<OutboxEvent> events) {
        if (events.isEmpty()) {
            line.wakeAfter(tenant, PAUSE_FIRST);
            return Uni.createFrom().voidItem();
        }
        return deliver(tenant, events).chain(() -> relayAll(tenant));
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
                .chain(seqs -> line.isClosed() || seqs.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : outbox.delivered(tenant, seqs));
    }

    /** @return the event's seq, or -1 when it was not taken */
    private Uni<Long> delivered(Tenant tenant, OutboxEvent event) {
        if (line.isClosed()) {
            return Uni.createFrom().item(-1L);
        }
        return receiver.deliver(tenant, event)
                .invoke(() -> meters.counter("firstfill.outbox.delivered").increment())
                .replaceWith(event.seq())
                .onFailure()
                .recoverWithUni(failure -> notTaken(tenant, event, failure).replaceWith(-1L));
    }

    private Uni<Void> notTaken(Tenant tenant, OutboxEvent event, Throwable failure) {
        if (line.isClosed()) {
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

    /** Takes no more. What was taken is told and written down first, so that a process that ends tells nothing twice. */
    public Uni<Void> finish() {
        round.close();
        return line.finish();
    }

    /** What is in a receiver's hands is told again after the lease; nothing is written any more. */
    @Override
    public void close() {
        line.close();
        round.close();
    }
}
