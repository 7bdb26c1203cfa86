package dev.firstfill.tenancy.migration;

import dev.firstfill.tenancy.catalogue.LoginPools;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.TenantBusy;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Brings one pharmacy's schema up to date, in one transaction under the pharmacy's lock. */
final class TenantMigration {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK_DETECTED = "40P01";

    /** Time cures these; every other failure would only come again. */
    private static final Set<String> PASSING = Set.of(LOCK_NOT_AVAILABLE, DEADLOCK_DETECTED);

    /** Many migrations that were turned away together shall not come back together. */
    private static final double JITTER = 0.5;

    private final LoginPools owner;
    private final Migrations migrations;
    private final Patience patience;

    TenantMigration(LoginPools owner, Migrations migrations, Patience patience) {
        this.owner = owner;
        this.migrations = migrations;
        this.patience = patience;
    }

    /** Never fails: what goes wrong with one pharmacy is an outcome, so that it does not stop the others. */
    Uni<MigrationOutcome> of(Tenant tenant) {
        return Uni.createFrom().deferred(() -> {
            var attempts = new AtomicInteger();
            long startedNanos = System.nanoTime();
            return Uni.createFrom()
                    .deferred(() -> attempt(tenant, attempts.incrementAndGet(), startedNanos))
                    .onFailure(TenantMigration::passes)
                    .retry()
                    .withBackOff(patience.firstPause(), patience.longestPause())
                    .withJitter(JITTER)
                    .atMost(patience.retries())
                    .onFailure()
                    .recoverWithItem(failure -> new MigrationOutcome.Failed(tenant, attempts.get(), reason(failure)));
        });
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof TenantBusy
                || failure instanceof PgException refused && PASSING.contains(refused.getSqlState());
    }

    private Uni<MigrationOutcome> attempt(Tenant tenant, int attempt, long startedNanos) {
        return owner.on(tenant.node()).withTransaction(connection -> lock(connection, tenant)
                .chain(() -> SchemaHistory.of(connection, tenant.schema()))
                .chain(history -> {
                    var remaining = history.remaining(migrations);
                    if (remaining.isEmpty()) {
                        return Uni.createFrom().item(new MigrationOutcome.UpToDate(tenant, history.version()));
                    }
                    return connection
                            .query(SchemaScript.steps(tenant, remaining))
                            .execute()
                            .map(done -> new MigrationOutcome.Migrated(
                                    tenant, history.version(), migrations.latest(), attempt, since(startedNanos)));
                }));
    }

    /** Not waited for: whoever holds it is migrating this pharmacy already, or taking it off the platform. */
    private Uni<Void> lock(SqlConnection connection, Tenant tenant) {
        return connection
                .query(SchemaScript.within(patience.lockTimeout(), patience.statementTimeout()))
                .execute()
                .chain(() -> connection
                        .query("select pg_try_advisory_xact_lock(%d)"
                                .formatted(tenant.id().lock()))
                        .execute())
                .invoke(rows -> {
                    if (!rows.iterator().next().getBoolean(0)) {
                        throw new TenantBusy(tenant.slug());
                    }
                })
                .replaceWithVoid();
    }

    private static Duration since(long startedNanos) {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** The server's own words: they name the table or the constraint, and no patient's data is moved into them. */
    private static String reason(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
