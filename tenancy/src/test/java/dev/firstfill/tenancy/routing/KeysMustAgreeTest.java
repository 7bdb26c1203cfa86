package dev.firstfill.tenancy.routing;

import static dev.firstfill.tenancy.routing.WhoRefused.CLOSED_CONNECTION;
import static dev.firstfill.tenancy.routing.WhoRefused.DOOR;
import static dev.firstfill.tenancy.routing.WhoRefused.INSUFFICIENT_PRIVILEGE;
import static dev.firstfill.tenancy.routing.WhoRefused.UNDEFINED_TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each key is broken in turn, and the other still refuses. All work goes over one connection, so that the next to use
 * it always finds what the one before left.
 */
class KeysMustAgreeTest {
    private static final String NO_SUCH_ROLE = "PostgreSQL 22023";
    private static final Door DOOR_OF_ONE = Door.with(1);
    private static Tenant northgate;
    private static Tenant southbank;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void open() {
        northgate = DOOR_OF_ONE.pharmacy("northgate");
        southbank = DOOR_OF_ONE.pharmacy("southbank");
    }

    @AfterAll
    static void close() {
        DOOR_OF_ONE.close();
    }

    /** Northgate last, so that the connection has its role and the door knows it. */
    @BeforeEach
    void bothHaveAShelfAndTheConnectionIsNorthgates() {
        DOOR_OF_ONE.platform.asSuperuser("delete from %s.shelf".formatted(northgate.schema()));
        DOOR_OF_ONE.platform.asSuperuser("delete from %s.shelf".formatted(southbank.schema()));
        DOOR_OF_ONE.as(southbank, () -> Way.RAW_CLIENT.put(DOOR_OF_ONE, southbanks()));
        DOOR_OF_ONE.as(northgate, () -> Way.RAW_CLIENT.put(DOOR_OF_ONE, northgates()));
    }

    private String northgates() {
        return "Northgate " + mark;
    }

    private String southbanks() {
        return "Southbank " + mark;
    }

    @ParameterizedTest
    @EnumSource
    void with_both_keys_right_each_finds_its_own(Way way) {
        assertThat(DOOR_OF_ONE.as(northgate, () -> way.labels(DOOR_OF_ONE))).containsExactly(northgates());
        assertThat(DOOR_OF_ONE.as(southbank, () -> way.labels(DOOR_OF_ONE))).containsExactly(southbanks());
        assertThat(DOOR_OF_ONE.as(northgate, () -> way.ask(DOOR_OF_ONE, "select current_user::text")))
                .containsExactly(northgate.role());
    }

    @ParameterizedTest
    @EnumSource
    void the_right_name_under_another_pharmacys_role_is_refused_by_postgresql(Way way) {
        DOOR_OF_ONE.behindItsBack("set role " + southbank.role());

        var reading = WhoRefused.of(DOOR_OF_ONE.contexts.in(northgate, () -> way.labels(DOOR_OF_ONE)));
        var writing = WhoRefused.of(DOOR_OF_ONE.contexts.in(northgate, () -> way.put(DOOR_OF_ONE, "stray")));

        assertThat(reading).isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertThat(writing).isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertNothingChanged();
    }

    @ParameterizedTest
    @EnumSource
    void another_pharmacys_name_under_the_right_role_is_refused_by_postgresql(Way way) {
        var theirs = "select label from %s.shelf".formatted(southbank.schema());
        var change = "update %s.shelf set label = 'stray' returning label".formatted(southbank.schema());

        var reading = WhoRefused.of(DOOR_OF_ONE.contexts.in(northgate, () -> way.ask(DOOR_OF_ONE, theirs)));
        var writing = WhoRefused.of(DOOR_OF_ONE.contexts.in(northgate, () -> way.putAndAsk(DOOR_OF_ONE, "x", change)));

        assertThat(reading).isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertThat(writing).isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertNothingChanged();
    }

