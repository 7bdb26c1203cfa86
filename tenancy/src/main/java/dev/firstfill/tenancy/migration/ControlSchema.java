package dev.firstfill.tenancy.migration;

import dev.firstfill.tenancy.catalogue.LoginPools;
import dev.firstfill.tenancy.catalogue.Node;
import dev.firstfill.tenancy.catalogue.Nodes;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/** The catalogue's own schema, on the main node: made and brought up to date in one transaction. */
public final class ControlSchema {
    static final String NAME = "control";

    /** Any number will do, as long as every program takes the same one. */
    private static final long LOCK = 0x46495253_5446494CL;

    /** The catalogue is small and its changes are short: whoever holds a lock for longer has a problem. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration STATEMENT_TIMEOUT = Duration.ofMinutes(1);

    private final LoginPools owner;
    private final Nodes nodes;
    private final Migrations migrations = Migrations.ofControl();

    public ControlSchema(LoginPools owner, Nodes nodes) {
        this.owner = owner;
        this.nodes = nodes;
    }

    /** Does nothing when all is up to date; of several programs that start together, one does the work. */
    public Uni<Void> bringUpToDate() {
        return owner.main().withTransaction(connection -> connection
                .query(SchemaScript.within(LOCK_TIMEOUT, STATEMENT_TIMEOUT)
                        + "select pg_advisory_xact_lock(" + LOCK + ");"
                        + "create schema if not exists " + NAME + ";"
                        + SchemaScript.history(NAME))
                .execute()
                .chain(() -> SchemaHistory.of(connection, NAME))
                .map(history -> SchemaScript.controlSteps(history.remaining(migrations)))
                .chain(script -> script.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : connection.query(script).execute().replaceWithVoid())
                .chain(() -> nameNodes(connection)));
    }

    private Uni<Void> nameNodes(SqlConnection connection) {
        return Multi.createFrom()
                .iterable(nodes.all())
                .onItem()
                .transformToUniAndConcatenate(node -> name(connection, node))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> name(SqlConnection connection, Node node) {
        return connection
                .preparedQuery("""
                        insert into control.node (name, address)
                        values ($1, $2)
                        on conflict (name) do update set address = excluded.address
                        """)
                .execute(Tuple.of(node.name(), node.address()))
                .replaceWithVoid();
    }
}
