package dev.firstfill.tenancy.audit;

import dev.firstfill.kernel.Now;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.routing.TenantContexts;
import dev.firstfill.tenancy.routing.TwoKeyPool;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Signs, every few seconds, where the ledgers stand of those pharmacies in which something was recorded by this
 * program. Before it signs it looks whether what it signed before still stands there; if it does not, somebody has
 * changed the ledger behind the platform's back, and the notary signs no more for this pharmacy until it is started
 * anew and finds all in order.
 */
public final class Notary {
    /** Each looks up one row by its key; more at once would only take connections from requests. */
    private static final int AT_ONCE = 4;

    /**
     * Signing takes a processor as long as a request does. All pharmacies in one go, some hundreds, and for that long
     * nobody else had one; so a round spreads over this part of the time to the next, in pauses of no more than that.
     */
    private static final double SPREAD = 0.8;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    /** What could not be signed in this time at the end is signed by whoever appends next. */
    private static final Duration LAST_ROUND = Duration.ofSeconds(5);

    private static final String HEAD = """
            select last.seq, last.hash, signed.hash as signed
            from (select seq, hash from pharmacy.audit_record order by seq desc limit 1) last
            left join pharmacy.audit_record signed on signed.seq = $1
            """;

    private final TwoKeyPool pool;
    private final TenantContexts contexts;
    private final CheckpointStore store;
    private final CheckpointCopies copies;
    private final NotaryKey key;
    private final SignatureCheck signatures;
    private final Anchor anchor;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<TenantId, Tenant> news = new ConcurrentHashMap<>();
    private final Map<TenantId, Checkpoint> signedLast = new ConcurrentHashMap<>();
    private final Map<TenantId, String> refused = new ConcurrentHashMap<>();
    private final AtomicBoolean goingRound = new AtomicBoolean();
    private volatile boolean ending;

    public Notary(
            TwoKeyPool pool,
            Vertx vertx,
            CheckpointStore store,
            CheckpointCopies copies,
            NotaryKey key,
            Anchor anchor,
            Clock clock,
            MeterRegistry meters) {
        this.pool = pool;
        this.contexts = new TenantContexts(vertx);
        this.store = store;
        this.copies = copies;
        this.key = key;
        this.signatures = key.check();
        this.anchor = anchor;
        this.clock = clock;
        this.meters = meters;
    }

    /** Something was recorded and committed there. Costs next to nothing, and pharmacies where nobody works nothing. */
    public void hasNews(Tenant tenant) {
        news.put(tenant.id(), tenant);
    }

    /** @return signs a last time and ends when closed */
    public AutoCloseable goRound(Vertx vertx, Duration every) {
        var over = Duration.ofMillis((long) (every.toMillis() * SPREAD));
        long timer = vertx.setPeriodic(
                every.toMillis(), tick -> round(over).subscribe().with(done -> {}));
        return () -> {
            vertx.cancelTimer(timer);
            finish();
        };
    }

