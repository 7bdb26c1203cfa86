package dev.firstfill.tenancy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many pharmacies at once over few connections, while people give up, statements fail or take too long, and the
 * server kills connections.
 */
class StormTest {
    private static final int PHARMACIES = 50;
    private static final int REQUESTS = 200;
    private static final int CONNECTIONS = 2;
    private static final int WAVES = 3;
    private static final int KILLED_PER_WAVE = 2;
    private static final Duration WAVE_MAX = Duration.ofSeconds(15);

    /** Printed, so that a storm that found something can be had again: -Dfirstfill.storm.seed=… */
    private static final long SEED = Long.getLong("firstfill.storm.seed", System.nanoTime());

    private static final Door DOOR = Door.with(CONNECTIONS);
    private static List<Tenant> pharmacies;

    @BeforeAll
    static void openPharmacies() {
        // Before the first connection is made: it holds for those made afterwards.
        DOOR.platform.asSuperuser("alter role firstfill_app in database %s set statement_timeout = '100ms'"
                .formatted(DOOR.platform.database));
        // What is tried here is who meets whose values, and not who waits for a turn.
        DOOR.platform.asSuperuser("alter table control.tenant alter concurrent_acts set default 1000");
        pharmacies = DOOR.pharmacies(IntStream.rangeClosed(1, PHARMACIES)
                .mapToObj("pharmacy-%02d"::formatted)
                .toList());
        System.out.println("Seed of the storm: " + SEED);
    }

    @AfterAll
    static void close() {
        DOOR.close();
    }

    @ParameterizedTest
    @EnumSource
    void no_pharmacy_ever_meets_anothers_values_and_afterwards_all_are_served(Way way) {
        var random = new Random(SEED + way.ordinal());

        for (int wave = 0; wave < WAVES; wave++) {
            assertThat(wave(way, random)).as("seed %d", SEED).isEmpty();
        }

        assertThat(strangersOnShelves()).isEmpty();
        assertEveryConnectionCameBack();
        for (var tenant : pharmacies) {
            assertThat(DOOR.as(tenant, () -> way.ask(DOOR, "select current_user::text")))
                    .containsExactly(tenant.role());
            assertThat(DOOR.as(tenant, () -> way.labels(DOOR)))
                    .containsExactlyInAnyOrderElementsOf(DOOR.labelsOf(tenant));
        }
    }

    private static List<String> wave(Way way, Random random) {
        var requests = IntStream.range(0, REQUESTS)
                .mapToObj(number -> {
                    var tenant = pharmacies.get(random.nextInt(PHARMACIES));
                    return new Storm(DOOR, way, tenant, new Random(random.nextLong()), number).blow();
                })
                .toList();
        var wave = Uni.join().all(requests).andFailFast().subscribeAsCompletionStage();
        for (int killed = 0; killed < KILLED_PER_WAVE; killed++) {
            DOOR.platform.asSuperuser("select pg_terminate_backend(%s)"
                    .formatted(DOOR.backends().stream().findFirst().orElse("0")));
        }
        return Uni.createFrom().completionStage(wave).await().atMost(WAVE_MAX).stream()
                .flatMap(Collection::stream)
                .toList();
    }

    private static List<String> strangersOnShelves() {
        return pharmacies.stream()
                .flatMap(tenant -> DOOR.labelsOf(tenant).stream()
                        .filter(label ->
                                !label.startsWith(Storm.markOf(tenant)) || label.equals(Storm.markOf(tenant) + "lost"))
                        .map(label -> "%s has %s".formatted(tenant.slug(), label)))
                .toList();
    }

    /** All can be borrowed at the same time, and none of them is still in a transaction. */
    private static void assertEveryConnectionCameBack() {
        var both = DOOR.as(
                pharmacies.get(0),
                () -> DOOR.client.withConnection(first -> DOOR.client.withConnection(
                        second -> first.query("select 1").execute().chain(() -> second.query("select 2")
                                .execute()))));

        assertThat(both.size()).isEqualTo(1);
        assertThat(DOOR.platform.column("""
                        select state from pg_stat_activity
                        where datname = '%s' and application_name = 'firstfill-api'
                        """.formatted(DOOR.platform.database))).containsExactly("idle", "idle");
    }
}
