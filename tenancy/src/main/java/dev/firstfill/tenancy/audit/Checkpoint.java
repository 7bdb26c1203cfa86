package dev.firstfill.tenancy.audit;

import dev.firstfill.tenancy.catalogue.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A signed statement that a pharmacy's ledger had this hash at this place. Kept where those who rule the database do
 * not rule: whoever rewrites the ledger up to here, or cuts it off before, contradicts it.
 *
 * @param seq of the last record it covers
 * @param hash of that record, and so of all before it
 * @param at when it was signed
 * @param before digest of the checkpoint that its signer knew as the last; null for the first
 * @param signature by the notary's key, over {@link #content}
 */
public record Checkpoint(
        TenantId tenant, long seq, byte[] hash, Instant at, byte @Nullable [] before, byte[] signature) {

    private static final byte[] PREFIX = "firstfill/audit/checkpoint/1/".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NONE = new byte[Chain.HASH_BYTES];

    static Checkpoint signed(TenantId tenant, Head head, Instant at, @Nullable Checkpoint before, NotaryKey key) {
        var digestBefore = before == null ? null : before.digest();
        var content = content(tenant, head.seq(), head.hash(), at, digestBefore);
        return new Checkpoint(tenant, head.seq(), head.hash(), at, digestBefore, key.sign(content));
    }

    /** All that the signature covers. Every part but the prefix has a fixed length. */
    byte[] content() {
        return content(tenant, seq, hash, at, before);
    }

    private static byte[] content(TenantId tenant, long seq, byte[] hash, Instant at, byte @Nullable [] before) {
        return ByteBuffer.allocate(PREFIX.length + 4 * Long.BYTES + 2 * Chain.HASH_BYTES)
                .put(PREFIX)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .putLong(seq)
                .put(Arrays.copyOf(hash, Chain.HASH_BYTES))
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .put(before == null ? NONE : Arrays.copyOf(before, Chain.HASH_BYTES))
                .array();
    }

    /** What the next checkpoint names, and what an outside witness is given. */
    public byte[] digest() {
        return Chain.sha256(content());
    }

    /** Records compare arrays by identity, and this one is compared by what it says. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Checkpoint that && Arrays.equals(content(), that.content());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest());
    }
}
