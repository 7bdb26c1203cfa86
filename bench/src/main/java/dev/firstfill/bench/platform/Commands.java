package dev.firstfill.bench.platform;

import dev.firstfill.bench.load.Children;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The operator's commands, started as {@code bin/tenant} and {@code bin/audit} start them.
 *
 * @param program the folder of the built program, or of a copy
 */
record Commands(Platform platform, Path program) {

    static Commands shipped(Platform platform) {
        return new Commands(platform, Api.shipped(platform).getParent());
    }

    /** @param command its class, such as {@code TenantCommand} */
    Process start(String command, String... words) throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (!command.equals("AuditCommand")) {
            line.add("-XX:TieredStopAtLevel=1");
        }
        line.addAll(List.of(
                "-Xmx256m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                program.resolve("lib/main") + "/*:" + program.resolve("lib/boot") + "/*",
                "dev.firstfill.tenancy.command." + command));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().putAll(platform.environment());
        return Children.start(builder);
    }

    /** What it said. */
    String run(String command, String... words) throws IOException, InterruptedException {
        int code = start(command, words).waitFor();
        var said = Files.readString(log());
        if (code != 0) {
            throw new IllegalStateException("%s %s failed: %s".formatted(command, String.join(" ", words), said));
        }
        return said;
    }

    private Path log() {
        return platform.folder().resolve("command.log");
    }
}
