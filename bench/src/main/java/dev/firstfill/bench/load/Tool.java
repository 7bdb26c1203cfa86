package dev.firstfill.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Programs of the system that a benchmark calls. */
public final class Tool {
    /** Where Debian's packages bring them. */
    private static final Map<String, String> PACKAGES = Map.of(
            "wrk", "wrk",
            "pgbench", "postgresql-contrib",
            "psql", "postgresql-client",
            "strace", "strace",
            "openssl", "openssl");

    private Tool() {}

    /** @throws IllegalStateException with what to install, when one is missing */
    public static void need(String... tools) {
        for (var tool : tools) {
            var isThere = Arrays.stream(System.getenv("PATH").split(":"))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
            if (!isThere) {
                throw new IllegalStateException(
                        "%s is missing (Debian: apt install %s).".formatted(tool, PACKAGES.getOrDefault(tool, tool)));
            }
        }
    }

    /** What it printed, when it ended well. */
    public static String output(Map<String, String> variables, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        var process = builder.start();
        process.getOutputStream().close();
        var printed = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command.get(0) + " failed: " + printed);
        }
        return printed;
    }

    public static double number(Pattern pattern, String printed) {
        var found = pattern.matcher(printed);
        if (!found.find()) {
            throw new IllegalStateException("No figure in: " + printed);
        }
        return Double.parseDouble(found.group(1));
    }
}
