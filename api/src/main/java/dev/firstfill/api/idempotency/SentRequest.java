package dev.firstfill.api.idempotency;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/** Tells one request from another by what was sent: method, path, the version it is meant for, the body to the letter. */
public final class SentRequest {
    private static final Object BODY = new Object();
    private static final byte[] NO_BODY = {};

    private SentRequest() {}

    /** Called by whoever reads the body, which can be read once. */
    public static void body(byte[] body) {
        Vertx.currentContext().putLocal(BODY, sha256().digest(body));
    }

    static byte[] hash(RoutingContext request) {
        var digest = sha256();
        var line = "%s %s\n%s\n"
                .formatted(
                        request.request().method(),
                        request.request().path(),
                        Objects.requireNonNullElse(request.request().getHeader("If-Match"), ""));
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        byte[] body = Vertx.currentContext().getLocal(BODY);
        return digest.digest(body == null ? NO_BODY : body);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
