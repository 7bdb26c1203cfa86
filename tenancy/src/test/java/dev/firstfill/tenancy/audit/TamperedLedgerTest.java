package dev.firstfill.tenancy.audit;

import static dev.firstfill.tenancy.OnePlatform.await;
import static dev.firstfill.tenancy.OnePlatform.northgate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.catalogue.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Somebody who rules the database changes a ledger in every way we know of, some hundred times at random, and each time
 * is found out, and the place is named. {@code -Dfirstfill.tamperings=10000} for more, {@code -Dfirstfill.seed=…} for
 * the same again.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TamperedLedgerTest {
    private static final int TRIALS = Integer.getInteger("firstfill.tamperings", 420);
    private static final int MORNINGS = 38;
    private static final AuditedPharmacies PHARMACIES = new AuditedPharmacies();

    private static Tenant northgate;
    private static List<Checkpoint> checkpoints;

    /** Some three hundred records, a checkpoint now and then, and one at the end. */
    @BeforeAll
    static void work() {
        northgate = PHARMACIES.opened(northgate());
        for (int morning = 1; morning <= MORNINGS; morning++) {
            PHARMACIES.morning(northgate, "Marisol", "Vega" + (char) ('a' + morning % 26));
            if (morning % 7 == 0 || morning == MORNINGS) {
                await(PHARMACIES.notary.round());
            }
        }
        checkpoints = PHARMACIES.store.of(northgate.id());
    }

    @AfterAll
    static void close() {
        PHARMACIES.close();
    }

    @Test
    void a_ledger_that_nobody_touched_is_in_order() {
        var result = PHARMACIES.verified(northgate);

        assertThat(result.findings()).isEmpty();
        assertThat(result.records()).isEqualTo(MORNINGS * 8L);
        assertThat(result.signedUpTo()).isEqualTo(MORNINGS * 8L);
        assertThat(result.checkpoints()).isEqualTo(6);
    }

    @Test
    void every_tampering_is_found_and_its_place_named() throws SQLException {
        long seed = Long.getLong("firstfill.seed", System.nanoTime());
        var random = new Random(seed);
        var missed = new ArrayList<String>();
        Map<Tampering, Integer> done = new EnumMap<>(Tampering.class);
        try (var superuser = PHARMACIES.platform.superuserConnection()) {
            superuser.setAutoCommit(false);
            for (int trial = 0; trial < TRIALS; trial++) {
                var tampering = Tampering.values()[trial % Tampering.values().length];
                var ledger = ledger(superuser, random);
                var outcome = tampering.doTo(ledger);

                var findings = verified(superuser).findings();

                if (findings.isEmpty() || !outcome.isNamed().test(findings)) {
                    missed.add("%s %s: expected %s, found %s"
                            .formatted(tampering, outcome.what(), outcome.expected(), findings));
                }
                done.merge(tampering, 1, Integer::sum);
                superuser.rollback();
                if (trial % 100 == 99) {
                    // What was rolled back still lies about, and slows the next ones down.
                    PHARMACIES.platform.asSuperuser("vacuum %s.audit_record".formatted(northgate.schema()));
                }
            }
            assertThat(verified(superuser).findings()).isEmpty();
        }
        System.out.printf("Tamperings: %d, missed %d, seed %d: %s%n", TRIALS, missed.size(), seed, done);
        assertThat(missed).as("seed %d", seed).isEmpty();
    }

    private static Tampering.Ledger ledger(Connection superuser, Random random) {
        return new Tampering.Ledger(
                superuser, northgate.schema(), Chain.genesis(northgate.id()), checkpoints, MORNINGS * 8L, random);
    }

    private static VerificationResult verified(Connection superuser) {
        LedgerPages pages = (from, limit) -> {
            try {
                return CompletableFuture.completedFuture(
                        Tampering.JdbcPages.read(superuser, northgate.schema(), from, Long.MAX_VALUE).stream()
                                .limit(limit)
                                .toList());
            } catch (SQLException failure) {
                return CompletableFuture.failedFuture(failure);
            }
        };
        return new Verification(northgate.id(), pages, PHARMACIES.key.check())
                .run(Long.MAX_VALUE, checkpoints, progress -> {});
    }
}
