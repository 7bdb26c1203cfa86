package dev.firstfill.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.catalogue.TenantId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChainTest {
    private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");
    private static final UUID VEGA = UUID.fromString("01990000-0000-7000-8000-00000000000a");
    private static final UUID OKAFOR = UUID.fromString("01990000-0000-7000-8000-00000000000b");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.000001Z");
    private static final TenantId NORTHGATE = new TenantId(UUID.fromString("01990000-0000-7000-8000-0000000000aa"));
    private static final TenantId SOUTHBANK = new TenantId(UUID.fromString("01990000-0000-7000-8000-0000000000bb"));

    private static final AuditRecord RECORD =
            new AuditRecord(ID, NOON, "priya", "read patient", "done", List.of(VEGA), "{\"a\":1}", new byte[] {1, 2});

    /** Ledgers are kept for years: whoever changes the reckoning leaves all of them unverifiable. */
    @Test
    void the_reckoning_stays_what_it_is() {
        assertThat(hex(Chain.genesis(NORTHGATE)))
                .isEqualTo("fc7739901a02e9a574847e07b519a21ceb059c33ef94e918deadeeab1869e002");
        assertThat(hex(Chain.leaf(RECORD)))
                .isEqualTo("be124b251a5e1533bde4516a333145266ade3684ea7ce99a751cd70275a0bdd5");
        assertThat(hex(Chain.next(Chain.genesis(NORTHGATE), Chain.leaf(RECORD))))
                .isEqualTo("8012935d66bfb349ad19a4395fa59beff731571166d3e503e974ec2c97e5c258");
    }

    @Test
    void every_pharmacy_begins_with_another_hash() {
        assertThat(Chain.genesis(NORTHGATE)).isNotEqualTo(Chain.genesis(SOUTHBANK));
    }

    @Test
    void a_hash_depends_on_the_one_before_it() {
        var leaf = Chain.leaf(RECORD);

        assertThat(Chain.next(Chain.genesis(NORTHGATE), leaf)).isNotEqualTo(Chain.next(Chain.genesis(SOUTHBANK), leaf));
    }

    static Stream<AuditRecord> every_part_of_a_record_counts() {
        byte[] sealed = {1, 2};
        var entry = "{\"a\":1}";
        var one = List.of(VEGA);
        return Stream.of(
                new AuditRecord(VEGA, NOON, "priya", "read patient", "done", one, entry, sealed),
                new AuditRecord(ID, NOON.plusNanos(1_000), "priya", "read patient", "done", one, entry, sealed),
                new AuditRecord(ID, NOON, "priyb", "read patient", "done", one, entry, sealed),
                new AuditRecord(ID, NOON, "priya", "list patient", "done", one, entry, sealed),
                new AuditRecord(ID, NOON, "priya", "read patient", "refused", one, entry, sealed),
                new AuditRecord(ID, NOON, "priya", "read patient", "done", List.of(), entry, sealed),
                new AuditRecord(ID, NOON, "priya", "read patient", "done", List.of(OKAFOR), entry, sealed),
                new AuditRecord(ID, NOON, "priya", "read patient", "done", List.of(VEGA, OKAFOR), entry, sealed),
                new AuditRecord(ID, NOON, "priya", "read patient", "done", one, "{\"a\": 1}", sealed),
                new AuditRecord(ID, NOON, "priya", "read patient", "done", one, entry, new byte[] {1, 3}),
                new AuditRecord(ID, NOON, "priya", "read patient", "done", one, entry, new byte[0]),
                new AuditRecord(ID, NOON, "priya", "read patient", "done", one, entry, null),
                // The same letters, parted elsewhere.
                new AuditRecord(ID, NOON, "priyar", "ead patient", "done", one, entry, sealed));
    }

    @ParameterizedTest
    @MethodSource
    void every_part_of_a_record_counts(AuditRecord other) {
        assertThat(Chain.leaf(other)).isNotEqualTo(Chain.leaf(RECORD));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
