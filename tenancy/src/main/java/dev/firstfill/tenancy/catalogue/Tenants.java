package dev.firstfill.tenancy.catalogue;

import dev.firstfill.tenancy.catalogue.TenancyRefusals.NodeUnknown;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.SlugTaken;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.TenantNotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rows of the catalogue. Every change of one leaves an event in the same transaction. */
public final class Tenants {
    private static final String COLUMNS = """
            id, slug, name, state, organisation, schema_version, node, sandbox, time_zone,
            requests_per_minute, concurrent_acts, revision
            """;

    private final Pool control;

    /** @param control connections of the login firstfill_control to the node with the catalogue */
    public Tenants(Pool control) {
        this.control = control;
    }

    public Uni<Tenant> register(TenantId id, NewTenant wish, Actor actor) {
        return control.withTransaction(connection -> connection
                        .preparedQuery("""
                                insert into control.tenant (id, slug, name, node, sandbox, time_zone)
                                values ($1, $2, $3, $4, $5, $6)
                                returning
                                """ + COLUMNS)
                        .execute(Tuple.from(List.of(
                                id.value(),
                                wish.slug(),
                                wish.name(),
                                wish.node(),
                                wish.sandbox(),
                                wish.timeZone().getId())))
                        .map(Tenants::only)
                        .call(() -> note(connection, id, "registered", actor, new JsonObject())))
                .onFailure(PgException.class)
                .transform(failure -> refusal(failure, wish));
    }

    private static Throwable refusal(PgException failure, NewTenant wish) {
        return switch (String.valueOf(failure.getConstraint())) {
            case "tenant_slug_is_unique" -> new SlugTaken(wish.slug());
            case "tenant_node_fkey" -> new NodeUnknown(wish.node());
            default -> failure;
        };
    }

    /** Opens a pharmacy of which everything has been made. */
    public Uni<Tenant> activate(TenantId id, @Nullable String organisation, int schemaVersion, Actor actor) {
        return control.withTransaction(connection -> lock(connection, id)
                .invoke(tenant -> tenant.mustBeAbleToBecome(TenantState.ACTIVE))
                .chain(() -> connection
                        .preparedQuery("""
                                update control.tenant
                                set state = 'ACTIVE', organisation = $2, schema_version = $3
                                where id = $1
                                returning
                                """ + COLUMNS)
                        .execute(Tuple.of(id.value(), organisation, schemaVersion)))
                .map(Tenants::only)
                .call(() -> note(connection, id, "activated", actor, new JsonObject().put("version", schemaVersion))));
    }

    /** @param what the event this move leaves, in the past tense */
    public Uni<Tenant> become(TenantId id, TenantState next, String what, Actor actor, JsonObject details) {
        return control.withTransaction(connection -> lock(connection, id)
                .invoke(tenant -> tenant.mustBeAbleToBecome(next))
                .chain(() -> connection
                        .preparedQuery("update control.tenant set state = $2 where id = $1 returning " + COLUMNS)
                        .execute(Tuple.of(id.value(), next.name())))
                .map(Tenants::only)
                .call(() -> note(connection, id, what, actor, details)));
    }

    /** Whatever state it is in: one that is suspended may be given less before it is served again. */
    public Uni<Tenant> limit(TenantId id, TenantLimits limits, Actor actor) {
        var details = new JsonObject()
                .put("requestsPerMinute", limits.requestsPerMinute())
                .put("concurrentActs", limits.concurrentActs());
        return control.withTransaction(connection -> connection
                .preparedQuery("""
                        update control.tenant
                        set requests_per_minute = $2, concurrent_acts = $3
                        where id = $1
                        returning
                        """ + COLUMNS)
                .execute(Tuple.of(id.value(), limits.requestsPerMinute(), limits.concurrentActs()))
                .map(Tenants::only)
                .call(() -> note(connection, id, "limited", actor, details)));
    }

