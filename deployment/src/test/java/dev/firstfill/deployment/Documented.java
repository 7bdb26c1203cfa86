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
 * @param shutdownSeconds how long the program finishes what it has begun
 */
record Documented(Set<String> variables, Set<String> secrets, int shutdownSeconds) {
    private static final Pattern VARIABLE = Pattern.compile("`(FIRSTFILL_[A-Z_]+)`");
    private static final Pattern SECRET = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| `([A-Za-z_.-]+)` \\|");
    private static final Pattern SHUTDOWN = Pattern.compile("(?m)^quarkus\\.shutdown\\.timeout=(\\d+)s$");

    static Path root() {
        return Path.of(System.getProperty("firstfill.root"));
    }

    static Documented read() throws IOException {
        var operating = Files.readString(root().resolve("docs/operating.md"));
        var properties = Files.readString(root().resolve("api/src/main/resources/application.properties"));
        var shutdown = SHUTDOWN.matcher(properties);
        if (!shutdown.find()) {
            throw new Refused("application.properties says no quarkus.shutdown.timeout in seconds");
        }
        return new Documented(variables(operating), secrets(operating), Integer.parseInt(shutdown.group(1)));
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