    @ParameterizedTest
    @EnumSource
    void the_right_name_under_no_role_at_all_is_refused_by_postgresql(Way way) {
        DOOR_OF_ONE.behindItsBack("reset role");

        var who = WhoRefused.of(DOOR_OF_ONE.contexts.in(northgate, () -> way.labels(DOOR_OF_ONE)));

        assertThat(who).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @ParameterizedTest
    @EnumSource
    void a_name_that_nobody_wrote_is_found_nowhere(Way way) {
        var unwritten = "select label from \"PHARMACY\".shelf";
        var unqualified = "select label from shelf";

        for (var statement : new String[] {unwritten, unqualified}) {
            assertThat(WhoRefused.of(DOOR_OF_ONE.contexts.in(northgate, () -> way.ask(DOOR_OF_ONE, statement))))
                    .isEqualTo(UNDEFINED_TABLE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void when_the_role_is_gone_the_work_fails_and_the_connection_is_not_used_again(Way way) {
        var leaving = DOOR_OF_ONE.pharmacy("leaving-" + mark);
        DOOR_OF_ONE.platform.asSuperuser("drop owned by %1$s; drop role %1$s".formatted(leaving.role()));

        assertSwitchFails(way, leaving, NO_SUCH_ROLE);
    }

    @ParameterizedTest
    @EnumSource
    void when_the_role_has_another_name_the_work_fails_and_the_connection_is_not_used_again(Way way) {
        var renamed = DOOR_OF_ONE.pharmacy("renamed-" + mark);
        DOOR_OF_ONE.platform.asSuperuser("alter role %s rename to was_%s".formatted(renamed.role(), mark));

        assertSwitchFails(way, renamed, NO_SUCH_ROLE);
    }

    @ParameterizedTest
    @EnumSource
    void when_the_login_may_not_take_the_role_the_work_fails_and_the_connection_is_not_used_again(Way way) {
        var revoked = DOOR_OF_ONE.pharmacy("revoked-" + mark);
        DOOR_OF_ONE.platform.asSuperuser(
                "revoke %s from firstfill_app granted by firstfill_owner".formatted(revoked.role()));

        assertSwitchFails(way, revoked, INSUFFICIENT_PRIVILEGE);
    }

    /** The statement was sent before the switch had failed: it ran under Northgate's role, or found nobody there. */
    @ParameterizedTest
    @EnumSource
    void when_the_login_may_no_longer_take_the_role_the_work_fails_and_the_connection_is_not_used_again(Way way) {
        var revoked = DOOR_OF_ONE.pharmacy("revoked-later-" + mark);
        DOOR_OF_ONE.as(revoked, () -> way.labels(DOOR_OF_ONE));
        DOOR_OF_ONE.as(northgate, () -> way.labels(DOOR_OF_ONE));
        DOOR_OF_ONE.platform.asSuperuser(
                "revoke %s from firstfill_app granted by firstfill_owner".formatted(revoked.role()));

        assertSwitchFails(way, revoked, INSUFFICIENT_PRIVILEGE, CLOSED_CONNECTION);
    }

    private void assertSwitchFails(Way way, Tenant tenant, String... by) {
        var before = DOOR_OF_ONE.backends();

        var who = WhoRefused.of(DOOR_OF_ONE.contexts.in(tenant, () -> way.labels(DOOR_OF_ONE)));

        assertThat(who).isIn((Object[]) by);
        assertThat(DOOR_OF_ONE.as(northgate, () -> way.labels(DOOR_OF_ONE))).containsExactly(northgates());
        OnePlatform.awaitUntil(() -> DOOR_OF_ONE.backends().size() == 1);
        assertThat(DOOR_OF_ONE.backends()).doesNotContainAnyElementsOf(before);
    }

    /** The pool lends a connection that has just been closed to whoever waits longest. */
    @ParameterizedTest
    @EnumSource
    void those_who_wait_for_the_connection_notice_nothing_of_a_switch_that_failed(Way way) {
        var revoked = DOOR_OF_ONE.pharmacy("waited-for-" + mark);
        DOOR_OF_ONE.platform.asSuperuser(
                "revoke %s from firstfill_app granted by firstfill_owner".formatted(revoked.role()));

        var failing = DOOR_OF_ONE
                .contexts
                .in(revoked, () -> way.labels(DOOR_OF_ONE))
                .map(Object::toString)
                .onFailure()
                .recoverWithItem(WhoRefused::by);
        var waiting = Uni.join()
                .all(IntStream.range(0, 10)
                        .mapToObj(number -> DOOR_OF_ONE.contexts.in(northgate, () -> way.labels(DOOR_OF_ONE)))
                        .toList())
                .andFailFast();
        var both = OnePlatform.await(Uni.combine().all().unis(failing, waiting).asTuple());

        assertThat(both.getItem1()).isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertThat(both.getItem2()).containsOnly(List.of(northgates()));
    }

    /** Taking a role is undone by a rollback, as everything is that happens in a transaction. It must come before. */
    @ParameterizedTest
    @EnumSource
    void a_role_taken_for_a_transaction_is_still_there_after_its_rollback(Way way) {
        DOOR_OF_ONE.as(southbank, () -> way.labels(DOOR_OF_ONE));

        var failing = WhoRefused.of(
                DOOR_OF_ONE.contexts.in(northgate, () -> way.putAndAsk(DOOR_OF_ONE, "lost", "select (1/0)::text")));
        var next = DOOR_OF_ONE.as(northgate, () -> way.ask(DOOR_OF_ONE, "select current_user::text"));

        assertThat(failing).isEqualTo("PostgreSQL 22012");
        assertThat(next).containsExactly(northgate.role());
        assertNothingChanged();
    }

    @ParameterizedTest
    @EnumSource
    void without_a_pharmacy_in_the_context_the_door_refuses(Way way) {
        var who = WhoRefused.of(Contexts.withoutTenant(() -> way.labels(DOOR_OF_ONE)));

        assertThat(who).isEqualTo(DOOR);
    }

    @ParameterizedTest
    @EnumSource
    void a_statement_the_door_refuses_leaves_the_connection_with_the_pool(Way way) {
        for (int attempt = 0; attempt < 3; attempt++) {
            var asked = WhoRefused.of(DOOR_OF_ONE.contexts.in(northgate, () -> way.ask(DOOR_OF_ONE, "reset role")));
            var amidst = WhoRefused.of(
                    DOOR_OF_ONE.contexts.in(northgate, () -> way.putAndAsk(DOOR_OF_ONE, "lost", "reset role")));
            assertThat(asked).isEqualTo(DOOR);
            assertThat(amidst).isEqualTo(DOOR);
        }

        assertThat(DOOR_OF_ONE.as(southbank, () -> way.labels(DOOR_OF_ONE))).containsExactly(southbanks());
        assertNothingChanged();
    }

    private void assertNothingChanged() {
        assertThat(DOOR_OF_ONE.labelsOf(northgate)).containsExactly(northgates());
        assertThat(DOOR_OF_ONE.labelsOf(southbank)).containsExactly(southbanks());
    }
}
