package dev.firstfill.tenancy.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.subtle.PrfHmacJce;
import dev.firstfill.kernel.Seals;
import dev.firstfill.tenancy.catalogue.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;

/** One pharmacy's keys, unwrapped and ready for use. Lives in memory only. */
public final class TenantKeyset {
    /** The one table that can only be added to: what is sealed there is never sealed anew. */
    static final String LEDGER = "audit_record";

    private static final int INDEX_KEY_BYTES = 32;

    private final TenantId tenant;
    private final Aead sealing;
    private final Aead ledger;
    private final PrfSet indexing;

    /** Kinds are constants in the code, a few dozen in all. */
    private final Map<String, Prf> indexKeys = new ConcurrentHashMap<>();

    private TenantKeyset(TenantId tenant, Aead sealing, Aead ledger, PrfSet indexing) {
        this.tenant = tenant;
        this.sealing = sealing;
        this.ledger = ledger;
        this.indexing = indexing;
    }

    static TenantKeyset of(OpenKeysets keysets) throws GeneralSecurityException {
        var config = TinkConfig2026.get();
        return new TenantKeyset(
                keysets.tenant(),
                keysets.sealing().getPrimitive(config, Aead.class),
                keysets.ledger().getPrimitive(config, Aead.class),
                keysets.indexing().getPrimitive(config, PrfSet.class));
    }

    static WrappedKeys create(TenantId tenant, Aead keyEncryption) throws GeneralSecurityException {
        return OpenKeysets.create(tenant).wrap(keyEncryption);
    }

    static TenantKeyset unwrap(TenantId tenant, WrappedKeys keys, Aead keyEncryption) throws GeneralSecurityException {
        return of(OpenKeysets.unwrap(tenant, keys, keyEncryption));
    }

    byte[] seal(Seals.Place place, byte[] plain) throws GeneralSecurityException {
        return keysFor(place).encrypt(plain, associatedData(place));
    }

    byte[] open(Seals.Place place, byte[] sealed) throws GeneralSecurityException {
        return keysFor(place).decrypt(sealed, associatedData(place));
    }

    private Aead keysFor(Seals.Place place) {
        return place.table().equals(LEDGER) ? ledger : sealing;
    }

    /** Each kind has a key of its own: tokens of one say nothing of another's, and learning one key gives one kind. */
    long token(String kind, String value) throws GeneralSecurityException {
        var token = indexKey(kind).compute(value.getBytes(StandardCharsets.UTF_8), Long.BYTES);
        return ByteBuffer.wrap(token).getLong();
    }

    private Prf indexKey(String kind) throws GeneralSecurityException {
        var present = indexKeys.get(kind);
        if (present != null) {
            return present;
        }
        var key = indexing.computePrimary(kind.getBytes(StandardCharsets.UTF_8), INDEX_KEY_BYTES);
        var made = new PrfHmacJce("HMACSHA256", new SecretKeySpec(key, "HMAC"));
        indexKeys.put(kind, made);
        return made;
    }

    /** Bound into every value that was ever sealed: another form of it, and none of them opens. */
    byte[] associatedData(Seals.Place place) {
        var where = tenant + "/" + place.table() + "/" + place.column() + "/" + place.row();
        return where.getBytes(StandardCharsets.UTF_8);
    }
}
