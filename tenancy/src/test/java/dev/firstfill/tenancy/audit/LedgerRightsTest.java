package dev.firstfill.tenancy.audit;

import static dev.firstfill.tenancy.OnePlatform.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.audit.Finding.Kind;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the logins that serve requests can do to a ledger: add to it and read it, as the pharmacy, and that is all. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerRightsTest {
    private static final AuditedPharmacies PHARMACIES = new AuditedPharmacies();
    private static final List<String> CHANGES = List.of(
            "update ledger set actor = 'nobody'",
            "update ledger set seq = seq + 1000",
            "delete from ledger",
            "delete from ledger where seq = 1",
            "truncate ledger",
            "drop table ledger",
            "alter table ledger add column remark text",
            "alter table ledger drop constraint audit_record_pk",
            "alter table ledger rename to other",
            "alter table ledger owner to current_role",
            "create trigger silence before insert on ledger for each row execute function suppress_redundant_updates_trigger()",
            "create rule silence as on insert to ledger do instead nothing",
            "create policy silence on ledger for select using (false)",
            "alter table ledger enable row level security",
            "merge into ledger l using (values (1)) v (seq) on l.seq = v.seq when matched then delete",
            "insert into ledger select * from ledger where seq = 1 on conflict (seq) do update set actor = 'nobody'",
            "select * from ledger for update");

    private static Tenant northgate;

    @BeforeAll
    static void records() {
        northgate = PHARMACIES.opened(OnePlatform.northgate());
        PHARMACIES.morning(northgate, "Marisol", "Vega");
        await(PHARMACIES.notary.round());
    }

    @AfterAll
    static void close() {
        PHARMACIES.close();
    }

    static Stream<Arguments> roles_and_changes() {
        return CHANGES.stream().flatMap(change -> Stream.of("the pharmacy's role", "firstfill_app", "firstfill_control")
                .map(role -> Arguments.of(role, change)));
    }

    @ParameterizedTest(name = "{0} may not: {1}")
    @MethodSource("roles_and_changes")
    void nobody_who_serves_requests_changes_a_record(String role, String change) {
        var before = rows();

        assertThatThrownBy(() -> run(role, change))
                .hasMessageMatching("(?s).*(permission denied|must be owner|must be able to SET ROLE).*");

        assertThat(rows()).isEqualTo(before);
    }

    /** PostgreSQL only warns of a grant by somebody who has nothing to give. */
    @Test
    void nobody_who_serves_requests_gives_rights_away() {
        run("the pharmacy's role", "grant update, delete, truncate on ledger to public");

        assertThatThrownBy(() -> run("the pharmacy's role", "update ledger set actor = 'nobody'"))
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest(name = "a forged record is found: {1}")
    @MethodSource
    void the_pharmacys_role_can_add_a_forged_record_and_it_is_found(Kind kind, long from, long to, String columns) {
        PHARMACIES.morning(northgate, "Ana", "Ruiz");
        var last = Long.parseLong(PHARMACIES
                .platform
                .column("select max(seq) from %s.audit_record".formatted(northgate.schema()))
                .get(0));
        run("the pharmacy's role", """
                insert into ledger (seq, hash, id, at, actor, act, outcome, person, persons, entry, sealed)
                select %s, id, at, 'somebody', act, outcome, person, persons, entry, sealed
                from ledger where seq = %d
                """.formatted(columns, last));

        var findings = PHARMACIES.verified(northgate).findings();

        assertThat(findings).containsExactly(new Finding(kind, last + from, last + to));
        PHARMACIES.platform.asSuperuser(
                "delete from %s.audit_record where seq > %d".formatted(northgate.schema(), last));
        assertThat(PHARMACIES.verified(northgate).findings()).isEmpty();
    }

    static Stream<Arguments> the_pharmacys_role_can_add_a_forged_record_and_it_is_found() {
        return Stream.of(
                Arguments.of(Kind.ALTERED, 1, 1, "seq + 1, sha256('forged')"),
                Arguments.of(Kind.ALTERED, 1, 1, "seq + 1, hash"),
                Arguments.of(Kind.MISSING, 1, 4, "seq + 5, sha256('forged')"));
    }

    @Test
    void copies_of_checkpoints_are_added_and_never_changed() {
        for (var change : List.of(
                "update control.audit_checkpoint set seq = 1",
                "delete from control.audit_checkpoint",
                "truncate control.audit_checkpoint")) {
            assertThatThrownBy(() -> run("firstfill_control", change)).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run("firstfill_app", change)).hasMessageContaining("permission denied");
        }
    }

    private static void run(String role, String statement) {
        var placed = statement.replaceAll("\\bledger\\b", northgate.schema() + ".audit_record");
        Pool pool =
                role.equals("firstfill_control") ? PHARMACIES.platform.control.main() : PHARMACIES.platform.app.main();
        await(pool.withTransaction(connection -> (role.startsWith("the")
                        ? connection.query("set local role " + northgate.role())
                        : connection.query("select 1"))
                .execute()
                .chain(() -> connection.query(placed).execute())));
    }

    private static List<String> rows() {
        return PHARMACIES.platform.column(
                "select r::text from %s.audit_record r order by seq".formatted(northgate.schema()));
    }
}
