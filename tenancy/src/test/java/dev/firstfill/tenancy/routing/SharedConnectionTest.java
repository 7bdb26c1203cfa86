package dev.firstfill.tenancy.routing;

import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.routing.WhoRefused.INSUFFICIENT_PRIVILEGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What one pharmacy could learn of another, or leave for it, on the connection they share. PostgreSQL is asked alone,
 * behind the door's back, since what the door refuses is shown elsewhere: statements here stand for those that the
 * door would fail to see.
 */
class SharedConnectionTest {
    private static final Door DOOR_OF_ONE = Door.with(1);
    private static Tenant northgate;
    private static Tenant southbank;

    @BeforeAll
    static void northgateHasAShelf() {
        northgate = DOOR_OF_ONE.pharmacy("northgate");
        southbank = DOOR_OF_ONE.pharmacy("southbank");
        DOOR_OF_ONE.as(northgate, () -> Way.RAW_CLIENT.put(DOOR_OF_ONE, "biologics, Northgate"));
        DOOR_OF_ONE.platform.asSuperuser("analyze %s.shelf".formatted(northgate.schema()));
    }

    @AfterAll
    static void close() {
        DOOR_OF_ONE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select set_config('role', 'NORTHGATE', false)",
                "select \"set_config\"('role', 'NORTHGATE', true)",
                "select query_to_xml('select set_config(''role'', ''NORTHGATE'', false)', true, true, '')",
                "select ts_stat('select set_config(''role'', ''NORTHGATE'', false)::tsvector')",
                "update pg_settings set setting = 'NORTHGATE' where name = 'role'",
                "select query_to_xml('select label from NORTHGATE.shelf', true, true, '')",
                "select table_to_xml('NORTHGATE.shelf', true, true, '')",
                "select schema_to_xml('NORTHGATE', true, true, '')",
                "select lastval()",
                "select currval('NORTHGATE.shelf_number_seq')",
                "select nextval('NORTHGATE.shelf_number_seq')",
                "select NORTHGATE.cold_shelves()",
                "select pg_advisory_lock(1)",
                "select pg_try_advisory_lock_shared(1, 2)",
                "select lo_create(0)",
                "select lo_from_bytea(0, 'x')",
                "select loid from pg_largeobject",
                "select rolpassword from pg_authid",
                "select starelid from pg_statistic",
                "select line_number from pg_hba_file_rules",
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'firstfill'",
                "select pg_cancel_backend(pid) from pg_stat_activity where application_name = 'firstfill'",
                "select pg_stat_reset()",
                "select label into temporary mine from SOUTHBANK.shelf",
                "alter role firstfill_app set role = 'NORTHGATE'",
                "grant SOUTHBANK to NORTHGATE",
                "create extension postgres_fdw schema SOUTHBANK",
                "create publication everything for all tables",
            })
    void southbanks_role_may_not(String statement) {
        DOOR_OF_ONE.as(northgate, () -> Way.RAW_CLIENT.put(DOOR_OF_ONE, "biologics, Northgate"));

        assertThat(WhoRefused.of(alone(southbank, statement))).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @Test
    void a_statement_prepared_by_northgate_is_refused_to_southbank() {
        await(alone(northgate, "prepare shelves as select label from NORTHGATE.shelf"));

        var who = WhoRefused.of(alone(southbank, "execute shelves"));

        assertThat(who).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @Test
    void what_others_run_is_hidden() {
        var seen = await(alone(southbank, """
                select distinct query
                from pg_stat_activity
                where datname = current_database() and application_name like 'firstfill%'
                """));

        assertThat(seen).containsExactly("<insufficient privilege>");
    }

    @Test
    void the_statistics_of_anothers_values_are_hidden() {
        assertThat(await(
                        alone(southbank, "select most_common_vals::text from pg_stats where schemaname = 'NORTHGATE'")))
                .isEmpty();
        assertThat(await(alone(southbank, "select last_value::text from pg_sequences where schemaname = 'NORTHGATE'")))
                .containsExactly((String) null);
    }

    /** The names of schemas and roles are random, and the texts of statements hold no values. */
    @Test
    void what_can_be_seen_of_northgate_says_nothing_of_its_patients() {
        DOOR_OF_ONE.as(northgate, () -> Way.RAW_CLIENT.put(DOOR_OF_ONE, "vaccines, Northgate"));

        var names = await(alone(southbank, "select nspname::text from pg_namespace where nspname = 'NORTHGATE'"));
        var prepared = await(alone(southbank, "select statement from pg_prepared_statements"));

        assertThat(names).containsExactly(northgate.schema());
        assertThat(prepared)
                .contains("insert into %s.shelf (id, label) values ($1, $2)".formatted(northgate.schema()))
                .noneMatch(statement -> statement.contains("Northgate"));
    }

    /** PostgreSQL checks rights when a cursor is opened and not when it is read: only the door keeps this one out. */
    @Test
    void a_cursor_left_open_by_northgate_would_be_read_by_southbank_were_it_not_for_the_door() {
        await(alone(northgate, "declare left_open cursor with hold for select label from NORTHGATE.shelf"));

        var behindTheDoor = await(alone(southbank, "fetch 1 from left_open"));
        var opening = WhoRefused.of(DOOR_OF_ONE.contexts.in(
                northgate,
                () -> Way.RAW_CLIENT.ask(
                        DOOR_OF_ONE, "declare a cursor with hold for select label from pharmacy.shelf")));
        var reading = WhoRefused.of(
                DOOR_OF_ONE.contexts.in(southbank, () -> Way.RAW_CLIENT.ask(DOOR_OF_ONE, "fetch 1 from left_open")));
        await(alone(northgate, "close left_open"));

        assertThat(behindTheDoor).containsExactly("biologics, Northgate");
        assertThat(List.of(opening, reading)).containsOnly(WhoRefused.DOOR);
    }

    /** Anyone may send one; only the door keeps tenants from receiving. */
    @Test
    void a_notification_reaches_no_tenant() {
        var listening = WhoRefused.of(
                DOOR_OF_ONE.contexts.in(southbank, () -> Way.RAW_CLIENT.ask(DOOR_OF_ONE, "listen everything")));

        assertThat(listening).isEqualTo(WhoRefused.DOOR);
    }

    @Test
    void northgate_cannot_give_its_rights_away() {
        await(alone(northgate, "grant select on NORTHGATE.shelf to SOUTHBANK"));
        await(alone(northgate, "grant usage on schema NORTHGATE to SOUTHBANK"));

        assertThat(WhoRefused.of(alone(southbank, "select label from NORTHGATE.shelf")))
                .isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    /** On the one connection, as {@code tenant}, and back to what the door believes it to be. */
    private static Uni<List<String>> alone(Tenant tenant, String statement) {
        var placed = statement.replace("NORTHGATE", northgate.schema()).replace("SOUTHBANK", southbank.schema());
        return Uni.createFrom().completionStage(() -> DOOR_OF_ONE
                .bare
                .withConnection(connection -> connection
                        .query("set role " + tenant.role())
                        .execute()
                        .compose(become -> connection.query(placed).execute())
                        .map(SharedConnectionTest::firstColumn)
                        .eventually(() -> connection
                                .query("set role " + new NodeConnection(connection, () -> {}).role())
                                .execute()))
                .toCompletionStage());
    }

    private static List<String> firstColumn(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .toList();
    }
}
