package dev.firstfill.api.testing;

import dev.firstfill.api.security.Role;
import dev.firstfill.local.LocalStack;
import dev.firstfill.local.SigningKey;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Mints tokens with the very key that Keycloak signs with and in the shape it gives them, hundreds in the time one
 * login takes. {@code KeycloakTokenTest} keeps the shape honest.
 */
public final class Tokens {
    private static final LocalStack STACK = LocalStack.named(
                    System.getProperty("firstfill.tests.instance", RealStack.NAME))
            .start();
    private static final SigningKey KEY = STACK.signingKey();
    private static final int LIFETIME_SECONDS = 600;

    private Tokens() {}

    /** For tests that sign what is no token. */
    public static SigningKey key() {
        return KEY;
    }

    public static String of(Tenant tenant, Role... roles) {
        return signed(claims(tenant, roles));
    }

    public static String ofOperator() {
        return signed(claims().put("resource_access", access(Role.PLATFORM_OPERATOR)));
    }

    /** The claims of a good token, for a test that spoils one of them. */
    public static String of(Tenant tenant, Role role, UnaryOperator<JsonObject> spoilt) {
        return signed(spoilt.apply(claims(tenant, role)));
    }

    public static JsonObject claims(Tenant tenant, Role... roles) {
        var groups = Arrays.stream(roles).map(role -> "/" + role.wireName()).toList();
        var organisation = new JsonObject()
                .put("id", tenant.organisation())
                .put("groups", new JsonArray(groups))
                .put("resource_access", access(roles));
        return claims().put("organization", new JsonObject().put(tenant.slug(), organisation));
    }

    private static JsonObject claims() {
        long now = Instant.now().getEpochSecond();
        return new JsonObject()
                .put("iss", issuer())
                .put("aud", "firstfill-api")
                .put("typ", "Bearer")
                .put("azp", "firstfill-tests")
                .put("sub", UUID.randomUUID().toString())
                .put("jti", UUID.randomUUID().toString())
                .put("preferred_username", "tests")
                .put("iat", now)
                .put("exp", now + LIFETIME_SECONDS);
    }

    private static JsonObject access(Role... roles) {
        var names = new JsonArray(Arrays.stream(roles).map(Role::wireName).toList());
        return new JsonObject().put("firstfill-api", new JsonObject().put("roles", names));
    }

    /** As the API under test reads it; a test that puts a cable between them sets the variable anew. */
    public static String issuer() {
        var url =
                System.getProperty("FIRSTFILL_KEYCLOAK_URL", STACK.environment().get("FIRSTFILL_KEYCLOAK_URL"));
        return url + "/realms/firstfill";
    }

    public static String signed(JsonObject claims) {
        return signed(
                new JsonObject().put("alg", "RS256").put("typ", "JWT").put("kid", KEY.keyId()),
                claims,
                KEY.privateKey());
    }

    public static String signed(JsonObject header, JsonObject claims, PrivateKey key) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            var text = part(header) + "." + part(claims);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String part(JsonObject json) {
        return base64(json.encode().getBytes(StandardCharsets.UTF_8));
    }

    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
