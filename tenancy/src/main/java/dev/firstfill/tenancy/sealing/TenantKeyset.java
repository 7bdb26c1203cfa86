package dev.firstfill.tenancy.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfSet;
import dev.firstfill.kernel.Seals;
import dev.firstfill.tenancy.catalogue.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** One pharmacy's keys, unwrapped and ready for use. Lives in memory only. */
public final class TenantKeyset {
    private static final int INDEX_KEY_BYTES = 32;

    private final TenantId tenant;
    private final Aead aead;
    private final PrfSet prf;

    private TenantKeyset(TenantId tenant, Aead aead, PrfSet prf) {
        this.tenant = tenant;
        this.aead = aead;
        this.prf = prf;
    }

    static WrappedKeys create(TenantId tenant, Aead keyEncryption) throws GeneralSecurityException {
        var sealing = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TinkConfig2026.get());
        var indexing = KeysetHandle.generateNew(
                HmacPrfParameters.builder()
                        .setKeySizeBytes(INDEX_KEY_BYTES)
                        .setHashType(HmacPrfParameters.HashType.SHA256)
                        .build(),
                TinkConfig2026.get());
        return new WrappedKeys(
                TinkProtoKeysetFormat.serializeEncryptedKeyset(
                        sealing, keyEncryption, boundTo(tenant, "sealing"), TinkConfig2026.get()),
                TinkProtoKeysetFormat.serializeEncryptedKeyset(
                        indexing, keyEncryption, boundTo(tenant, "indexing"), TinkConfig2026.get()));
    }

    static TenantKeyset unwrap(TenantId tenant, WrappedKeys keys, Aead keyEncryption) throws GeneralSecurityException {
        var sealing = TinkProtoKeysetFormat.parseEncryptedKeyset(
                keys.sealing(), keyEncryption, boundTo(tenant, "sealing"), TinkConfig2026.get());
        var indexing = TinkProtoKeysetFormat.parseEncryptedKeyset(
                keys.indexing(), keyEncryption, boundTo(tenant, "indexing"), TinkConfig2026.get());
        return new TenantKeyset(
                tenant,
                sealing.getPrimitive(TinkConfig2026.get(), Aead.class),
                indexing.getPrimitive(TinkConfig2026.get(), PrfSet.class));
    }

    byte[] seal(Seals.Place place, byte[] plain) throws GeneralSecurityException {
        return aead.encrypt(plain, associatedData(place));
    }

    byte[] open(Seals.Place place, byte[] sealed) throws GeneralSecurityException {
        return aead.decrypt(sealed, associatedData(place));
    }

    long token(String kind, String value) throws GeneralSecurityException {
        // The zero byte keeps kind and value apart: no kind contains it.
        var input = (kind + '\0' + value).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(prf.computePrimary(input, Long.BYTES)).getLong();
    }

    byte[] associatedData(Seals.Place place) {
        return "%s/%s/%s/%s"
                .formatted(tenant, place.table(), place.column(), place.row())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] boundTo(TenantId tenant, String use) {
        return ("firstfill/" + tenant + "/" + use).getBytes(StandardCharsets.UTF_8);
    }
}
