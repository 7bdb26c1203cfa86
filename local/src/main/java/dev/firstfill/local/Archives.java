package dev.firstfill.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks programs, whole or not at all. */
final class Archives {

    /** Followed by the number of the process that writes, so that remains can be told from work in progress. */
    private static final String UNFINISHED = "unfinished-";

    private static final int OWNER_MAY_EXECUTE = 0100;

    private Archives() {}

    /** Fills an empty folder. */
    interface Filling {
        void into(Path folder) throws IOException, InterruptedException;
    }

    /** Fills the folder unless that has been done before; a crash halfway leaves nothing under its name. */
    static Path once(Path folder, Filling filling) throws IOException, InterruptedException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        var parent = Files.createDirectories(folder.getParent());
        sweepUnfinished(parent);
        var unfinished = Files.createTempDirectory(
                parent, UNFINISHED + ProcessHandle.current().pid() + "-");
        try {
            filling.into(unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException alsoDoneByAnother) {
            return folder;
        } finally {
            Tree.delete(unfinished);
        }
        return folder;
    }

    private static void sweepUnfinished(Path parent) throws IOException {
        try (var remains = Files.newDirectoryStream(parent, UNFINISHED + "*")) {
            for (var folder : remains) {
                var writer = folder.getFileName().toString().split("-")[1];
                if (ProcessHandle.of(Long.parseLong(writer)).isEmpty()) {
                    Tree.delete(folder);
                }
            }
        }
    }

    static void unpackTarXz(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, inside(folder, entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            makeExecutable(target);
        }
    }

    static void makeExecutable(Path file) throws IOException {
        var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        Files.setPosixFilePermissions(file, permissions);
    }

    static Path inside(Path folder, String name) throws IOException {
        var target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive wants to write outside its folder: " + name);
        }
        return target;
    }
}
