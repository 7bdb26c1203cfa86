package dev.firstfill.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code docs/operating.md} says there is.
 *
 * @param variables of its table of configuration
 * @param secrets {@code secret/key}, as its section on Kubernetes asks for them
 * @param delaySeconds how long the program serves on when it was asked to end
 * @param shutdownSeconds how long it then finishes the requests that have begun
 */
record Documented(Set<String> variables, Set<String> secrets, int delaySeconds, int shutdownSeconds) {
    private static final Pattern VARIABLE = Pattern.compile("`(FIRSTFILL_[A-Z_]+)`");
    private static final Pattern SECRET = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| `([A-Za-z_.-]+)` \\|");
    private static final Pattern DELAY =
            Pattern.compile("(?m)^quarkus\\.shutdown\\.delay=\\$\\{FIRSTFILL_SHUTDOWN_DELAY:(\\d+)s}$");
    private static final Pattern SHUTDOWN = Pattern.compile("(?m)^quarkus\\.shutdown\\.timeout=(\\d+)s$");

    static Path root() {
        return Path.of(System.getProperty("firstfill.root"));
    }

    static Documented read() throws IOException {
        var operating = Files.readString(root().resolve("docs/operating.md"));
        var properties = Files.readString(root().resolve("api/src/main/resources/application.properties"));
        return new Documented(
                variables(operating),
                secrets(operating),
                seconds(DELAY, properties, "quarkus.shutdown.delay"),
                seconds(SHUTDOWN, properties, "quarkus.shutdown.timeout"));
    }

    private static int seconds(Pattern setting, String properties, String name) {
        var found = setting.matcher(properties);
        if (!found.find()) {
            throw new Refused("application.properties says no %s in seconds".formatted(name));
        }
        return Integer.parseInt(found.group(1));
    }

    private static Set<String> variables(String operating) {
        return operating
                .lines()
                .filter(line -> line.startsWith("| `FIRSTFILL_"))
                .flatMap(line -> VARIABLE.matcher(line.split("\\|")[1]).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> secrets(String operating) {
        return SECRET.matcher(operating)
                .results()
                .map(match -> match.group(1) + "/" + match.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
