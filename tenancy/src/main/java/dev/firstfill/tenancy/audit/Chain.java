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

    private static final int UUID_BYTES = 2 * Long.BYTES;

    /** Id, time, the number of persons, and the lengths of five parts. */
    private static final int FIXED_BYTES = UUID_BYTES + Long.BYTES + 6 * Integer.BYTES;

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
        var actor = utf8(record.actor());
        var act = utf8(record.act());
        var outcome = utf8(record.outcome());
        var entry = utf8(record.entry());
        byte[] sealed = record.sealed();
        var persons = record.persons();
        int variable = actor.length + act.length + outcome.length + entry.length + (sealed == null ? 0 : sealed.length);
        var bytes = ByteBuffer.allocate(LEAF.length + FIXED_BYTES + persons.size() * UUID_BYTES + variable);
        bytes.put(LEAF);
        add(bytes, record.id());
        bytes.putLong(micros(record.at()));
        add(bytes, actor);
        add(bytes, act);
        add(bytes, outcome);
        bytes.putInt(persons.size());
        persons.forEach(person -> add(bytes, person));
        add(bytes, entry);
        add(bytes, sealed);
        return sha256(bytes.array());
    }

    public static byte[] next(byte[] hashBefore, byte[] leaf) {
        var digest = sha256();
        digest.update(hashBefore);
        return digest.digest(leaf);
    }

    static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void add(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    /** Nothing and no bytes are two things. */
    private static void add(ByteBuffer bytes, byte @Nullable [] part) {
        bytes.putInt(part == null ? -1 : part.length);
        if (part != null) {
            bytes.put(part);
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
