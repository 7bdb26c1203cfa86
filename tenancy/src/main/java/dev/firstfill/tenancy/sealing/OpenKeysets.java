package dev.firstfill.tenancy.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.prf.HmacPrfParameters;
import dev.firstfill.tenancy.catalogue.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * One pharmacy's three keysets, unwrapped, and what a rotation does to them. Sealing and ledger keysets get a new key
 * in step; old keys leave the sealing keyset only, since the ledger cannot be sealed anew.
 */
record OpenKeysets(TenantId tenant, KeysetHandle sealing, KeysetHandle indexing, KeysetHandle ledger) {
    private static final int INDEX_KEY_BYTES = 32;

    static OpenKeysets create(TenantId tenant) throws GeneralSecurityException {
        var indexing = HmacPrfParameters.builder()
                .setKeySizeBytes(INDEX_KEY_BYTES)
                .setHashType(HmacPrfParameters.HashType.SHA256)
                .build();
        return new OpenKeysets(
                tenant, newSealingKey(), KeysetHandle.generateNew(indexing, TinkConfig2026.get()), newSealingKey());
    }

    private static KeysetHandle newSealingKey() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TinkConfig2026.get());
    }

    static OpenKeysets unwrap(TenantId tenant, WrappedKeys keys, Aead keyEncryption) throws GeneralSecurityException {
        var sealing = unwrap(tenant, "sealing", keys.sealing(), keyEncryption);
        var ledger = keys.ledger() == null ? sealing : unwrap(tenant, "ledger", keys.ledger(), keyEncryption);
        return new OpenKeysets(tenant, sealing, unwrap(tenant, "indexing", keys.indexing(), keyEncryption), ledger);
    }

    private static KeysetHandle unwrap(TenantId tenant, String use, byte[] wrapped, Aead keyEncryption)
            throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                wrapped, keyEncryption, boundTo(tenant, use), TinkConfig2026.get());
    }

    WrappedKeys wrap(Aead keyEncryption) throws GeneralSecurityException {
        return new WrappedKeys(
                wrap("sealing", sealing, keyEncryption),
                wrap("indexing", indexing, keyEncryption),
                wrap("ledger", ledger, keyEncryption));
    }

    private byte[] wrap(String use, KeysetHandle keyset, Aead keyEncryption) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                keyset, keyEncryption, boundTo(tenant, use), TinkConfig2026.get());
    }

    /** With a new key that opens and does not yet seal. */
    OpenKeysets published() throws GeneralSecurityException {
        return new OpenKeysets(tenant, withNewKey(sealing), indexing, withNewKey(ledger));
    }

    /** With the newest key sealing. */
    OpenKeysets promoted() throws GeneralSecurityException {
        return new OpenKeysets(tenant, newestSealing(sealing), indexing, newestSealing(ledger));
    }

    /** Without the keys that sealed before: nothing but the ledger needs them any more. */
    OpenKeysets retired() throws GeneralSecurityException {
        var alone = KeysetHandle.newBuilder(sealing);
        for (int place = alone.size() - 1; place >= 0; place--) {
            if (!alone.getAt(place).isPrimary()) {
                alone.deleteAt(place);
            }
        }
        return new OpenKeysets(tenant, alone.build(), indexing, ledger);
    }

    /** What everything begins with that the present sealing key has sealed: Tink's mark and the key's id. */
    byte[] sealingPrefix() {
        return ByteBuffer.allocate(1 + Integer.BYTES)
                .put((byte) 1)
                .putInt(sealing.getPrimary().getId())
                .array();
    }

    private static KeysetHandle withNewKey(KeysetHandle keyset) throws GeneralSecurityException {
        return KeysetHandle.newBuilder(keyset)
                .addEntry(KeysetHandle.importKey(newSealingKey().getPrimary().getKey()))
                .build();
    }

    private static KeysetHandle newestSealing(KeysetHandle keyset) throws GeneralSecurityException {
        var changed = KeysetHandle.newBuilder(keyset);
        changed.getAt(changed.size() - 1).makePrimary();
        return changed.build();
    }

    private static byte[] boundTo(TenantId tenant, String use) {
        return ("firstfill/" + tenant + "/" + use).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "OpenKeysets[hidden]";
    }
}
