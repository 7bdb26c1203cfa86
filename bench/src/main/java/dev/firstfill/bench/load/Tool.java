package dev.firstfill.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs of the system that a benchmark calls. */
public final class Tool {
    /** Where Debian's packages bring them. */
    private static final Map<String, String> PACKAGES = Map.of(
            "wrk", "wrk",
            "pgbench", "postgresql-contrib",
            "psql", "postgresql-client",
            "strace", "strace",
            "openssl", "openssl",
            "unzip", "unzip");

    private Tool() {}

    /** @throws IllegalStateException with what to install, when any is missing */
    public static void need(Stream<String> tools) {
        var missing = tools.distinct().filter(tool -> !isThere(tool)).toList();
        if (!missing.isEmpty()) {
            var packages = missing.stream().map(PACKAGES::get).collect(Collectors.joining(" "));
            throw new IllegalStateException(
                    "Not installed: %s (Debian: apt install %s).".formatted(String.join(", ", missing), packages));
        }
    }

    private static boolean isThere(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    /** What it printed, when it ended well. */
    public static String output(Map<String, String> variables, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        var process = Children.start(builder);
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
