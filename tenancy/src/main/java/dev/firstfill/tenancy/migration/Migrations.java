package dev.firstfill.tenancy.migration;

import dev.firstfill.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The steps from an empty schema to the one that the running code needs, numbered from 1 without a gap. */
public final class Migrations {
    private final List<Migration> steps;

    private Migrations(List<Migration> steps) {
        this.steps = List.copyOf(steps);
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).version() != i + 1) {
                throw new IllegalArgumentException(
                        "Migrations are numbered from 1 without a gap or a double; %s is number %d."
                                .formatted(steps.get(i).fileName(), i + 1));
            }
        }
    }

    /** What a pharmacy's schema goes through; the files come with the pharmacy's code. */
    public static Migrations ofTenants() {
        return besides(Refusal.class, "db/tenant");
    }

    /** What the catalogue's schema goes through. */
    static Migrations ofControl() {
        return besides(Migrations.class, "db/control");
    }

    /**
     * Looks into the jar or folder that a class came from. A class loader opens resources by name but lists none, and
     * a hand-kept list of names beside the files would be forgotten.
     */
    private static Migrations besides(Class<?> neighbour, String folder) {
        try {
            var source = Path.of(neighbour
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(source)) {
                return in(source.resolve(folder));
            }
            try (var jar = FileSystems.newFileSystem(source)) {
                return in(jar.getPath(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The migrations under " + folder + " cannot be read.", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A class comes from a place that is no URI.", e);
        }
    }

    static Migrations in(Path folder) {
        try (var files = Files.list(folder)) {
            return new Migrations(files.map(Migrations::read)
                    .sorted(Comparator.comparing(Migration::version))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The migrations under " + folder + " cannot be read.", e);
        }
    }

    private static Migration read(Path file) {
        try {
            return Migration.of(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The migration " + file + " cannot be read.", e);
        }
    }

    /** The version that the running code needs: below it, a pharmacy is not served. */
    public int latest() {
        return steps.size();
    }

    /** What the steps up to a version were, for bringing a schema only so far. */
    Migrations upTo(int version) {
        return new Migrations(steps.subList(0, version));
    }

    List<Migration> all() {
        return steps;
    }

    List<Migration> after(int version) {
        return steps.subList(Math.min(version, steps.size()), steps.size());
    }
}
