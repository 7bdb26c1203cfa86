package dev.firstfill.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * One set of servers with its own data, such as {@code dev} or {@code check}, and the folder that holds it.
 *
 * @param root the repository's folder
 * @param name what the folder below {@code .local} is called
 */
record Instance(Path root, String name) {

    /** Keeps its data and every promise made to a disk. All other instances are for tests and made anew. */
    private static final String DURABLE = "dev";

    /** No path can hide in a name. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    Instance {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("An instance is named like dev or check, not: " + name);
        }
    }

    static Instance named(String name) {
        return new Instance(findRoot(), name);
    }

    boolean isDurable() {
        return name.equals(DURABLE);
    }

    Path folder() {
        return made(root.resolve(".local").resolve(name));
    }

    Path folder(Server server) {
        return made(folder().resolve(server.folder()));
    }

    Path tls() {
        return made(folder().resolve("tls"));
    }

    Path logs() {
        return made(folder().resolve("logs"));
    }

    Path log(String writer) {
        return logs().resolve(writer + ".log");
    }

    /** What is the same for all instances: unpacked programs. */
    Path cache() {
        return made(root.resolve(".local").resolve("cache"));
    }

    private static Path findRoot() {
        var given = System.getProperty("firstfill.root");
        if (given != null) {
            return Path.of(given).toAbsolutePath().normalize();
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new LocalStackFailure(
                "No folder above this one holds .mvn: run inside the repository, or set" + " -Dfirstfill.root to it.");
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
