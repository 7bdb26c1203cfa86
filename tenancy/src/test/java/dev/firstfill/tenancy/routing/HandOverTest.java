package dev.firstfill.tenancy.routing;

import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.routing.WhoRefused.CLOSED_SESSION;
import static dev.firstfill.tenancy.routing.WhoRefused.DOOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.Act;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is borrowed for one pharmacy works for no other, and not after it was given back. */
class HandOverTest {
    private static final Act TRY = Act.unrecorded("try", "shelf");
    private static final String STRAY = "insert into pharmacy.shelf (id, label) values (gen_random_uuid(), 'stray')";

    private static final Door DOOR_OF_ONE = Door.with(1);
    private static Tenant northgate;
    private static Tenant southbank;

    @BeforeAll
    static void open() {
        northgate = DOOR_OF_ONE.pharmacy("northgate");
        southbank = DOOR_OF_ONE.pharmacy("southbank");
    }

    @AfterAll
    static void close() {
        DOOR_OF_ONE.close();
    }

    @Test
    void a_connection_of_northgates_does_not_work_for_southbank() {
        var who = WhoRefused.of(DOOR_OF_ONE.contexts.in(
                northgate,
                () -> DOOR_OF_ONE.client.withConnection(
                        connection -> Contexts.besideThisOne(southbank, () -> stray(connection)))));

        assertThat(who).isEqualTo(DOOR);
        assertNothingStrayed();
    }

    @Test
    void a_query_made_for_northgate_does_not_run_for_southbank() {
        var who = WhoRefused.of(DOOR_OF_ONE.contexts.in(
                northgate,
                () -> DOOR_OF_ONE.client.withConnection(connection -> {
                    var query = connection.preparedQuery(STRAY);
                    return Contexts.besideThisOne(
                            southbank, () -> query.execute().replaceWithVoid());
                })));

        assertThat(who).isEqualTo(DOOR);
        assertNothingStrayed();
    }

    @Test
    void a_session_of_northgates_does_not_work_for_southbank() {
        var who = WhoRefused.of(DOOR_OF_ONE.contexts.in(
                northgate,
                () -> DOOR_OF_ONE.transactions.write(
                        TRY, desk -> Contexts.besideThisOne(southbank, () -> stray(desk.session())))));

        assertThat(who).isEqualTo(DOOR);
        assertNothingStrayed();
    }

    @Test
    void a_stateless_session_of_northgates_does_not_work_for_southbank() {
        var who = WhoRefused.of(DOOR_OF_ONE.contexts.in(
                northgate,
                () -> DOOR_OF_ONE.transactions.read(
                        TRY, desk -> Contexts.besideThisOne(southbank, () -> stray(desk.session())))));

        assertThat(who).isEqualTo(DOOR);
        assertNothingStrayed();
    }

    @Test
    void a_connection_that_was_given_back_does_nothing_more() {
        var kept = new AtomicReference<SqlConnection>();

        var who = WhoRefused.of(DOOR_OF_ONE.contexts.in(northgate, () -> DOOR_OF_ONE
                .client
                .withConnection(connection -> {
                    kept.set(connection);
                    return Uni.createFrom().voidItem();
                })
                .chain(() -> stray(kept.get()))));

        assertThat(who).isEqualTo(DOOR);
        assertNothingStrayed();
    }

    @Test
    void a_query_made_before_the_connection_was_given_back_does_nothing_more() {
        var kept = new AtomicReference<Uni<?>>();

        var who = WhoRefused.of(DOOR_OF_ONE.contexts.in(northgate, () -> DOOR_OF_ONE
                .client
                .withConnection(connection -> {
                    kept.set(connection.preparedQuery(STRAY).execute());
                    return Uni.createFrom().voidItem();
                })
                .chain(kept::get)));

        assertThat(who).isEqualTo(DOOR);
        assertNothingStrayed();
    }

