package dev.firstfill.tenancy.routing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.Ids;
import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.TransactionRollbackException;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** On the one connection of its door: what a transaction leaves behind, the next one finds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AheadTransactionTest {
    private static final Door DOOR_OF_ONE = Door.with(1);
    private static final String PUT = "insert into pharmacy.shelf (id, label, cold) values ($1, $2, false)";
    private static final String COUNT = "select count(*) from pharmacy.shelf";

    private static Tenant northgate;

    @BeforeAll
    static void open() {
        northgate = DOOR_OF_ONE.pharmacy("northgate");
    }

    @AfterAll
    static void close() {
        DOOR_OF_ONE.close();
    }

    @BeforeEach
    void emptyTheShelves() {
        DOOR_OF_ONE.platform.asSuperuser("delete from %s.shelf".formatted(northgate.schema()));
    }

    @Test
    void what_is_sent_before_begin_is_answered_belongs_to_it() {
        with(connection -> connection.begin().compose(begun -> {
            put(connection, "one");
            put(connection, "two");
            return begun.rollback();
        }));

        assertThat(DOOR_OF_ONE.labelsOf(northgate)).isEmpty();
    }

    @Test
    void what_is_sent_before_the_commit_is_committed() {
        with(connection -> connection.begin().compose(begun -> {
            put(connection, "one");
            return begun.commit();
        }));

        assertThat(DOOR_OF_ONE.labelsOf(northgate)).containsExactly("one");
    }

    @Test
    void all_comes_in_the_order_it_was_sent() {
        long counted = with(connection -> connection.begin().compose(begun -> {
            put(connection, "one");
            var count = count(connection);
            put(connection, "two");
            return begun.commit().compose(committed -> count);
        }));

        assertThat(counted).isEqualTo(1);
        assertThat(DOOR_OF_ONE.labelsOf(northgate)).containsExactly("one", "two");
    }

    @Test
    void a_commit_that_was_sent_before_a_failure_was_known_fails_and_leaves_nothing() {
        assertThatThrownBy(() -> with(connection -> connection.begin().compose(begun -> {
                    put(connection, "one");
                    connection.query("select 1 / 0").execute();
                    return begun.commit();
                })))
                .isInstanceOf(TransactionRollbackException.class);

        assertThat(DOOR_OF_ONE.labelsOf(northgate)).isEmpty();
    }

    @Test
    void after_a_failure_that_is_known_a_commit_fails_and_leaves_nothing() {
        assertThatThrownBy(() -> with(connection -> connection.begin().compose(begun -> put(connection, "one")
                        .compose(put -> connection.query("select 1 / 0").execute())
                        .otherwiseEmpty()
                        .compose(failed -> begun.commit()))))
                .isInstanceOf(TransactionRollbackException.class);

        assertThat(DOOR_OF_ONE.labelsOf(northgate)).isEmpty();
    }

    @Test
    void a_connection_given_back_with_it_open_brings_nothing_to_the_next() {
        with(connection -> connection.begin().compose(begun -> put(connection, "left open")));

        with(connection -> put(connection, "the next one's"));
        assertThat(DOOR_OF_ONE.labelsOf(northgate)).containsExactly("the next one's");
    }

    @Test
    void only_one_is_open_at_a_time() {
        assertThatThrownBy(() -> with(connection -> connection.begin().compose(begun -> connection.begin())))
                .isInstanceOf(RoutingFault.class);
    }

    @Test
    void it_is_over_once() {
        assertThatThrownBy(() -> with(connection ->
                        connection.begin().compose(begun -> begun.commit().compose(committed -> begun.rollback()))))
                .hasMessage("The transaction is over.");
    }

    @Test
    void the_first_read_does_not_wait_for_begin_nor_commit_for_the_last_write() throws Exception {
        var borrowed = borrowed();
        var connection = new TwoKeyConnection(borrowed, northgate, new SchemaNames());
        var socket = borrowed.channel().config();
        try {
            socket.setAutoRead(false);
            var counted = inNorthgate(() -> connection.begin().compose(begun -> count(connection)));
            eventually("idle in transaction: select count(*) from %s.shelf".formatted(northgate.schema()), doing());
            socket.setAutoRead(true);
            counted.get(5, SECONDS);

            socket.setAutoRead(false);
            var committed = inNorthgate(() -> {
                put(connection, "one");
                return connection.transaction().commit();
            });
            eventually("idle: commit", doing());
            assertThat(DOOR_OF_ONE.labelsOf(northgate)).containsExactly("one");
            socket.setAutoRead(true);
            committed.get(5, SECONDS);
        } finally {
            socket.setAutoRead(true);
            await(connection.close());
        }
    }

    @Test
    void what_may_write_waits_for_begin_since_it_would_be_committed_without_it() throws Exception {
        var borrowed = borrowed();
        var connection = new TwoKeyConnection(borrowed, northgate, new SchemaNames());
        var socket = borrowed.channel().config();
        try {
            socket.setAutoRead(false);
            var put = inNorthgate(() -> connection.begin().compose(begun -> put(connection, "one")));
            eventually("idle in transaction: begin", doing());
            Thread.sleep(200);
            assertThat(doing().get()).containsExactly("idle in transaction: begin");
            socket.setAutoRead(true);
            put.get(5, SECONDS);
        } finally {
            socket.setAutoRead(true);
            await(connection.close());
        }

        assertThat(DOOR_OF_ONE.labelsOf(northgate)).isEmpty();
    }

    private static NodeConnection borrowed() {
        var borrowed = new NodeConnection(await(DOOR_OF_ONE.bare.getConnection()), () -> {});
        borrowed.become(northgate.role());
        return borrowed;
    }

    private static Supplier<List<String>> doing() {
        return () -> DOOR_OF_ONE.platform.column("""
                select state || ': ' || query from pg_stat_activity
                where datname = '%s' and application_name = 'firstfill-api'
                """.formatted(DOOR_OF_ONE.platform.database));
    }

    private static void eventually(String expected, Supplier<List<String>> seen) throws InterruptedException {
        for (int look = 0; look < 250 && !seen.get().contains(expected); look++) {
            Thread.sleep(20);
        }
        assertThat(seen.get()).containsExactly(expected);
    }

    private static <T> CompletableFuture<T> inNorthgate(Supplier<Future<T>> work) {
        return DOOR_OF_ONE
                .contexts
                .in(northgate, () -> uni(work.get()))
                .subscribeAsCompletionStage()
                .toCompletableFuture();
    }

    private static <T> T await(Future<T> answer) {
        return OnePlatform.await(uni(answer));
    }

    private static <T> Uni<T> uni(Future<T> answer) {
        return Uni.createFrom().completionStage(answer.toCompletionStage());
    }

    private static Future<RowSet<Row>> put(SqlConnection connection, String label) {
        return connection.preparedQuery(PUT).execute(Tuple.of(Ids.next(), label));
    }

    private static Future<Long> count(SqlConnection connection) {
        return connection.preparedQuery(COUNT).execute().map(rows -> rows.iterator()
                .next()
                .getLong(0));
    }

    private static <T> T with(Function<SqlConnection, Future<T>> work) {
        return DOOR_OF_ONE.as(northgate, () -> Uni.createFrom()
                .completionStage(() ->
                        DOOR_OF_ONE.client.getDelegate().withConnection(work).toCompletionStage()));
    }
}
