package dev.firstfill.tenancy.sealing;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.KmsClientBuilder;

/**
 * The key-encryption key in AWS KMS. The associated data is the encryption context, under the name that Tink's own
 * integration uses. Credentials come from where AWS's programs look for them: environment, profile, role.
 */
final class AwsKms implements KeyEncryption, Aead {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final String key;
    private final KmsClient kms;

    AwsKms(String key, KmsClientBuilder client) {
        this.key = key;
        this.kms = client.region(Region.of(region(key)))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(ANSWER_WITHIN)
                        .socketTimeout(ANSWER_WITHIN))
                .overrideConfiguration(calls -> calls.apiCallTimeout(ANSWER_WITHIN))
                .build();
    }

    /** @param key its ARN */
    static AwsKms at(String key) {
        return new AwsKms(key, KmsClient.builder());
    }

    /** An ARN is {@code arn:partition:service:region:account:resource}. */
    private static String region(String arn) {
        var parts = arn.split(":", 6);
        if (parts.length < 6) {
            throw new IllegalStateException("The key in AWS KMS is named by its ARN, which this is not: " + arn);
        }
        return parts[3];
    }

    @Override
    public Aead aead() {
        return this;
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        return asked("encrypt", () -> kms.encrypt(request -> request.keyId(key)
                        .plaintext(SdkBytes.fromByteArray(plaintext))
                        .encryptionContext(context(associatedData)))
                .ciphertextBlob());
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        return asked("decrypt", () -> kms.decrypt(request -> request.keyId(key)
                        .ciphertextBlob(SdkBytes.fromByteArray(ciphertext))
                        .encryptionContext(context(associatedData)))
                .plaintext());
    }

    private byte[] asked(String verb, Supplier<SdkBytes> call) throws GeneralSecurityException {
        try {
            return call.get().asByteArray();
        } catch (AwsServiceException refused) {
            throw new GeneralSecurityException(
                    "AWS KMS did not %s (%d %s)."
                            .formatted(
                                    verb,
                                    refused.statusCode(),
                                    refused.awsErrorDetails().errorCode()),
                    refused);
        } catch (SdkException unreachable) {
            throw new GeneralSecurityException("AWS KMS cannot be reached, or did not answer in time.", unreachable);
        }
    }

    private static Map<String, String> context(byte[] associatedData) {
        return Map.of("associatedData", HexFormat.of().formatHex(associatedData));
    }
}
