package dev.firstfill.tenancy.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import dev.firstfill.kernel.Seals;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * One person's key: 256 bits for AES-GCM, kept wrapped beside the person. A Tink keyset for each person would be the
 * same key in an envelope that costs more to read than the record it opens.
 */
final class PersonKey {
    private static final int KEY_BYTES = 32;
    private static final AesGcmParameters PARAMETERS = parameters();

    private final TenantKeyset keyset;
    private final Aead aead;

    private PersonKey(TenantKeyset keyset, Aead aead) {
        this.keyset = keyset;
        this.aead = aead;
    }

    static byte[] create() {
        return SecretBytes.randomBytes(KEY_BYTES).toByteArray(InsecureSecretKeyAccess.get());
    }

    static PersonKey of(TenantKeyset keyset, byte[] key) {
        try {
            return new PersonKey(
                    keyset,
                    AesGcmJce.create(AesGcmKey.builder()
                            .setParameters(PARAMETERS)
                            .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                            .build()));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A person's key is not one", failure);
        }
    }

    /** Where the wrapped key lies. */
    static Seals.Place place(UUID person) {
        return new Seals.Place("patient_key", "wrapped", person);
    }

    byte[] seal(Seals.Place place, byte[] plain) throws GeneralSecurityException {
        return aead.encrypt(plain, keyset.associatedData(place));
    }

    byte[] open(Seals.Place place, byte[] sealed) throws GeneralSecurityException {
        return aead.decrypt(sealed, keyset.associatedData(place));
    }

    private static AesGcmParameters parameters() {
        try {
            return AesGcmParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
