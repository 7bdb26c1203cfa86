package dev.firstfill.tenancy.migration;

import dev.firstfill.tenancy.catalogue.LoginPools;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.TenantBusy;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes and erases a pharmacy's schema and role, each as a whole or not at all. */
public final class TenantSchemas {

    /** Nothing else knows a schema in the making; only the rows of the system catalogue are shared with others. */
    private static final Duration CREATION_LOCK_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration CREATION_STATEMENT_TIMEOUT = Duration.ofSeconds(20);

    /** The API's longest statement has ended by then, and no new one comes: the pharmacy is not served any more. */
    private static final Duration ERASURE_LOCK_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration ERASURE_STATEMENT_TIMEOUT = Duration.ofMinutes(2);

    private static final Duration PULSE = Duration.ofMinutes(1);

    private final LoginPools owner;
    private final Migrations migrations;

    public TenantSchemas(LoginPools owner, Migrations migrations) {
        this.owner = owner;
        this.migrations = migrations;
    }

    /** The version of the schemas it makes. */
    public int version() {
        return migrations.latest();
    }

    public Uni<Boolean> exists(Tenant tenant) {
        return owner.on(tenant.node())
                .preparedQuery("select 1 from pg_catalog.pg_namespace where nspname = $1")
                .execute(Tuple.of(tenant.schema()))
                .map(rows -> rows.size() == 1);
    }

    public Uni<Void> create(Tenant tenant) {
        return owner.on(tenant.node())
                .query(SchemaScript.within(CREATION_LOCK_TIMEOUT, CREATION_STATEMENT_TIMEOUT)
                        + SchemaScript.creation(tenant, migrations))
                .execute()
                .replaceWithVoid();
    }

    /**
     * Ends writing for good, so that an export misses nothing. First the right goes, which stops every statement that
     * begins from now on. Then each table is locked for an instant, which waits for whoever had written already.
     */
    public Uni<Void> endWriting(Tenant tenant) {
        return owner.on(tenant.node()).withConnection(connection -> connection
                .query(SchemaScript.within(ERASURE_LOCK_TIMEOUT, ERASURE_STATEMENT_TIMEOUT)
                        + SchemaScript.endOfRightsToWrite(tenant))
                .execute()
                .chain(() -> connection
                        .query(SchemaScript.within(ERASURE_LOCK_TIMEOUT, ERASURE_STATEMENT_TIMEOUT)
                                + SchemaScript.waitForWriters(tenant))
                        .execute())
                .replaceWithVoid());
    }

    /** Runs the work alone: no migration and no other erasure of this pharmacy anywhere at the same time. */
    public <T> Uni<T> alone(Tenant tenant, Supplier<Uni<T>> work) {
        return owner.on(tenant.node())
                .withConnection(connection -> lock(connection, tenant).chain(() -> {
                    var pulse = keepAlive(connection);
                    return work.get().eventually(() -> pulse.cancel()).eventually(() -> unlock(connection, tenant));
                }));
    }

    /** The lock is the connection's, and a connection that is silent for long is taken for dead. */
    private static Cancellable keepAlive(SqlConnection connection) {
        return Multi.createFrom()
                .ticks()
                .every(PULSE)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick ->
                        connection.query("select 1").execute().onFailure().recoverWithNull())
                .subscribe()
                .with(ignored -> {});
    }

    private static Uni<Void> lock(SqlConnection connection, Tenant tenant) {
        return connection
                .query("select pg_try_advisory_lock(%d)".formatted(tenant.id().lock()))
                .execute()
                .invoke(rows -> {
                    if (!rows.iterator().next().getBoolean(0)) {
                        throw new TenantBusy(tenant.slug());
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> unlock(SqlConnection connection, Tenant tenant) {
        return connection
                .query("select pg_advisory_unlock(%d)".formatted(tenant.id().lock()))
                .execute()
                .replaceWithVoid();
    }

    public Uni<Void> erase(Tenant tenant) {
        return owner.on(tenant.node())
                .query(SchemaScript.within(ERASURE_LOCK_TIMEOUT, ERASURE_STATEMENT_TIMEOUT)
                        + SchemaScript.erasure(tenant))
                .execute()
                .replaceWithVoid();
    }
}
