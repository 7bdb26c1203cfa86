package dev.firstfill.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The {@code FIRSTFILL_*} variables that the program's own sources read: by name, in Java and in
 * {@code application.properties}, or as what the settings of a {@code @ConfigMapping} are called in an environment.
 */
final class KnownVariables {
    private static final Pattern BY_NAME = Pattern.compile("FIRSTFILL_[A-Z_]+[A-Z]");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.]+)\"\\)");
    private static final Pattern SETTING = Pattern.compile(" (\\w+)\\(\\);");

    private final Set<String> names = new TreeSet<>();

    static Set<String> inSources() throws IOException {
        var known = new KnownVariables();
        for (var module : Set.of("api", "tenancy", "src")) {
            try (var files = Files.walk(Documented.root().resolve(module))) {
                known.read(files.filter(KnownVariables::isSource));
            }
        }
        return known.names;
    }

    private static boolean isSource(Path file) {
        var path = file.toString();
        return path.contains("main") && (path.endsWith(".java") || path.endsWith("application.properties"));
    }

    private void read(Stream<Path> files) {
        files.forEach(file -> {
            try {
                read(Files.readString(file));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private void read(String source) {
        BY_NAME.matcher(source).results().forEach(match -> names.add(match.group()));
        PREFIX.matcher(source).results().forEach(prefix -> SETTING.matcher(source)
                .results()
                .forEach(setting -> names.add(variable(prefix.group(1) + "_" + setting.group(1)))));
    }

    private static String variable(String setting) {
        return setting.replaceAll("([A-Z])", "_$1").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
