package dev.firstfill.tenancy.sealing;

import static dev.firstfill.tenancy.OnePlatform.OPERATOR;
import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.awaitUntil;
import static dev.firstfill.tenancy.OnePlatform.northgate;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.Seals.BrokenSeal;
import dev.firstfill.kernel.Seals.Place;
import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.TenantBusy;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.provisioning.NoOrganisations;
import dev.firstfill.tenancy.provisioning.Tenancies;
import io.smallrye.mutiny.Uni;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RotateKeysTest {
    /** Several batches, the last one not full. */
    private static final int PATIENTS = 450;

    private static final Function<Duration, Uni<Void>> NOBODY_TO_WAIT_FOR =
            time -> Uni.createFrom().voidItem();

    private final OnePlatform platform = OnePlatform.open();
    private final TenantSchemas schemas = new TenantSchemas(platform.owner, Migrations.ofTenants());
    private final Tenant pharmacy =
            await(new Tenancies(platform.tenants, platform.catalogue, schemas, platform.keys, new NoOrganisations())
                    .provision(northgate(), OPERATOR));

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void after_it_all_that_was_sealed_opens_and_one_key_seals() throws Exception {
        seal(PATIENTS);
        var ledgerBefore = ledgerSeal("sought: Vega");

        rotate(NOBODY_TO_WAIT_FOR);

        var keysets = await(platform.keys.open(pharmacy.id()));
        var keyset = TenantKeyset.of(keysets);
        assertThat(keysets.sealing().size()).isEqualTo(1);
        assertThat(keysets.ledger().size()).isEqualTo(2);
        assertThat(patientKeys()).hasSize(PATIENTS).allSatisfy(row -> {
            assertThat(row.value()).startsWith(keysets.sealingPrefix());
            assertThat(keyset.open(PersonKey.place(row.id()), row.value())).hasSize(32);
        });
        assertThat(answers()).hasSize(1).allSatisfy(row -> assertThat(keyset.open(answerAt(row.id()), row.value()))
                .asString(UTF_8)
                .isEqualTo("answered"));
        assertThat(keyset.open(ledgerAt(ledgerBefore.id()), ledgerBefore.value()))
                .asString(UTF_8)
                .isEqualTo("sought: Vega");
        assertThat(await(rotation(NOBODY_TO_WAIT_FOR).status(pharmacy)).underOlderKeys())
                .isZero();
    }

    @Test
    void the_old_keys_alone_open_nothing_that_is_sealed_afterwards() throws Exception {
        seal(1);
        var old = TenantKeyset.of(await(platform.keys.open(pharmacy.id())));

        rotate(NOBODY_TO_WAIT_FOR);

        var key = patientKeys().get(0);
        assertThatThrownBy(() -> old.open(PersonKey.place(key.id()), key.value()))
                .isInstanceOf(GeneralSecurityException.class);
        var answer = answers().get(0);
        assertThatThrownBy(() -> old.open(answerAt(answer.id()), answer.value()))
                .isInstanceOf(GeneralSecurityException.class);
        var search = ledgerSeal("sought: Ortega");
        assertThatThrownBy(() -> old.open(ledgerAt(search.id()), search.value()))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void in_each_phase_old_and_new_keys_at_other_replicas_open_what_the_others_seal() throws Exception {
        seal(1);
        var replicas = new ArrayList<TenantKeyset>();
        replicas.add(TenantKeyset.of(await(platform.keys.open(pharmacy.id()))));

        rotate(time -> platform.keys
                .open(pharmacy.id())
                .invoke(keysets -> replicas.add(keysetOf(keysets)))
                .replaceWithVoid());
        replicas.add(TenantKeyset.of(await(platform.keys.open(pharmacy.id()))));

        assertThat(replicas).hasSize(4);
        for (int phase = 0; phase + 1 < replicas.size(); phase++) {
            var earlier = replicas.get(phase);
            var later = replicas.get(phase + 1);
            var place = answerAt(UUID.randomUUID());
            assertThat(later.open(place, earlier.seal(place, "a".getBytes(UTF_8))))
                    .asString(UTF_8)
                    .isEqualTo("a");
            assertThat(earlier.open(place, later.seal(place, "b".getBytes(UTF_8))))
                    .asString(UTF_8)
                    .isEqualTo("b");
        }
    }

    private static TenantKeyset keysetOf(OpenKeysets keysets) {
        try {
            return TenantKeyset.of(keysets);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void one_that_was_broken_off_in_any_phase_is_taken_up_there() throws Exception {
        seal(PATIENTS);
        var waits = new ArrayList<Duration>();
        for (int brokenOffAt = 1; brokenOffAt <= 2; brokenOffAt++) {
            int last = brokenOffAt;
            waits.clear();
            assertThatThrownBy(() -> rotate(time -> {
                        waits.add(time);
                        return waits.size() < last ? NOBODY_TO_WAIT_FOR.apply(time) : failed();
                    }))
                    .hasMessage("broken off");
        }
        assertThat(platform.column("select rotation from control.tenant_key")).containsExactly("PROMOTED");

        rotate(NOBODY_TO_WAIT_FOR);

        assertThat(platform.column("select rotation from control.tenant_key")).containsExactly((String) null);
        var keysets = await(platform.keys.open(pharmacy.id()));
        assertThat(keysets.sealing().size()).isEqualTo(1);
        assertThat(keysets.ledger().size()).isEqualTo(2);
        assertThat(patientKeys()).allSatisfy(row -> assertThat(row.value()).startsWith(keysets.sealingPrefix()));
    }

    private static Uni<Void> failed() {
        return Uni.createFrom().failure(new IllegalStateException("broken off"));
    }

    @Test
    void one_whose_process_was_killed_among_the_rows_is_finished_by_the_next() throws Exception {
        seal(20_000);
        var killed = HastyRotation.start(platform, pharmacy);
        awaitUntil(() -> underOlderKeysAsSuperuser() < 20_000 && phase().equals("PROMOTED"));

        killed.destroyForcibly().waitFor();

        assertThat(phase()).isEqualTo("PROMOTED");
        awaitUntil(this::isFree);
        rotate(NOBODY_TO_WAIT_FOR);
        var keysets = await(platform.keys.open(pharmacy.id()));
        var keyset = TenantKeyset.of(keysets);
        assertThat(keysets.sealing().size()).isEqualTo(1);
        assertThat(patientKeys()).hasSize(20_000).allSatisfy(row -> assertThat(
                        keyset.open(PersonKey.place(row.id()), row.value()))
                .hasSize(32));
    }

    /** The server ends a session some moments after its client was killed, and with it the lock. */
    private boolean isFree() {
        return platform.column("select 1 from pg_locks l join pg_database d on d.oid = l.database"
                        + " where l.locktype = 'advisory' and d.datname = '%s'".formatted(platform.database))
                .isEmpty();
    }

    private String phase() {
        return String.valueOf(
                platform.column("select rotation from control.tenant_key").get(0));
    }

    private int underOlderKeysAsSuperuser() {
        return Integer.parseInt(
                platform.column("""
                        select max(n) from (
                          select count(*) as n from %s.patient_key group by substring(wrapped from 1 for 5)
                        ) by_key
                        """.formatted(pharmacy.schema())).get(0));
    }

    @Test
    void a_second_one_at_the_same_time_is_refused() {
        var going = new CompletableFuture<Void>();
        var reached = new CompletableFuture<Void>();
        var first = rotation(time -> {
                    reached.complete(null);
                    return Uni.createFrom().completionStage(going);
                })
                .rotate(pharmacy, step -> {})
                .subscribeAsCompletionStage();
        CompletableFuture.anyOf(reached, first).join();

        assertThatThrownBy(() -> rotate(NOBODY_TO_WAIT_FOR)).isInstanceOf(TenantBusy.class);

        assertThat(platform.column("select rotation from control.tenant_key")).containsExactly("PUBLISHED");
        going.complete(null);
        first.join();
        assertThat(platform.column("select rotation from control.tenant_key")).containsExactly((String) null);
    }

    @Test
    void a_row_that_somebody_holds_is_waited_for_and_the_others_are_not() throws Exception {
        seal(PATIENTS);
        try (var holder = platform.superuserConnection();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(
                    "select * from %s.patient_key order by patient_id limit 1 for update".formatted(pharmacy.schema()));
            var rotating =
                    rotation(NOBODY_TO_WAIT_FOR).rotate(pharmacy, step -> {}).subscribeAsCompletionStage();
            awaitUntil(() -> underNewestKey() == PATIENTS - 1);
            assertThat(rotating).isNotDone();
            assertThat(await(platform.keys.open(pharmacy.id())).sealing().size())
                    .isEqualTo(2);

            holder.rollback();

            rotating.join();
        }
        assertThat(underNewestKey()).isEqualTo(PATIENTS);
        assertThat(await(platform.keys.open(pharmacy.id())).sealing().size()).isEqualTo(1);
    }

    private int underNewestKey() {
        var prefix = java.util.HexFormat.of()
                .formatHex(await(platform.keys.open(pharmacy.id())).sealingPrefix());
        return Integer.parseInt(
                platform.column("select count(*) from %s.patient_key where substring(wrapped from 1 for 5) = '\\x%s'"
                                .formatted(pharmacy.schema(), prefix))
                        .get(0));
    }

    @Test
    void it_does_not_begin_when_something_could_not_be_sealed_anew() throws Exception {
        platform.asSuperuser("""
                create table %1$s.letter (id uuid primary key, text bytea not null);
                comment on column %1$s.letter.text is 'sealed: by the pharmacy';
                grant select, insert on %1$s.letter to %2$s;
                """.formatted(pharmacy.schema(), pharmacy.role()));

        assertThatThrownBy(() -> rotate(NOBODY_TO_WAIT_FOR))
                .hasMessage("The pharmacy's role may not change letter.text: it would be lost with the old key.");

        assertThat(platform.column("select rotation from control.tenant_key")).containsExactly((String) null);
        assertThat(await(platform.keys.open(pharmacy.id())).sealing().size()).isEqualTo(1);
    }

    @Test
    void a_value_that_does_not_open_stops_it_and_no_key_is_taken_away() throws Exception {
        seal(3);
        platform.asSuperuser("update %s.idempotency_key set answer = answer || '\\x00'".formatted(pharmacy.schema()));

        assertThatThrownBy(() -> rotate(NOBODY_TO_WAIT_FOR)).isInstanceOf(BrokenSeal.class);

        assertThat(await(platform.keys.open(pharmacy.id())).sealing().size()).isEqualTo(2);
    }

    @Test
    void a_pharmacy_of_before_gets_a_ledger_keyset_that_opens_what_the_sealing_keys_had_sealed() throws Exception {
        platform.asSuperuser("update control.tenant_key set ledger = null");
        var before = ledgerSeal("sought: Vega");

        rotate(NOBODY_TO_WAIT_FOR);
        rotate(NOBODY_TO_WAIT_FOR);

        var keyset = TenantKeyset.of(await(platform.keys.open(pharmacy.id())));
        assertThat(keyset.open(ledgerAt(before.id()), before.value()))
                .asString(UTF_8)
                .isEqualTo("sought: Vega");
    }

    private record Row(UUID id, byte[] value) {}

    private KeyRotation rotation(Function<Duration, Uni<Void>> waiting) {
        return new KeyRotation(platform.app, platform.keys, schemas, waiting);
    }

    private void rotate(Function<Duration, Uni<Void>> waiting) {
        await(rotation(waiting).rotate(pharmacy, step -> {}));
    }

    /** Patients with their keys, one answer that is about nobody, and one that is about somebody. */
    private void seal(int patients) throws GeneralSecurityException, SQLException {
        var seals = new TenantSeals(TenantKeyset.of(await(platform.keys.open(pharmacy.id()))), person -> {});
        try (var connection = platform.superuserConnection();
                var patient = connection.prepareStatement("""
                        insert into %s.patient (id, version, record, search_tokens, created_at, updated_at)
                        values (?, 1, '\\x00', '{}', now(), now())
                        """.formatted(pharmacy.schema()));
                var key = connection.prepareStatement(
                        "insert into %s.patient_key (patient_id, wrapped) values (?, ?)".formatted(pharmacy.schema()));
                var answer = connection.prepareStatement("""
                        insert into %s.idempotency_key (id, request, noun, person, status, headers, answer, at)
                        values (?, 0, 'drug', ?, 201, '{}', ?, now())
                        """.formatted(pharmacy.schema()))) {
            connection.setAutoCommit(false);
            for (int number = 0; number < patients; number++) {
                var id = UUID.randomUUID();
                patient.setObject(1, id);
                patient.addBatch();
                key.setObject(1, id);
                key.setBytes(2, seals.newKeyOf(id));
                key.addBatch();
            }
            patient.executeBatch();
            key.executeBatch();
            var id = UUID.randomUUID();
            answer.setObject(1, id);
            answer.setObject(2, null);
            answer.setBytes(3, seals.seal(answerAt(id), "answered".getBytes(UTF_8)));
            answer.execute();
            answer.setObject(1, UUID.randomUUID());
            answer.setObject(2, UUID.randomUUID());
            answer.setBytes(3, "sealed by a person's key".getBytes(UTF_8));
            answer.execute();
            connection.commit();
        }
    }

    private Row ledgerSeal(String text) throws GeneralSecurityException {
        var id = UUID.randomUUID();
        var keyset = TenantKeyset.of(await(platform.keys.open(pharmacy.id())));
        return new Row(id, keyset.seal(ledgerAt(id), text.getBytes(UTF_8)));
    }

    private List<Row> patientKeys() throws SQLException {
        return rows("select patient_id, wrapped from %s.patient_key");
    }

    private List<Row> answers() throws SQLException {
        return rows("select id, answer from %s.idempotency_key where person is null");
    }

    private List<Row> rows(String sql) throws SQLException {
        try (var connection = platform.superuserConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql.formatted(pharmacy.schema()))) {
            var rows = new ArrayList<Row>();
            while (found.next()) {
                rows.add(new Row(found.getObject(1, UUID.class), found.getBytes(2)));
            }
            return rows;
        }
    }

    private static Place answerAt(UUID id) {
        return new Place("idempotency_key", "answer", id);
    }

    private static Place ledgerAt(UUID id) {
        return new Place("audit_record", "sealed", id);
    }
}
