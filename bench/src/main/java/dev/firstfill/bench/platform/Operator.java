package dev.firstfill.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code bin/tenant} of the next releases: a copy of the program, to which migrations are added one by one. Nothing of
 * the program that was built changes.
 */
public final class Operator {
    private final Platform platform;
    private final Path work;
    private int version;

    private Operator(Platform platform, Path work, int version) {
        this.platform = platform;
        this.work = work;
        this.version = version;
    }

    public static Operator ofNextReleases(Platform platform) throws IOException {
        var root = platform.setting().root();
        var work = platform.folder().resolve("next-release");
        Cutting.delete(work);
        Files.createDirectories(work.resolve("added/db/tenant"));
        Cutting.copy(root.resolve("api/target/quarkus-app"), work.resolve("program"));
        return new Operator(platform, work, PharmacyDdl.in(root).version());
    }

    /** Another release with one more migration, whose version is returned. */
    public int release(String migration) throws IOException {
        version++;
        var name = "db/tenant/V%03d__bench.sql".formatted(version);
        Files.writeString(work.resolve("added").resolve(name), migration);
        try (var jars = Files.newDirectoryStream(work.resolve("program/lib/main"), "*firstfill-pharmacy*.jar")) {
            var jar = jars.iterator().next().toString();
            Cutting.run(
                    "jar",
                    List.of(
                            "--update",
                            "--file",
                            jar,
                            "-C",
                            work.resolve("added").toString(),
                            name));
        }
        return version;
    }

    /** As {@code bin/tenant} starts it. */
    public Process start(String... words) throws IOException {
        var program = work.resolve("program/lib");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                program.resolve("main") + "/*:" + program.resolve("boot") + "/*",
                "dev.firstfill.tenancy.command.TenantCommand"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().putAll(platform.environment());
        return builder.start();
    }

    public void run(String... words) throws IOException, InterruptedException {
        if (start(words).waitFor() != 0) {
            throw new IllegalStateException(
                    "bin/tenant %s failed: %s".formatted(String.join(" ", words), Files.readString(log())));
        }
    }

    private Path log() {
        return platform.folder().resolve("tenant.log");
    }
}
