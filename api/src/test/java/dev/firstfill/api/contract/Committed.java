package dev.firstfill.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are rendered from the code and committed, so that a change of the promise is seen in review. */
public final class Committed {
    private static final String UPDATE = "firstfill.contract.update";

    private Committed() {}

    public static Path file(String path) {
        return Path.of(System.getProperty("firstfill.root")).resolve(path);
    }

    public static String text(String path) {
        try {
            return Files.exists(file(path)) ? Files.readString(file(path)) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Fails when they differ, unless the build is told to bring the committed file up to date. */
    public static void assertSame(String path, String rendered) {
        if (Boolean.getBoolean(UPDATE)) {
            write(path, rendered);
        }
        assertThat(rendered)
                .as(
                        "%s no longer says what the code does. Look whether the change is meant, then run: "
                                + "bin/contract --update",
                        path)
                .isEqualTo(text(path));
    }

    private static void write(String path, String rendered) {
        try {
            Files.createDirectories(file(path).getParent());
            Files.writeString(file(path), rendered);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
