package dev.firstfill.tenancy.audit;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import dev.firstfill.tenancy.sealing.KeyEncryption;
import dev.firstfill.tenancy.sealing.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The key that signs checkpoints (Ed25519). Its private half lies in a file that only its owner may read, wrapped by
 * the key-encryption key, and never in the database whose rulers it is meant to bind. All replicas share it.
 */
public final class NotaryKey {
    /** Where it lies when nothing else is said: beside the key-encryption key. */
    public static final String FILE_NAME = "audit-signing-key.json";

    /** Where it lies when there is no key file, since the key-encryption key is in a key service. */
    private static final Path USUAL_FOLDER = Path.of("/etc/firstfill");

    private static final byte[] USE = "firstfill/audit/checkpoints".getBytes(StandardCharsets.UTF_8);

    private final KeysetHandle keyset;
    private final PublicKeySign signer;

    private NotaryKey(KeysetHandle keyset) throws GeneralSecurityException {
        this.keyset = keyset;
        this.signer = keyset.getPrimitive(TinkConfig2026.get(), PublicKeySign.class);
    }

    /** @param keyFile with the key-encryption key, if there is one */
    public static Path besides(Optional<String> keyFile) {
        return keyFile.map(file -> Path.of(file).resolveSibling(FILE_NAME)).orElse(USUAL_FOLDER.resolve(FILE_NAME));
    }

    /** @throws IllegalStateException when the file is missing, does not open, or others than its owner may read it */
    public static NotaryKey open(Path file, KeyEncryption keyEncryption) {
        try {
            return new NotaryKey(TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                    KeyFile.read(file, "The signing key"), keyEncryption.aead(), USE, TinkConfig2026.get()));
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "The signing key of the audit ledger cannot be used, or is missing (bin/audit key makes one): "
                            + file,
                    failure);
        }
    }

    /** Makes the file with a new key if there is none. What a lost key has signed can still be checked. */
    public static NotaryKey openOrCreate(Path file, KeyEncryption keyEncryption) {
        if (Files.notExists(file)) {
            create(file, keyEncryption);
        }
        return open(file, keyEncryption);
    }

    private static void create(Path file, KeyEncryption keyEncryption) {
        try {
            var keyset = KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519, TinkConfig2026.get());
            KeyFile.create(file, wrapped(keyset, keyEncryption));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String wrapped(KeysetHandle keyset, KeyEncryption keyEncryption) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                keyset, keyEncryption.aead(), USE, TinkConfig2026.get());
    }

    /** Wraps the key anew, after the key-encryption key was exchanged. */
    public void wrapAnew(Path file, KeyEncryption keyEncryption) {
        try {
            KeyFile.replace(file, wrapped(keyset, keyEncryption));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    byte[] sign(byte[] content) {
        try {
            return signer.sign(content);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A checkpoint could not be signed", failure);
        }
    }

    /** What everybody may have: with it, and without us, signatures are checked. */
    public String publicKeyset() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                    keyset.getPublicKeysetHandle(), TinkConfig2026.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public SignatureCheck check() {
        return SignatureCheck.with(publicKeyset());
    }
}