    /** Whoever was in the middle of a round goes on without pauses, and what came in meanwhile has a round of its own. */
    private void finish() throws InterruptedException {
        ending = true;
        var deadline = System.nanoTime() + LAST_ROUND.toNanos();
        while (goingRound.get() && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        try {
            round().subscribeAsCompletionStage().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | java.util.concurrent.ExecutionException late) {
            Log.warnf("The last checkpoints could not be signed: %s", late.toString());
        }
    }

    /** Signs for everybody who has news, at once. Never fails; what did not work is tried again in the next round. */
    public Uni<Void> round() {
        return round(Duration.ZERO);
    }

    /** @param over how long the pauses between them take together, at most */
    Uni<Void> round(Duration over) {
        return Uni.createFrom().deferred(() -> {
            if (!goingRound.compareAndSet(false, true)) {
                return Uni.createFrom().voidItem();
            }
            var tenants = List.copyOf(news.values());
            if (tenants.isEmpty()) {
                goingRound.set(false);
                return Uni.createFrom().voidItem();
            }
            var pause = pause(over, tenants.size());
            return Uni.join()
                    .all(tenants.stream()
                            .map(tenant -> sign(tenant).call(() -> rest(pause)))
                            .toList())
                    .usingConcurrencyOf(AT_ONCE)
                    .andCollectFailures()
                    .onTermination()
                    .invoke(() -> goingRound.set(false))
                    .replaceWithVoid();
        });
    }

    private static Duration pause(Duration over, int tenants) {
        var fair = over.multipliedBy(AT_ONCE).dividedBy(Math.max(tenants, AT_ONCE));
        return fair.compareTo(LONGEST_PAUSE) < 0 ? fair : LONGEST_PAUSE;
    }

    private Uni<Void> rest(Duration pause) {
        var nothing = Uni.createFrom().voidItem();
        return ending || !pause.isPositive()
                ? nothing
                : nothing.onItem().delayIt().by(pause);
    }

    private Uni<Void> sign(Tenant tenant) {
        return Uni.createFrom()
                .deferred(() -> {
                    // Taken before looking: what is recorded from now on is news for the next round.
                    news.remove(tenant.id());
                    return last(tenant.id()).chain(last -> head(
                                    tenant, last.map(Checkpoint::seq).orElse(0L))
                            .emitOn(Infrastructure.getDefaultWorkerPool())
                            .chain(head -> signed(tenant, last.orElse(null), head)));
                })
                .onFailure()
                .invoke(failure -> {
                    news.putIfAbsent(tenant.id(), tenant);
                    Log.warnf("No checkpoint could be made (tenant=%s): %s", tenant.slug(), failure.toString());
                })
                .onFailure()
                .recoverWithNull();
    }

    /** What this program signed last, or when it has not signed yet, the furthest that anybody did. */
    private Uni<Optional<Checkpoint>> last(TenantId tenant) {
        var known = signedLast.get(tenant);
        if (known != null) {
            return Uni.createFrom().item(Optional.of(known));
        }
        return copies.last(tenant).emitOn(Infrastructure.getDefaultWorkerPool()).map(copy -> Stream.concat(
                        copy.stream(), store.last(tenant).stream())
                .max(java.util.Comparator.comparing(Checkpoint::seq)));
    }

    /** @param found the last record; null when there is none. @param signed hash at the place asked for */
    private record Looked(@Nullable Head found, byte @Nullable [] signed) {}

    private Uni<Looked> head(Tenant tenant, long signedSeq) {
        return contexts.in(tenant, () -> Uni.createFrom().completionStage(() -> pool.preparedQuery(HEAD)
                        .execute(Tuple.of(signedSeq))
                        .toCompletionStage()))
                .map(Notary::looked);
    }

    private static Looked looked(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return new Looked(null, null);
        }
        var row = rows.iterator().next();
        Buffer signed = row.getBuffer("signed");
        return new Looked(
                new Head(row.getLong("seq"), row.getBuffer("hash").getBytes()),
                signed == null ? null : signed.getBytes());
    }

    private Uni<Void> signed(Tenant tenant, @Nullable Checkpoint last, Looked looked) {
        var contradiction = refused.computeIfAbsent(tenant.id(), id -> contradiction(last, looked));
        if (contradiction != null) {
            return refuse(tenant, contradiction);
        }
        var head = looked.found();
        if (head == null || last != null && head.seq() == last.seq()) {
            return Uni.createFrom().voidItem();
        }
        var checkpoint = Checkpoint.signed(tenant.id(), head, Now.by(clock), last, key);
        store.add(checkpoint);
        signedLast.put(tenant.id(), checkpoint);
        anchor.tell(checkpoint);
        meters.counter("firstfill.ledger.checkpoints", "tenant", tenant.slug()).increment();
        return copies.add(checkpoint)
                .onFailure()
                .invoke(failure -> Log.warnf(
                        "A checkpoint was kept and not copied (tenant=%s seq=%d): %s",
                        tenant.slug(), checkpoint.seq(), failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    private @Nullable String contradiction(@Nullable Checkpoint last, Looked looked) {
        if (last == null) {
            return null;
        }
        // What this program signed itself it need not check: that takes longer than signing.
        if (last != signedLast.get(last.tenant()) && !signatures.isGood(last)) {
            return "the last checkpoint, of record %d, is not signed by the notary's key".formatted(last.seq());
        }
        if (looked.signed() == null) {
            return "record %d was signed and is not there".formatted(last.seq());
        }
        return new Head(last.seq(), last.hash()).is(Objects.requireNonNull(looked.signed()))
                ? null
                : "record %d is not what was signed".formatted(last.seq());
    }

    private Uni<Void> refuse(Tenant tenant, String contradiction) {
        meters.counter("firstfill.ledger.checkpoint.refused", "tenant", tenant.slug())
                .increment();
        Log.errorf(
                "The audit ledger was changed behind the platform's back: %s. No checkpoint is signed."
                        + " Run bin/audit verify %s (tenant=%s)",
                contradiction, tenant.slug(), tenant.slug());
        return Uni.createFrom().voidItem();
    }
}
