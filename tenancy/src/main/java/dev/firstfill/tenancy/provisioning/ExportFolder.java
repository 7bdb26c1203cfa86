package dev.firstfill.tenancy.provisioning;

import dev.firstfill.tenancy.provisioning.Manifest.ExportedFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * A folder that holds all of an export or is not there. It is written under another name, to disk, read back and then
 * renamed: what follows is the erasure of the only other copy.
 */
final class ExportFolder {
    private static final FileAttribute<?> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path unfinished;
    private final Path finished;

    private ExportFolder(Path unfinished, Path finished) {
        this.unfinished = unfinished;
        this.finished = finished;
    }

    static ExportFolder begin(Path exports, String name) throws IOException {
        Files.createDirectories(exports, OWNER_ONLY_FOLDER);
        var unfinished = Files.createTempDirectory(exports, ".unfinished-", OWNER_ONLY_FOLDER);
        return new ExportFolder(unfinished, exports.resolve(name));
    }

    /** Writes the lines of one table. */
    interface Lines {
        /** @return how many */
        long writeTo(OutputStream out) throws IOException;
    }

    ExportedFile write(String table, Lines lines) throws IOException {
        var name = table + ".ndjson";
        var digest = sha256();
        long rows;
        try (var channel = create(name)) {
            var out = new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), digest));
            rows = lines.writeTo(out);
            out.flush();
            channel.force(true);
        }
        long bytes = Files.size(unfinished.resolve(name));
        return new ExportedFile(table, name, rows, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private FileChannel create(String name) throws IOException {
        return FileChannel.open(
                unfinished.resolve(name),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                OWNER_ONLY_FILE);
    }

    /** @return the manifest's SHA-256, by which the catalogue will remember this export */
    String finish(Manifest manifest) throws IOException {
        for (var file : manifest.files()) {
            readBack(file);
        }
        var text = manifest.json().getBytes(StandardCharsets.UTF_8);
        try (var channel = create(Manifest.FILE_NAME);
                var out = Channels.newOutputStream(channel)) {
            out.write(text);
            channel.force(true);
        }
        flush(unfinished);
        Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
        flush(finished.getParent());
        return HexFormat.of().formatHex(sha256().digest(text));
    }

    Path path() {
        return finished;
    }

    private void readBack(ExportedFile file) throws IOException {
        if (!sha256Of(unfinished.resolve(file.name())).equals(file.sha256())) {
            throw new IOException("What was written to " + file.name() + " does not read back.");
        }
    }

    /** A new name is on disk only when its folder is. */
    private static void flush(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    void discard() throws IOException {
        try (var files = Files.list(unfinished)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(unfinished);
    }

    static String sha256Of(Path file) throws IOException {
        var digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