    @Test
    void a_connection_is_given_back_once_however_often_it_is_closed() {
        await(DOOR_OF_ONE.contexts.in(
                northgate, () -> DOOR_OF_ONE.client.getConnection().chain(connection -> connection
                        .close()
                        .chain(connection::close))));

        assertThat(DOOR_OF_ONE.as(southbank, () -> Way.RAW_CLIENT.labels(DOOR_OF_ONE)))
                .isEmpty();
    }

    @Test
    void a_session_that_has_ended_does_nothing_more() {
        var session = new AtomicReference<Mutiny.Session>();
        var stateless = new AtomicReference<Mutiny.StatelessSession>();

        var who = WhoRefused.of(DOOR_OF_ONE.contexts.in(northgate, () -> DOOR_OF_ONE
                .transactions
                .write(TRY, open -> {
                    session.set(open.session());
                    return Uni.createFrom().voidItem();
                })
                .chain(() -> stray(session.get()))));
        var whoStateless = WhoRefused.of(DOOR_OF_ONE.contexts.in(northgate, () -> DOOR_OF_ONE
                .transactions
                .read(TRY, open -> {
                    stateless.set(open.session());
                    return Uni.createFrom().voidItem();
                })
                .chain(() -> stray(stateless.get()))));

        assertThat(List.of(who, whoStateless)).containsOnly(CLOSED_SESSION);
        assertNothingStrayed();
    }

    @Test
    void no_prepared_statement_and_no_cancel_request_outlives_the_loan() {
        var preparing = WhoRefused.of(DOOR_OF_ONE.contexts.in(
                northgate, () -> DOOR_OF_ONE.client.withConnection(connection -> connection.prepare("select 1"))));
        var cancelling = WhoRefused.of(DOOR_OF_ONE.contexts.in(
                northgate,
                () -> DOOR_OF_ONE.client.withConnection(
                        connection -> Uni.createFrom().completionStage(() -> connection
                                .getDelegate()
                                .query("select 1")
                                .execute()
                                .compose(rows -> ((TwoKeyConnection) connection.getDelegate()).cancelRequest())
                                .toCompletionStage()))));

        assertThat(List.of(preparing, cancelling)).containsOnly(DOOR);
    }

    @Test
    void a_context_never_changes_its_pharmacy() {
        assertThatThrownBy(() -> await(DOOR_OF_ONE.contexts.in(northgate, () -> {
                    CurrentTenant.enter(southbank);
                    return Uni.createFrom().voidItem();
                })))
                .isInstanceOf(RoutingFault.class);
        assertThatThrownBy(() -> CurrentTenant.enter(northgate)).isInstanceOf(RoutingFault.class);
    }

    /** Or what follows a job for Southbank would silently go on for Southbank. */
    @Test
    void work_for_another_pharmacy_ends_where_it_began() {
        var after = await(DOOR_OF_ONE.contexts.in(northgate, () -> DOOR_OF_ONE
                .contexts
                .in(southbank, () -> Uni.createFrom().item(CurrentTenant.require()))
                .map(inside -> List.of(inside, CurrentTenant.require()))));
        var afterwards = await(DOOR_OF_ONE
                .contexts
                .in(southbank, () -> Uni.createFrom().item("done"))
                .map(done -> CurrentTenant.find()));

        assertThat(after).containsExactly(southbank, northgate);
        assertThat(afterwards).isEmpty();
    }

    private static Uni<Void> stray(SqlConnection connection) {
        return connection.query(STRAY).execute().replaceWithVoid();
    }

    private static Uni<Void> stray(Mutiny.QueryProducer session) {
        return Uni.createFrom()
                .deferred(() -> session.createNativeQuery(STRAY).executeUpdate().replaceWithVoid());
    }

    private void assertNothingStrayed() {
        assertThat(DOOR_OF_ONE.labelsOf(northgate)).isEmpty();
        assertThat(DOOR_OF_ONE.labelsOf(southbank)).isEmpty();
        assertThat(DOOR_OF_ONE.as(southbank, () -> Way.RAW_CLIENT.labels(DOOR_OF_ONE)))
                .isEmpty();
    }
}
