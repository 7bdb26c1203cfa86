package dev.firstfill.tenancy.sealing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file with a key: its owner alone may read it, and it is there whole or not at all. */
public final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    /** @param what it is called when others than its owner may read it, which is refused */
    public static String read(Path file, String what) throws IOException {
        if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
            throw new IllegalStateException(
                    what + " must be readable and writable by its owner alone: chmod 600 " + file);
        }
        return Files.readString(file);
    }

    /** Unless there is one: two programs that start at once must not keep two different keys, so the first counts. */
    public static void create(Path file, String content) throws IOException {
        var aside = aside(file, content);
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException first) {
            // Another program made the key in the meantime.
        } finally {
            Files.delete(aside);
        }
    }

    public static void replace(Path file, String content) throws IOException {
        Files.move(aside(file, content), file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path aside(Path file, String content) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var aside = Files.createTempFile(folder, "key", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        return Files.writeString(aside, content, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
