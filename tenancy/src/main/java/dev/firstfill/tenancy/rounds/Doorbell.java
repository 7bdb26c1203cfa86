package dev.firstfill.tenancy.rounds;

import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Tells the processes that work in the background which pharmacies have work for them, for a process that does none
 * itself. {@link Porter} hears it. Rung after the commit and never in it: PostgreSQL takes one lock for all commits that
 * notify, and pharmacies would queue for each other's disk.
 */
public final class Doorbell implements AutoCloseable {
    static final String CHANNEL = "firstfill_work";

    /** What is rung in this time is told at once, so a busy process sends a few messages a second and not one a write. */
    private static final Duration GATHERED_FOR = Duration.ofMillis(20);

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    /** When the process ends; who is not told by then is found by the round. */
    private static final Duration LAST_WORD = Duration.ofSeconds(2);

    /** PostgreSQL takes 8,000 bytes, and an id and its comma are 37. */
    private static final int PHARMACIES_MAX = 200;

    private final Vertx vertx;
    private final Pool control;
    private final Set<TenantId> rung = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean telling = new AtomicBoolean();
    private volatile boolean failing;

    /** @param control connections to the node with the catalogue, which every process reaches */
    public Doorbell(Vertx vertx, Pool control) {
        this.vertx = vertx;
        this.control = control;
    }

    /** Cheap, and may be called from any thread. */
    public void ring(Tenant tenant) {
        rung.add(tenant.id());
        tellAfter(GATHERED_FOR);
    }

    private void tellAfter(Duration pause) {
        if (telling.compareAndSet(false, true)) {
            vertx.setTimer(pause.toMillis(), timer -> tell().subscribe().with(this::goOn));
        }
    }

    private void goOn(Duration pause) {
        telling.set(false);
        if (!rung.isEmpty()) {
            tellAfter(pause);
        }
    }

    /** @return how long to wait before telling what is left */
    private Uni<Duration> tell() {
        var tenants = rung.stream().limit(PHARMACIES_MAX).toList();
        tenants.forEach(rung::remove);
        return control.preparedQuery("select pg_notify($1, $2)")
                .execute(Tuple.of(
                        CHANNEL, tenants.stream().map(TenantId::toString).collect(Collectors.joining(","))))
                .invoke(told -> failing = false)
                .replaceWith(GATHERED_FOR)
                .onFailure()
                .invoke(failure -> notTold(tenants, failure))
                .onFailure()
                .recoverWithItem(AGAIN_AFTER);
    }

    private void notTold(List<TenantId> tenants, Throwable failure) {
        rung.addAll(tenants);
        if (!failing) {
            failing = true;
            Log.warnf("Who works in the background cannot be told of new work: %s", failure.toString());
        }
    }

    /** Tells what has not been told yet. */
    @Override
    public void close() {
        if (!rung.isEmpty()) {
            tell().ifNoItem()
                    .after(LAST_WORD)
                    .recoverWithItem(AGAIN_AFTER)
                    .await()
                    .indefinitely();
        }
    }
}
