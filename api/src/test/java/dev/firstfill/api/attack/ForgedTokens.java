package dev.firstfill.api.attack;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.local.SigningKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Everything that looks like a token of the given claims and must not pass for one, by what is wrong with it. */
final class ForgedTokens {
    private static final SigningKey KEY = Tokens.key();
    private static final KeyPair FOREIGN = foreign();

    private static final Map<Role, Lasting<Map<String, String>>> BY_ROLE = new ConcurrentHashMap<>();

    private ForgedTokens() {}

    /** @param claims of a good token of this role */
    static Map<String, String> of(Role role, Supplier<JsonObject> claims) {
        return BY_ROLE.computeIfAbsent(role, which -> new Lasting<>(() -> of(claims.get())))
                .get();
    }

    private static Map<String, String> of(JsonObject claims) {
        var forged = new LinkedHashMap<String, String>();
        forged.put("garbage", Refused.MARK);
        forged.put("three parts of garbage", "a.b.c");
        forged.put("no header", "." + Tokens.part(claims) + ".");
        forged.putAll(wronglySigned(claims));
        forged.putAll(unsigned(claims));
        forged.putAll(confused(claims));
        forged.putAll(badClaims(claims));
        return forged;
    }

    private static Map<String, String> wronglySigned(JsonObject claims) {
        var good = Tokens.signed(claims);
        var signature = good.substring(good.lastIndexOf('.'));
        var header = good.substring(0, good.indexOf('.') + 1);
        var jwk = new JsonObject()
                .put("kty", "RSA")
                .put("n", number(((RSAPublicKey) FOREIGN.getPublic()).getModulus()))
                .put("e", "AQAB");
        return Map.of(
                "another key under the same kid", foreign(header("RS256"), claims),
                "another key, no kid", foreign(new JsonObject().put("alg", "RS256"), claims),
                "another key, unknown kid", foreign(header("RS256").put("kid", "other"), claims),
                "another key in the header", foreign(header("RS256").put("jwk", jwk), claims),
                "another key at an address", foreign(header("RS256").put("jku", "http://127.0.0.1:9/keys"), claims),
                "a kid that is a path", foreign(header("RS256").put("kid", "../../../../dev/null"), claims),
                "other claims under a good signature",
                        header + Tokens.part(claims.copy().put("sub", "somebody-else")) + signature,
                "a cut signature", good.substring(0, good.length() - 8),
                "a critical extension nobody knows",
                        Tokens.signed(header("RS256").put("crit", JsonArray.of("exp")), claims, KEY.privateKey())
                                + "A");
    }

    private static Map<String, String> unsigned(JsonObject claims) {
        var forged = new LinkedHashMap<String, String>();
        for (var none : new String[] {"none", "None", "NONE", "nOnE", ""}) {
            var text = Tokens.part(header(none)) + "." + Tokens.part(claims) + ".";
            forged.put("alg '%s' without signature".formatted(none), text);
            forged.put("alg '%s' with one".formatted(none), text + "c2lnbmF0dXJl");
        }
        return forged;
    }

    /** The public key is public: whoever takes it for an HMAC secret lets everybody sign. */
    private static Map<String, String> confused(JsonObject claims) {
        var encoded = KEY.publicKey().getEncoded();
        var mime = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        var pem = "-----BEGIN PUBLIC KEY-----\n" + mime + "\n-----END PUBLIC KEY-----";
        var forged = new LinkedHashMap<String, String>();
        forged.put("HS256 with the public key, DER", hmac(claims, encoded));
        forged.put("HS256 with the public key, PEM", hmac(claims, ascii(pem)));
        forged.put("HS256 with the public key, PEM and a line end", hmac(claims, ascii(pem + "\n")));
        forged.put(
                "HS256 with the public key, base64",
                hmac(claims, Base64.getEncoder().encode(encoded)));
        forged.put(
                "HS256 with the modulus",
                hmac(claims, KEY.publicKey().getModulus().toByteArray()));
        forged.put(
                "HS256 with the modulus as JWK",
                hmac(claims, ascii(number(KEY.publicKey().getModulus()))));
        for (var algorithm : new String[] {"RS384", "RS512", "PS256", "ES256", "HS512", "EdDSA", "dir"}) {
            forged.put("RS256 called " + algorithm, Tokens.signed(header(algorithm), claims, KEY.privateKey()));
        }
        return forged;
    }

    /** Signed by the right key. Keycloak would not say such things, or not to us, or not now. */
    private static Map<String, String> badClaims(JsonObject good) {
        long now = Instant.now().getEpochSecond();
        // Issued a while ago: a token that ends before it begins would be refused for that alone.
        var claims = good.copy().put("iat", now - 600);
        var forged = new LinkedHashMap<String, String>();
        forged.put("expired beyond the skew", with(claims, "exp", now - 30));
        forged.put("expired long ago", with(claims, "exp", 1));
        forged.put("expires never", without(claims, "exp"));
        forged.put("expires at a word", with(claims, "exp", "tomorrow"));
        forged.put("not yet valid", with(claims, "nbf", now + 300));
        forged.put("of another issuer", with(claims, "iss", "http://127.0.0.1:1/realms/firstfill"));
        forged.put("of almost the issuer", with(claims, "iss", Tokens.issuer() + "/"));
        forged.put("of the master realm", with(claims, "iss", Tokens.issuer().replace("firstfill", "master")));
        forged.put("of no issuer", without(claims, "iss"));
        forged.put("for another audience", with(claims, "aud", "account"));
        forged.put("for other audiences", with(claims, "aud", JsonArray.of("account", "firstfill-frontend")));
        forged.put("for no audience", without(claims, "aud"));
        forged.put("about nobody", without(claims, "sub"));
        return forged;
    }

    private static String with(JsonObject claims, String name, Object value) {
        return Tokens.signed(claims.copy().put(name, value));
    }

    private static String without(JsonObject claims, String name) {
        var less = claims.copy();
        less.remove(name);
        return Tokens.signed(less);
    }

    private static JsonObject header(String algorithm) {
        return new JsonObject().put("alg", algorithm).put("typ", "JWT").put("kid", KEY.keyId());
    }

    private static String foreign(JsonObject header, JsonObject claims) {
        return Tokens.signed(header, claims, FOREIGN.getPrivate());
    }

    private static String hmac(JsonObject claims, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var text = Tokens.part(header("HS256")) + "." + Tokens.part(claims);
            return text + "." + Tokens.base64(mac.doFinal(ascii(text)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String number(BigInteger number) {
        var bytes = number.toByteArray();
        return Tokens.base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static KeyPair foreign() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
