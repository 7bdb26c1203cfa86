package dev.firstfill.bench.platform;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The shipped program without one of its parts. The product has no switch for what it must never go without, so the
 * part is cut out of a copy of its sources, and the copy of the program gets the classes made from them.
 */
public final class Cutting {
    private final Platform platform;
    private final Path work;
    private final List<Path> edited = new ArrayList<>();

    /** @param what the part that goes: {@code audit} */
    public Cutting(Platform platform, String what) throws IOException {
        this.platform = platform;
        this.work = platform.folder().resolve("without-" + what);
        delete(work);
        Files.createDirectories(work.resolve("sources"));
    }

    /**
     * Edits a copy of a source file of {@code tenancy}.
     *
     * @throws IllegalStateException when an edit finds nothing: the source has moved on, and a figure would be of nothing
     */
    public Cutting in(String source, Map<String, String> edits) throws IOException {
        var from = platform.setting().root().resolve("tenancy/src/main/java/dev/firstfill/tenancy/" + source);
        var text = Files.readString(from);
        for (var edit : edits.entrySet()) {
            if (!text.contains(edit.getKey())) {
                throw new IllegalStateException(
                        "%s no longer says '%s': mend the benchmark that cuts it.".formatted(source, edit.getKey()));
            }
            text = text.replace(edit.getKey(), edit.getValue());
        }
        edited.add(Files.writeString(work.resolve("sources").resolve(from.getFileName()), text));
        return this;
    }

    /** The program without it. */
    public Path program() throws IOException {
        var copy = work.resolve("program");
        copy(platform.setting().root().resolve("api/target/quarkus-app"), copy);
        var classes = Files.createDirectories(work.resolve("classes"));
        var compile = new ArrayList<>(
                List.of("-nowarn", "-proc:none", "-d", classes.toString(), "-cp", classPath(copy.resolve("lib/main"))));
        edited.forEach(source -> compile.add(source.toString()));
        run("javac", compile);
        run("jar", List.of("--update", "--file", jarOfTenancy(copy).toString(), "-C", classes.toString(), "."));
        return copy.resolve("quarkus-run.jar");
    }

    /** The launcher's asterisk is unknown to a compiler that is called from a program. */
    private static String classPath(Path folder) throws IOException {
        try (var jars = Files.list(folder)) {
            return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static Path jarOfTenancy(Path program) throws IOException {
        try (var jars = Files.newDirectoryStream(program.resolve("lib/main"), "*firstfill-tenancy*.jar")) {
            return jars.iterator().next();
        }
    }

    static void run(String tool, List<String> words) {
        var found = ToolProvider.findFirst(tool).orElseThrow();
        if (found.run(System.out, System.err, words.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(tool + " failed: " + String.join(" ", words));
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failure) throws IOException {
                Files.delete(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
