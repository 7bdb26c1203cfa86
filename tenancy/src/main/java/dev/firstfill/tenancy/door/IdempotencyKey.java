package dev.firstfill.tenancy.door;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What a client calls one wish by, however often it sends it.
 *
 * @param id made of the client's word and of who sent it: two callers may use the same word
 * @param request what was sent, as a hash: the same word for another wish is a mistake
 */
public record IdempotencyKey(UUID id, String request) {
    /** As the IETF draft's examples and everybody's UUIDs fit, and no book does. */
    public static final int LENGTH_MAX = 255;

    public static IdempotencyKey of(String actor, String word, byte[] requestHash) {
        var hash = sha256().digest((actor + '\0' + word).getBytes(StandardCharsets.UTF_8));
        var half = ByteBuffer.wrap(hash);
        return new IdempotencyKey(
                new UUID(half.getLong(), half.getLong()), HexFormat.of().formatHex(requestHash));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
