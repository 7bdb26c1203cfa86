package dev.firstfill.tenancy.audit;

import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.routing.TenantContexts;
import dev.firstfill.tenancy.routing.TwoKeyPool;
import dev.firstfill.tenancy.routing.WayBack;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Takes the records of reads and of refused attempts, which have no transaction of their own to stand in. Whoever
 * waits for an answer waits for the record to be committed; those who come while one batch of a pharmacy is on its
 * way make up the next one, so under load one commit serves many, and without load nobody waits for company.
 */
public final class Ledger {
    /** One statement's worth; more would make the first of them wait for the last. */
    static final int BATCH_MAX = 256;

    /** Those who wait are requests that hold their answers in memory. */
    static final int WAITING_MAX = 2_048;

    private final TwoKeyPool pool;
    private final TenantContexts contexts;
    private final Vertx vertx;
    private final Patience patience;
    private final Consumer<Tenant> appended;
    private final DistributionSummary batchSizes;
    private final MeterRegistry meters;
    private final Map<TenantId, LedgerLane> lanes = new ConcurrentHashMap<>();

    /**
     * @param patience how long an answer waits for its record before it is refused
     * @param appended is told of each pharmacy in which something was recorded, after the commit
     */
    public Ledger(TwoKeyPool pool, Vertx vertx, Duration patience, Consumer<Tenant> appended, MeterRegistry meters) {
        this.pool = pool;
        this.contexts = new TenantContexts(vertx);
        this.vertx = vertx;
        this.patience = new Patience(patience);
        this.appended = appended;
        this.meters = meters;
        this.batchSizes = meters.summary("firstfill.ledger.batch");
    }

    /** Fails with {@link LedgerUnavailable} when the record could not be committed in time. */
    public Uni<Void> append(Tenant tenant, AuditRecord record) {
        return Uni.createFrom().deferred(() -> Uni.createFrom()
                .<Void>emitter(answer -> lanes.computeIfAbsent(tenant.id(), id -> new LedgerLane(this, tenant))
                        .add(record, answer))
                .emitOn(WayBack.toHere()));
    }

    Vertx vertx() {
        return vertx;
    }

    Patience patience() {
        return patience;
    }

    /** A batch that failed may have been committed all the same; then its records stand there, and nobody was answered. */
    Uni<Void> send(Tenant tenant, List<AuditRecord> batch) {
        batchSizes.record(batch.size());
        return contexts.near(tenant, () -> Uni.createFrom()
                        .completionStage(() -> pool.atOnce(LedgerStatements.append(tenant.id(), batch))
                                .toCompletionStage()))
                .invoke(() -> appended(tenant))
                .onFailure()
                .invoke(failure -> refused(tenant, failure))
                .replaceWithVoid();
    }

    /** To be told of records that were committed in a transaction of their own act. */
    public void appended(Tenant tenant) {
        appended.accept(tenant);
    }

    private void refused(Tenant tenant, Throwable failure) {
        meters.counter("firstfill.ledger.refused", "tenant", tenant.slug()).increment();
        Log.errorf("The audit ledger cannot be written (tenant=%s): %s", tenant.slug(), failure.toString());
    }
}
