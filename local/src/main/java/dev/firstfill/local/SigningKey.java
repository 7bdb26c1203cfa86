package dev.firstfill.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The key with which this machine's Keycloak signs tokens. Tests sign with it what Keycloak would never sign: an
 * expired token, another audience, another pharmacy.
 *
 * @param keyId the {@code kid} in the tokens' header
 * @param privateKey made for this instance alone
 */
public record SigningKey(String keyId, RSAPrivateCrtKey privateKey) {

    private static final int BITS = 2048;
    private static final int KEY_ID_LENGTH = 16;

    /** The key kept in the folder, or a new one. */
    static SigningKey keptIn(Path folder) throws IOException {
        var file = folder.resolve("signing-key.base64");
        try {
            if (Files.exists(file)) {
                var kept = Base64.getDecoder().decode(Files.readString(file).strip());
                var spec = new PKCS8EncodedKeySpec(kept);
                return of((RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec));
            }
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var made = of((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
            PrivateFile.write(file, made.encoded() + "\n");
            return made;
        } catch (GeneralSecurityException e) {
            throw new LocalStackFailure("The key in " + file + " cannot be read; delete it to get a new one.", e);
        }
    }

    private static SigningKey of(RSAPrivateCrtKey key) throws GeneralSecurityException {
        var digest =
                MessageDigest.getInstance("SHA-256").digest(key.getModulus().toByteArray());
        return new SigningKey(HexFormat.of().formatHex(digest).substring(0, KEY_ID_LENGTH), key);
    }

    public RSAPublicKey publicKey() {
        try {
            var spec = new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent());
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    String encoded() {
        return Base64.getEncoder().encodeToString(privateKey.getEncoded());
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "SigningKey " + keyId;
    }
}
