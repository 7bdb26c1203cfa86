package dev.firstfill.tenancy.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** The key-encryption key does not do its work. A program that starts with it could serve nobody, and so does not start. */
public final class KeyEncryptionUnusable extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private static final byte[] PROBE = "firstfill".getBytes(StandardCharsets.UTF_8);

    private KeyEncryptionUnusable(String reason, Throwable cause) {
        super("The key-encryption key cannot be used: " + reason, cause);
    }

    static KeyEncryption unlessUsable(KeyEncryption key) {
        try {
            var there = key.aead().encrypt(PROBE, PROBE);
            if (!Arrays.equals(key.aead().decrypt(there, PROBE), PROBE)) {
                throw new GeneralSecurityException("It does not decrypt what it encrypted.");
            }
            return key;
        } catch (GeneralSecurityException failure) {
            throw new KeyEncryptionUnusable(failure.getMessage(), failure);
        }
    }
}
