package dev.firstfill.api.http;

import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.tenancy.routing.CurrentTenant;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Cursors say where a list goes on. They are signed, so that a client cannot make one up, and bound to the list, its
 * order and the pharmacy, so that one cannot be used anywhere else.
 */
@Singleton
public final class Cursors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int UUID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 16;

    private final SecretKeySpec key;

    Cursors(@ConfigProperty(name = "firstfill.cursor-secret") String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** @param list which list it is, such as {@code patients} */
    public PageRequest page(String list, @Nullable Integer limit, Sort sort, @Nullable String cursor) {
        var after = cursor == null ? null : opened(list, sort, cursor);
        return new PageRequest(after, limit == null ? PageRequest.LIMIT_DEFAULT : limit, sort == Sort.NEWEST);
    }

    public String after(UUID last, String list, Sort sort) {
        var id = bytes(last);
        var signature = signature(list, sort, id);
        var cursor = ByteBuffer.allocate(UUID_BYTES + SIGNATURE_BYTES).put(id).put(signature);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.array());
    }

    private UUID opened(String list, Sort sort, String cursor) {
        var bytes = decoded(cursor);
        if (bytes.length != UUID_BYTES + SIGNATURE_BYTES) {
            throw invalid();
        }
        var id = Arrays.copyOf(bytes, UUID_BYTES);
        var signature = Arrays.copyOfRange(bytes, UUID_BYTES, bytes.length);
        if (!MessageDigest.isEqual(signature, signature(list, sort, id))) {
            throw invalid();
        }
        var halves = ByteBuffer.wrap(id);
        return new UUID(halves.getLong(), halves.getLong());
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    private byte[] signature(String list, Sort sort, byte[] id) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((tenant() + '/' + list + '/' + sort + '/').getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(id), SIGNATURE_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String tenant() {
        return CurrentTenant.find().map(tenant -> tenant.id().toString()).orElse("platform");
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static ProblemException invalid() {
        return new ProblemException(
                ProblemType.INVALID_CURSOR, "Use nextCursor of the page before, with the same sort, or begin anew.");
    }
}
