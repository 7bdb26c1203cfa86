package dev.firstfill.tenancy.audit;

import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.northgate;
import static dev.firstfill.tenancy.OnePlatform.southbank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.audit.Finding.Kind;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NotaryTest {
    private final AuditedPharmacies pharmacies = new AuditedPharmacies();
    private final Tenant northgate = pharmacies.opened(northgate());

    /** So that the first checkpoint in each test covers eight records. */
    @BeforeEach
    void morning() {
        pharmacies.morning(northgate, "Marisol", "Vega");
    }

    @AfterEach
    void close() {
        pharmacies.close();
    }

    @Test
    void signs_where_the_ledger_stands_and_keeps_a_copy_in_the_catalogue() {
        await(pharmacies.notary.round());

        var kept = pharmacies.store.of(northgate.id());
        assertThat(kept).singleElement().satisfies(checkpoint -> {
            assertThat(checkpoint.seq()).isEqualTo(8);
            assertThat(checkpoint.before()).isNull();
            assertThat(pharmacies.key.check().isGood(checkpoint)).isTrue();
        });
        assertThat(await(pharmacies.copies.of(northgate.id()))).isEqualTo(kept);
    }

    @Test
    void each_checkpoint_names_the_one_before() {
        await(pharmacies.notary.round());
        pharmacies.morning(northgate, "Ana", "Ruiz");

        await(pharmacies.notary.round());

        var kept = pharmacies.store.of(northgate.id());
        assertThat(kept).extracting(Checkpoint::seq).containsExactly(8L, 16L);
        assertThat(kept.get(1).before()).isEqualTo(kept.get(0).digest());
        assertThat(pharmacies.verified(northgate)).satisfies(result -> {
            assertThat(result.findings()).isEmpty();
            assertThat(result.records()).isEqualTo(16);
            assertThat(result.checkpoints()).isEqualTo(2);
            assertThat(result.signedUpTo()).isEqualTo(16);
        });
    }

    @Test
    void where_nobody_works_nothing_is_signed() {
        var southbank = pharmacies.opened(southbank());
        await(pharmacies.notary.round());

        await(pharmacies.notary.round());

        assertThat(pharmacies.store.of(northgate.id())).hasSize(1);
        assertThat(pharmacies.store.of(southbank.id())).isEmpty();
    }

    @Test
    void two_replicas_sign_side_by_side() {
        var other = pharmacies.anotherNotary(Anchor.NONE);
        await(pharmacies.notary.round());
        pharmacies.morning(northgate, "Ana", "Ruiz");
        other.hasNews(northgate);
        await(other.round());
        pharmacies.morning(northgate, "Li", "Chen");
        other.hasNews(northgate);

        await(pharmacies.notary.round());
        await(other.round());

        assertThat(pharmacies.store.of(northgate.id()))
                .extracting(Checkpoint::seq)
                .containsExactly(8L, 16L, 24L, 24L);
        assertThat(pharmacies.verified(northgate).findings()).isEmpty();
    }

    @Test
    void what_was_cut_off_is_not_signed_over_nor_by_a_notary_that_is_started_anew() {
        await(pharmacies.notary.round());
        cutOffAfter(5);
        pharmacies.morning(northgate, "Ana", "Ruiz");

        await(pharmacies.notary.round());

        assertThat(pharmacies.store.of(northgate.id())).hasSize(1);
        assertThat(pharmacies.counted("firstfill.ledger.checkpoint.refused")).isEqualTo(1);
        pharmacies.morning(northgate, "Li", "Chen");
        await(pharmacies.notary.round());
        var anew = pharmacies.anotherNotary(Anchor.NONE);
        anew.hasNews(northgate);
        await(anew.round());
        assertThat(pharmacies.store.of(northgate.id())).hasSize(1);
        assertThat(pharmacies.counted("firstfill.ledger.checkpoint.refused")).isEqualTo(3);
        assertThat(pharmacies.verified(northgate).findings()).contains(new Finding(Kind.REWRITTEN, 1, 8));
    }

    @Test
    void a_pharmacy_that_was_tampered_with_does_not_keep_the_others_from_being_signed_for() {
        var southbank = pharmacies.opened(southbank());
        await(pharmacies.notary.round());
        cutOffAfter(5);
        pharmacies.morning(northgate, "Ana", "Ruiz");
        pharmacies.morning(southbank, "Li", "Chen");

        await(pharmacies.notary.round());

        assertThat(pharmacies.store.of(northgate.id())).hasSize(1);
        assertThat(pharmacies.store.of(southbank.id())).hasSize(1);
    }

    @Test
    void what_could_not_be_signed_is_signed_in_the_next_round() {
        var table = northgate.schema() + ".audit_record";
        pharmacies.platform.asSuperuser("revoke select on %s from %s".formatted(table, northgate.role()));
        await(pharmacies.notary.round());
        assertThat(pharmacies.store.of(northgate.id())).isEmpty();
        pharmacies.platform.asSuperuser("grant select on %s to %s".formatted(table, northgate.role()));

        await(pharmacies.notary.round());

        assertThat(pharmacies.store.of(northgate.id())).hasSize(1);
    }

    @Test
    void who_is_stopped_in_the_middle_of_a_round_signs_for_the_rest_first() throws Exception {
        var all = twelveWithNews();
        pharmacies.notary.round(Duration.ofHours(1)).subscribe().with(done -> {});

        pharmacies
                .notary
                .goRound(OnePlatform.vertx().getDelegate(), Duration.ofHours(1))
                .close();

        assertThat(all).allSatisfy(pharmacy -> assertThat(pharmacies.store.of(pharmacy.id()))
                .hasSize(1));
    }

    /** Thirteen in four lanes, Northgate among them: one lane at least has four to sign for, and pauses after each. */
    @Test
    void a_round_pauses_between_its_signatures_so_that_others_have_the_processor() {
        var all = twelveWithNews();
        long began = System.nanoTime();

        await(pharmacies.notary.round(Duration.ofHours(1)));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(4 * 100));
        assertThat(all).allSatisfy(pharmacy -> assertThat(pharmacies.store.of(pharmacy.id()))
                .hasSize(1));
    }

    private List<Tenant> twelveWithNews() {
        var all = IntStream.range(0, 12)
                .mapToObj(number -> pharmacies.opened(
                        new NewTenant("pharmacy-" + number, "Pharmacy", ZoneId.of("America/Chicago"), true)))
                .toList();
        all.forEach(pharmacy -> pharmacies.morning(pharmacy, "Marisol", "Vega"));
        return all;
    }

    @Test
    void a_checkpoint_taken_out_of_folder_and_catalogue_is_missed_by_the_next_one() throws IOException {
        for (var family : new String[] {"Ruiz", "Chen", "Okafor"}) {
            await(pharmacies.notary.round());
            pharmacies.morning(northgate, "Ana", family);
        }
        await(pharmacies.notary.round());
        pharmacies.platform.asSuperuser("delete from control.audit_checkpoint where seq = 16");
        var lines = Files.readAllLines(file());

        Files.write(
                file(),
                lines.stream().filter(line -> !line.contains("\"seq\":16,")).toList());

        assertThat(pharmacies.verified(northgate).findings())
                .containsExactly(new Finding(Kind.CHECKPOINT_MISSING, 9, 24));
    }

    @Test
    void a_checkpoint_that_the_notary_did_not_sign_is_found() throws IOException {
        await(pharmacies.notary.round());
        pharmacies.morning(northgate, "Ana", "Ruiz");

        pharmacies.store.add(forged(new Head(12, new byte[32])));

        assertThat(pharmacies.verified(northgate).findings())
                .containsExactly(new Finding(Kind.CHECKPOINT_FORGED, 12, 12));
    }

    /** It says what stands in the ledger, which who rewrites the ledger can arrange. */
    @Test
    void a_notary_started_anew_signs_nothing_on_top_of_what_the_notary_did_not_sign() {
        var stands = pharmacies.platform.column(
                "select encode(hash, 'hex') from %s.audit_record where seq = 8".formatted(northgate.schema()));
        pharmacies.store.add(forged(new Head(8, HexFormat.of().parseHex(stands.get(0)))));
        pharmacies.morning(northgate, "Ana", "Ruiz");

        var anew = pharmacies.anotherNotary(Anchor.NONE);
        anew.hasNews(northgate);
        await(anew.round());

        assertThat(pharmacies.store.of(northgate.id()))
                .extracting(Checkpoint::seq)
                .containsExactly(8L);
        assertThat(pharmacies.counted("firstfill.ledger.checkpoint.refused")).isEqualTo(1);
    }

    @Test
    void a_checkpoint_of_another_pharmacy_proves_nothing_here() throws IOException {
        var southbank = pharmacies.opened(southbank());
        pharmacies.morning(southbank, "Li", "Chen");
        await(pharmacies.notary.round());
        var theirs = Files.readAllLines(pharmacies.checkpointFolder.resolve(southbank.id() + ".ndjson"));

        Files.write(file(), theirs, StandardOpenOption.APPEND);

        assertThat(pharmacies.verified(northgate).findings())
                .containsExactly(new Finding(Kind.CHECKPOINT_FORGED, 8, 8));
    }

    /** The machine failed while a line was written; it was not acknowledged, so nothing rests on it. */
    @Test
    void half_a_line_at_the_end_of_the_file_spoils_nothing() throws IOException {
        await(pharmacies.notary.round());
        Files.writeString(file(), "{\"tenant\":\"", StandardOpenOption.APPEND);
        pharmacies.morning(northgate, "Ana", "Ruiz");

        var anew = pharmacies.anotherNotary(Anchor.NONE);
        anew.hasNews(northgate);
        await(anew.round());

        assertThat(pharmacies.store.of(northgate.id()))
                .extracting(Checkpoint::seq)
                .containsExactly(8L, 16L);
        assertThat(pharmacies.verified(northgate).findings()).isEmpty();
    }

    @Test
    void the_signing_key_lies_wrapped_in_a_file_of_its_owners_alone() throws IOException {
        var text = Files.readString(pharmacies.keyFile);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pharmacies.keyFile)))
                .isEqualTo("rw-------");
        assertThat(text).contains("encryptedKeyset").doesNotContain("keyMaterial", "keyData");
        Files.setPosixFilePermissions(pharmacies.keyFile, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> NotaryKey.open(pharmacies.keyFile, OnePlatform.keyEncryption()))
                .hasMessageContaining("chmod 600");
    }

    private Checkpoint forged(Head head) {
        var forger =
                NotaryKey.openOrCreate(pharmacies.keyFile.resolveSibling("forger.json"), OnePlatform.keyEncryption());
        return Checkpoint.signed(northgate.id(), head, Instant.EPOCH, null, forger);
    }

    private void cutOffAfter(long seq) {
        pharmacies.platform.asSuperuser(
                "delete from %s.audit_record where seq > %d".formatted(northgate.schema(), seq));
    }

    private Path file() {
        return pharmacies.checkpointFolder.resolve(northgate.id() + ".ndjson");
    }
}
