package dev.firstfill.tenancy.migration;

import dev.firstfill.tenancy.catalogue.Actor;
import dev.firstfill.tenancy.catalogue.LoginPools;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.catalogue.Tenants;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Brings the schemas of all pharmacies to the version that the running code needs, several at a time. It can be
 * stopped in any way at any moment and be run again: each pharmacy is either where it was or done.
 */
public final class Migrator {

    /** DDL of one schema keeps about one core of the database busy; four leave a usual server room for requests. */
    public static final int USUAL_WORKERS = 4;

    private static final Set<TenantState> MIGRATED = EnumSet.of(TenantState.ACTIVE, TenantState.SUSPENDED);

    private final LoginPools owner;
    private final Tenants tenants;
    private final Migrations migrations;
    private final TenantMigration migration;

    public Migrator(LoginPools owner, Tenants tenants, Migrations migrations) {
        this(owner, tenants, migrations, Patience.USUAL);
    }

    Migrator(LoginPools owner, Tenants tenants, Migrations migrations, Patience patience) {
        this.owner = owner;
        this.tenants = tenants;
        this.migrations = migrations;
        this.migration = new TenantMigration(owner, migrations, patience);
    }

    /** Below this version the running code does not serve a pharmacy. */
    public int minimumSchemaVersion() {
        return migrations.latest();
    }

    /**
     * @param workers how many pharmacies at a time; never more than the owner's pool has connections
     * @param listener told after each pharmacy, from one thread at a time
     */
    public Uni<List<MigrationOutcome>> run(int workers, Actor actor, Consumer<MigrationProgress> listener) {
        return migrated().chain(all -> {
            long startedNanos = System.nanoTime();
            var progress = new AtomicReference<>(new MigrationProgress(0, 0, all.size(), Duration.ZERO));
            return Multi.createFrom()
                    .iterable(all)
                    .onItem()
                    .transformToUni(tenant -> migration.of(tenant).call(outcome -> keep(outcome, actor)))
                    .merge(workers)
                    .invoke(outcome -> listener.accept(progress.updateAndGet(
                            before -> before.with(outcome, Duration.ofNanos(System.nanoTime() - startedNanos)))))
                    .collect()
                    .asList();
        });
    }

    private Uni<List<Tenant>> migrated() {
        return tenants.all().map(all -> all.stream()
                .filter(tenant -> MIGRATED.contains(tenant.state()))
                .toList());
    }

    private Uni<Void> keep(MigrationOutcome outcome, Actor actor) {
        var tenant = outcome.tenant();
        return switch (outcome) {
            case MigrationOutcome.Migrated done ->
                tenants.recordMigration(
                        tenant.id(),
                        done.to(),
                        actor,
                        new JsonObject()
                                .put("from", done.from())
                                .put("to", done.to())
                                .put("attempts", done.attempts())
                                .put("tookMs", done.took().toMillis()));
            case MigrationOutcome.UpToDate known
            when known.version() > tenant.schemaVersion() ->
                // A run was killed after the schema's transaction and before the catalogue's.
                tenants.recordMigration(
                        tenant.id(), known.version(), actor, new JsonObject().put("to", known.version()));
            case MigrationOutcome.UpToDate ignored -> Uni.createFrom().voidItem();
            case MigrationOutcome.Failed failed ->
                tenants.note(
                        tenant.id(),
                        "migration-failed",
                        actor,
                        new JsonObject().put("attempts", failed.attempts()).put("reason", failed.reason()));
        };
    }

    /** The files that a run would apply to each pharmacy; changes nothing. */
    public Multi<MigrationPlan> plan() {
        return migrated()
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUniAndConcatenate(this::plan);
    }

    private Uni<MigrationPlan> plan(Tenant tenant) {
        return owner.on(tenant.node())
                .withConnection(connection -> SchemaHistory.of(connection, tenant.schema()))
                .map(history -> history.remaining(migrations).stream()
                        .map(Migration::fileName)
                        .toList())
                .map(files -> new MigrationPlan(tenant, files, ""))
                .onFailure()
                .recoverWithItem(failure -> new MigrationPlan(tenant, List.of(), String.valueOf(failure.getMessage())));
    }

    public Uni<MigrationStatus> status() {
        return migrated().map(all -> MigrationStatus.of(minimumSchemaVersion(), all));
    }
}
