package dev.firstfill.local;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * PostgreSQL's own programs.
 *
 * @param folder where they were unpacked
 */
record PostgresPrograms(Path folder) {

    /** Takes the archive on the class path that fits this machine. */
    static PostgresPrograms unpackedIn(Path cache) throws IOException, InterruptedException {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var archive = "postgres-%s-%s.txz".formatted(system, processor);
        var target = cache.resolve("postgres-%s-%s-%s".formatted(Versions.of(Server.POSTGRES), system, processor));
        return new PostgresPrograms(Archives.once(target, folder -> {
            try (var packed = Optional.ofNullable(ClassLoader.getSystemResourceAsStream(archive))
                    .orElseThrow(() -> new FileNotFoundException("No " + archive + " on the class path"))) {
                Archives.unpackTarXz(packed, folder);
            }
        }));
    }

    /** The command that runs one of them, as somebody other than root, which PostgreSQL refuses to run as. */
    List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            Programs.find("unshare").orElseThrow(PostgresPrograms::noUserNamespaces);
            // In a user namespace of its own the process is nobody, yet still reads and writes root's files.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static LocalStackFailure noUserNamespaces() {
        return new LocalStackFailure("PostgreSQL does not run as root, and this machine has no 'unshare' to step"
                + " aside with (Debian: apt install util-linux). Install it, or run as an ordinary user.");
    }
}
