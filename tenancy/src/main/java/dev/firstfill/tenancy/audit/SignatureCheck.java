package dev.firstfill.tenancy.audit;

import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import java.security.GeneralSecurityException;

/** Tells whether the notary signed a checkpoint, by its public keys alone. */
public final class SignatureCheck {
    private final PublicKeyVerify keys;

    private SignatureCheck(PublicKeyVerify keys) {
        this.keys = keys;
    }

    /** @param publicKeyset as {@link NotaryKey#publicKeyset} gave it */
    public static SignatureCheck with(String publicKeyset) {
        try {
            return new SignatureCheck(
                    TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(publicKeyset, TinkConfig2026.get())
                            .getPrimitive(TinkConfig2026.get(), PublicKeyVerify.class));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The notary's public keys cannot be read", failure);
        }
    }

    boolean isGood(Checkpoint checkpoint) {
        try {
            keys.verify(checkpoint.signature(), checkpoint.content());
            return true;
        } catch (GeneralSecurityException bad) {
            return false;
        }
    }
}
