package dev.firstfill.tenancy.audit;

import dev.firstfill.tenancy.catalogue.TenantId;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checkpoints in a folder: a file of lines for each pharmacy, written at its end only, and the notary's public keys
 * beside them. Several programs may share it.
 */
public final class CheckpointFolder implements CheckpointStore {
    public static final String PUBLIC_KEYSET = "public-keyset.json";

    /** Some ten lines: the last whole one is among them, should the very last have been cut off. */
    private static final int TAIL_BYTES = 8_192;

    private static final Set<StandardOpenOption> WRITTEN =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private final Path folder;

    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /** Puts the public keys beside what they are for. */
    public void publish(NotaryKey key) {
        var file = folder.resolve(PUBLIC_KEYSET);
        try {
            Files.createDirectories(folder);
            if (Files.exists(file) && Files.readString(file).equals(key.publicKeyset())) {
                return;
            }
            if (Files.exists(file)) {
                Log.warnf("The public keys of the audit ledger's notary have changed (file=%s)", file);
            }
            var aside = Files.createTempFile(folder, "public", ".new");
            Files.writeString(aside, key.publicKeyset());
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As published; a copy kept elsewhere tells whether somebody exchanged it. */
    public SignatureCheck published() {
        return published(folder.resolve(PUBLIC_KEYSET));
    }

    public static SignatureCheck published(Path file) {
        try {
            return SignatureCheck.with(Files.readString(file));
        } catch (IOException failure) {
            throw new IllegalStateException("The notary's public keys cannot be read: " + file, failure);
        }
    }

    @Override
    public synchronized void add(Checkpoint checkpoint) {
        try {
            Files.createDirectories(folder);
            try (var channel = FileChannel.open(file(checkpoint.tenant()), WRITTEN)) {
                // Given back with the channel.
                channel.lock();
                var line = (endsInsideLine(channel) ? "\n" : "") + CheckpointLine.of(checkpoint) + "\n";
                channel.position(channel.size());
                channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The machine failed in the middle of a line: what is added begins a new one. */
    private static boolean endsInsideLine(FileChannel channel) throws IOException {
        if (channel.size() == 0) {
            return false;
        }
        var last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) != '\n';
    }

    @Override
    public Optional<Checkpoint> last(TenantId tenant) {
        if (Files.notExists(file(tenant))) {
            return Optional.empty();
        }
        try (var file = new RandomAccessFile(file(tenant).toFile(), "r")) {
            var tail = new byte[(int) Math.min(TAIL_BYTES, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            return Arrays.stream(new String(tail, StandardCharsets.UTF_8).split("\n"))
                    .flatMap(line -> CheckpointLine.read(line).stream())
                    .reduce((earlier, later) -> later);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public List<Checkpoint> of(TenantId tenant) {
        if (Files.notExists(file(tenant))) {
            return List.of();
        }
        try (var lines = Files.lines(file(tenant), StandardCharsets.ISO_8859_1)) {
            return lines.flatMap(line -> CheckpointLine.read(line).stream()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path file(TenantId tenant) {
        return folder.resolve(tenant + ".ndjson");
    }
}
