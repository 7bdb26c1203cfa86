package dev.firstfill.tenancy.sealing;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/** Two keys while one takes over from the other: encrypts with the present one, decrypts what either encrypted. */
record PresentAndPrevious(KeyEncryption present, KeyEncryption previous) implements KeyEncryption, Aead {
    @Override
    public Aead aead() {
        return this;
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        return present.aead().encrypt(plaintext, associatedData);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        try {
            return present.aead().decrypt(ciphertext, associatedData);
        } catch (GeneralSecurityException notThisOne) {
            try {
                return previous.aead().decrypt(ciphertext, associatedData);
            } catch (GeneralSecurityException norThat) {
                norThat.addSuppressed(notThisOne);
                throw norThat;
            }
        }
    }
}
