package dev.firstfill.tenancy.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/** The key-encryption key in a file that only its owner may read. For development and for one machine. */
public final class LocalKeyFile implements KeyEncryption {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Aead aead;

    private LocalKeyFile(Aead aead) {
        this.aead = aead;
    }

    /** @throws IllegalStateException when the file is missing, or others than its owner may read it */
    public static LocalKeyFile open(Path file) {
        try {
            if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
                throw new IllegalStateException(
                        "The key file must be readable and writable by its owner alone: chmod 600 " + file);
            }
            var keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), TinkConfig2026.get(), InsecureSecretKeyAccess.get());
            return new LocalKeyFile(keyset.getPrimitive(TinkConfig2026.get(), Aead.class));
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("The key file cannot be used: " + file, failure);
        }
    }

    /** Makes the file with a new key if there is none. Losing the file loses every sealed value. */
    public static LocalKeyFile openOrCreate(Path file) {
        if (Files.notExists(file)) {
            create(file);
        }
        return open(file);
    }

    private static void create(Path file) {
        try {
            var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TinkConfig2026.get());
            Files.createDirectories(file.toAbsolutePath().getParent());
            // Written aside and moved into place: two programs that start at once must not keep two different keys.
            var aside = Files.createTempFile(
                    file.toAbsolutePath().getParent(), "key", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(
                    aside,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            keyset, TinkConfig2026.get(), InsecureSecretKeyAccess.get()),
                    StandardOpenOption.TRUNCATE_EXISTING);
            linkUnlessThere(aside, file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void linkUnlessThere(Path aside, Path file) throws IOException {
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException first) {
            // Another program made the key in the meantime: that one counts.
        } finally {
            Files.delete(aside);
        }
    }

    @Override
    public Aead aead() {
        return aead;
    }
}
