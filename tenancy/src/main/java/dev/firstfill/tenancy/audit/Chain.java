package dev.firstfill.tenancy.audit;

import dev.firstfill.tenancy.catalogue.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of the chain. Each record has a leaf, the SHA-256 of all it says, and a hash, the SHA-256 of the hash
 * before it and its leaf. So every hash covers every record up to it, and nothing before it can be edited, left out,
 * put in or moved without another hash. A pharmacy's chain begins with a hash made of its id: no part of another's fits.
 */
public final class Chain {
    static final int HASH_BYTES = 32;

    /** Told apart from every other hash made of the same bytes; the number changes with the way of reckoning. */
    private static final byte[] LEAF = "firstfill/audit/leaf/1".getBytes(StandardCharsets.UTF_8);

    private static final byte[] GENESIS = "firstfill/audit/genesis/1/".getBytes(StandardCharsets.UTF_8);

    private Chain() {}

    public static byte[] genesis(TenantId tenant) {
        var digest = sha256();
        digest.update(GENESIS);
        return digest.digest(tenant.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Every part goes in with its length before it: parts cannot lend each other bytes. */
    public static byte[] leaf(AuditRecord record) {
        var digest = sha256();
        digest.update(LEAF);
        add(digest, record.id());
        digest.update(
                ByteBuffer.allocate(Long.BYTES).putLong(micros(record.at())).flip());
        add(digest, record.actor());
        add(digest, record.act());
        add(digest, record.outcome());
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(record.persons().size())
                .flip());
        record.persons().forEach(person -> add(digest, person));
        add(digest, record.entry());
        add(digest, record.sealed());
        return digest.digest();
    }

    public static byte[] next(byte[] hashBefore, byte[] leaf) {
        var digest = sha256();
        digest.update(hashBefore);
        return digest.digest(leaf);
    }

    static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    private static void add(MessageDigest digest, UUID id) {
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
    }

    private static void add(MessageDigest digest, String text) {
        add(digest, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing and no bytes are two things. */
    private static void add(MessageDigest digest, byte @Nullable [] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(bytes == null ? -1 : bytes.length)
                .flip());
        if (bytes != null) {
            digest.update(bytes);
        }
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
