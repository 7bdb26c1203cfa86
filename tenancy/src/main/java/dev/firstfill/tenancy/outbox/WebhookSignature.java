package dev.firstfill.tenancy.outbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what is told, so that the receiver knows who says it: HMAC-SHA256 over id, time and body. */
public final class WebhookSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    /** Standard Webhooks: between 24 and 64 bytes. */
    private static final int SECRET_BYTES_MIN = 24;

    private final SecretKeySpec key;

    private WebhookSignature(SecretKeySpec key) {
        this.key = key;
    }

    /** @param secret {@code whsec_} and base64, as Standard Webhooks writes secrets */
    public static WebhookSignature withSecret(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A webhook secret begins with whsec_.");
        }
        var bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        if (bytes.length < SECRET_BYTES_MIN) {
            throw new IllegalArgumentException("A webhook secret has %d bytes or more.".formatted(SECRET_BYTES_MIN));
        }
        return new WebhookSignature(new SecretKeySpec(bytes, ALGORITHM));
    }

    String of(String id, long epochSeconds, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update("%s.%d.".formatted(id, epochSeconds).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
