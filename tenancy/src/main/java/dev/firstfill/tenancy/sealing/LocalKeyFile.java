package dev.firstfill.tenancy.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The key-encryption key in a file that only its owner may read. For development and for one machine. */
public final class LocalKeyFile implements KeyEncryption {
    private final Aead aead;

    private LocalKeyFile(Aead aead) {
        this.aead = aead;
    }

    /** @throws IllegalStateException when the file is missing, or others than its owner may read it */
    public static LocalKeyFile open(Path file) {
        try {
            var keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                    KeyFile.read(file, "The key file"), TinkConfig2026.get(), InsecureSecretKeyAccess.get());
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
            KeyFile.create(
                    file,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            keyset, TinkConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public Aead aead() {
        return aead;
    }
}
