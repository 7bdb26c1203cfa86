package dev.firstfill.tenancy.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.migration.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledMigrationTest {
    private static final int PHARMACIES = 200;

    private final OnePlatform platform = OnePlatform.open();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void leaves_each_of_200_pharmacies_whole_and_the_next_run_does_the_rest_once() throws Exception {
        Fixture.pharmaciesAt(platform, PHARMACIES, 1);

        var killed = migrate("--workers", "2");
        OnePlatform.awaitUntil(() -> upToDate() >= 40);
        killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        waitUntilTheServerHasNoticed();
        var afterKill = histories();

        assertThat(killed.exitValue()).isEqualTo(128 + 9);
        assertThat(afterKill.get("1,2,3,4")).isBetween(40L, (long) PHARMACIES - 1);
        assertThat(afterKill.keySet()).containsExactlyInAnyOrder("1", "1,2,3,4");

        var resumed = migrate();
        assertThat(resumed.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(output()).last().asString().matches("\\d+ migrated, \\d+ were up to date, 0 failed\\.");
        assertThat(resumed.exitValue()).isZero();
        assertThat(histories()).isEqualTo(Map.of("1,2,3,4", (long) PHARMACIES));
        assertThat(platform.column("select distinct schema_version from control.tenant"))
                .containsExactly("4");
    }

    private Process migrate(String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                FixtureTenantCommand.class.getName(),
                "migrate"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().putAll(platform.environment());
        return builder.start();
    }

    private List<String> output() throws IOException {
        return Files.readAllLines(folder.resolve("output"));
    }

    private long upToDate() {
        return Long.parseLong(platform.column("select count(*) from control.tenant where schema_version = 4")
                .getFirst());
    }

    /** A transaction that had reached the server as a whole may still commit after its sender is gone. */
    private void waitUntilTheServerHasNoticed() {
        OnePlatform.awaitUntil(
                () -> platform.column("""
                        select pid from pg_stat_activity
                        where datname = '%s' and usename = 'firstfill_owner' and state <> 'idle'
                        """.formatted(platform.database)).isEmpty());
    }

    /** How many pharmacies have seen which versions. */
    private Map<String, Long> histories() {
        var everySchema = platform.schemas().stream()
                .map("select string_agg(version::text, ',' order by version) from %s.migration"::formatted)
                .collect(Collectors.joining(" union all "));
        return platform.column(everySchema).stream()
                .collect(Collectors.groupingBy(history -> history, Collectors.counting()));
    }
}
