package dev.firstfill.api.referrals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The referrals that come with the project. */
final class ExampleReferrals {
    private static final Path FOLDER = Path.of(System.getProperty("firstfill.root"), "examples");

    private ExampleReferrals() {}

    static List<String> names() {
        try (var files = Files.list(FOLDER.resolve("referrals"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static byte[] bytes(String name) {
        return read(FOLDER.resolve("referrals").resolve(name));
    }

    static byte[] formulary() {
        return read(FOLDER.resolve("formulary.ndjson"));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Path asRead() {
        return FOLDER.resolve("referrals").resolve("as-read.csv");
    }
}
