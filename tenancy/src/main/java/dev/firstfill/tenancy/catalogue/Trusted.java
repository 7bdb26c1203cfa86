package dev.firstfill.tenancy.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whose certificates are believed: those of the authorities in one file, or else those that Java believes by itself.
 *
 * @param authorities certificates as PEM
 */
public record Trusted(Optional<Path> authorities) {

    /** For programs that connect by Java's own means. */
    public SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager()}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    X509TrustManager manager() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            // Without a store the factory takes Java's own.
            factory.init(authorities.map(Trusted::store).orElse(null));
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("Certificates cannot be read: " + authorities, unreadable);
        }
    }

    private static KeyStore store(Path file) {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (var authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry(Integer.toString(store.size()), authority);
            }
            if (store.size() == 0) {
                throw new IllegalStateException(file + " holds no certificate.");
            }
            return store;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Certificates cannot be read: " + file, unreadable);
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("Certificates cannot be read: " + file, unreadable);
        }
    }
}
