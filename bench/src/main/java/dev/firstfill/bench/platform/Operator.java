package dev.firstfill.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code bin/tenant} of the next releases: a copy of the program, to which migrations are added one by one. Nothing of
 * the program that was built changes.
 */
public final class Operator {
    private static final String COMMAND = "TenantCommand";

    private final Commands commands;
    private final Path added;
    private int version;

    private Operator(Commands commands, Path added, int version) {
        this.commands = commands;
        this.added = added;
        this.version = version;
    }

    public static Operator ofNextReleases(Platform platform) throws IOException {
        var work = platform.folder().resolve("next-release");
        Cutting.delete(work);
        Files.createDirectories(work.resolve("added/db/tenant"));
        Cutting.copy(Api.shipped(platform).getParent(), work.resolve("program"));
        return new Operator(
                new Commands(platform, work.resolve("program")),
                work.resolve("added"),
                PharmacyDdl.in(platform.setting().root()).version());
    }

    /** Another release with one more migration, whose version is returned. */
    public int release(String migration) throws IOException {
        version++;
        var name = "db/tenant/V%03d__bench.sql".formatted(version);
        Files.writeString(added.resolve(name), migration);
        try (var jars = Files.newDirectoryStream(commands.program().resolve("lib/main"), "*firstfill-pharmacy*.jar")) {
            var jar = jars.iterator().next().toString();
            Cutting.run("jar", List.of("--update", "--file", jar, "-C", added.toString(), name));
        }
        return version;
    }

    public Process start(String... words) throws IOException {
        return commands.start(COMMAND, words);
    }

    public void run(String... words) throws IOException, InterruptedException {
        commands.run(COMMAND, words);
    }
}