    private static Uni<Tenant> lock(SqlConnection connection, TenantId id) {
        return connection
                .preparedQuery("select " + COLUMNS + " from control.tenant where id = $1 for update")
                .execute(Tuple.of(id.value()))
                .map(rows -> one(rows, id.toString()));
    }

    /**
     * Copies what the tenant's own schema says of its version. The copy lets the door decide without asking the
     * tenant's node; it is written after the migration has committed, and so may lag behind but never run ahead.
     */
    public Uni<Void> recordMigration(TenantId id, int schemaVersion, Actor actor, JsonObject details) {
        return control.withTransaction(connection -> connection
                .preparedQuery("update control.tenant set schema_version = $2 where id = $1 and schema_version < $2")
                .execute(Tuple.of(id.value(), schemaVersion))
                .chain(() -> note(connection, id, "migrated", actor, details)));
    }

    /** Keeps an event that moved nothing, such as an export or a migration that failed. */
    public Uni<Void> note(TenantId id, String what, Actor actor, JsonObject details) {
        return control.withConnection(connection -> note(connection, id, what, actor, details));
    }

    private static Uni<Void> note(SqlConnection connection, TenantId id, String what, Actor actor, JsonObject details) {
        return connection
                .preparedQuery("""
                        insert into control.tenant_event (tenant_id, actor, what, details)
                        values ($1, $2, $3, $4)
                        """)
                .execute(Tuple.of(id.value(), actor.name(), what, details))
                .replaceWithVoid();
    }

    /** Of several pharmacies that had the slug one after the other, the one that has not left. */
    public Uni<Tenant> named(String slug) {
        return control.preparedQuery("select " + COLUMNS + " from control.tenant where slug = $1 and state <> 'CLOSED'")
                .execute(Tuple.of(slug))
                .map(rows -> one(rows, slug));
    }

    public Uni<List<Tenant>> all() {
        return changedSince(0);
    }

    /** In the order of the changes, those of pharmacies that have left included. */
    public Uni<List<Tenant>> changedSince(long revision) {
        return control.preparedQuery("select " + COLUMNS + " from control.tenant where revision > $1 order by revision")
                .execute(Tuple.of(revision))
                .map(rows -> stream(rows).map(Tenants::tenant).toList());
    }

    /** Those in a passing state for longer than whoever put them there can still be at it. */
    public Uni<List<Tenant>> stuckIn(TenantState state, OffsetDateTime unchangedSince) {
        return control.preparedQuery("select " + COLUMNS
                        + " from control.tenant where state = $1 and changed_at <= $2 order by revision")
                .execute(Tuple.of(state.name(), unchangedSince))
                .map(rows -> stream(rows).map(Tenants::tenant).toList());
    }

    public Uni<List<TenantEvent>> history(TenantId id) {
        return control.preparedQuery("""
                        select at, actor, what, details
                        from control.tenant_event
                        where tenant_id = $1
                        order by id
                        """)
                .execute(Tuple.of(id.value()))
                .map(rows -> stream(rows).map(row -> event(id, row)).toList());
    }

    private static TenantEvent event(TenantId id, Row row) {
        return new TenantEvent(
                id,
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getString("what"),
                row.getJsonObject("details"));
    }

    private static Tenant one(RowSet<Row> rows, String asked) {
        if (rows.size() == 0) {
            throw new TenantNotFound(asked);
        }
        return only(rows);
    }

    private static Tenant only(RowSet<Row> rows) {
        return tenant(rows.iterator().next());
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Tenant tenant(Row row) {
        return new Tenant(
                new TenantId(row.getUUID("id")),
                row.getString("slug"),
                row.getString("name"),
                TenantState.valueOf(row.getString("state")),
                row.getString("organisation"),
                row.getInteger("schema_version"),
                row.getString("node"),
                row.getBoolean("sandbox"),
                ZoneId.of(row.getString("time_zone")),
                new TenantLimits(row.getInteger("requests_per_minute"), row.getInteger("concurrent_acts")),
                row.getLong("revision"));
    }
}
