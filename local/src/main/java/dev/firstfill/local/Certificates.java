package dev.firstfill.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate authority that nobody outside an instance trusts, and the certificate it gave to the instance's
 * servers, for {@code localhost} and {@code 127.0.0.1}. All files are PEM.
 *
 * @param authority the authority's certificate: what clients trust
 * @param certificate the servers'
 * @param key the servers' private key, readable by its owner alone
 */
public record Certificates(Path authority, Path certificate, Path key) {

    private static final String AUTHORITY = "authority";
    private static final String SERVERS = "servers";

    /** Long, so that a server that runs for months is still trusted when its successor has a new certificate. */
    private static final int AUTHORITY_DAYS = 3_650;

    private static final int SERVERS_DAYS = 365;

    /** A stack that is started today and left to run must not fail next week. */
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);

    private static final Duration KEYTOOL_LIMIT = Duration.ofSeconds(30);

    /** Found in the folder, and made or made anew if missing or about to expire. */
    public static Certificates keptIn(Path folder) throws IOException, InterruptedException {
        return keptIn(folder, Instant.now());
    }

    static Certificates keptIn(Path folder, Instant today) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        var found = new Certificates(
                folder.resolve("authority.pem"), folder.resolve("servers.pem"), folder.resolve("servers.key"));
        found.renewIn(folder, today);
        return found;
    }

    private void renewIn(Path folder, Instant today) throws IOException, InterruptedException {
        var store = folder.resolve("keys.p12");
        var password = new Secrets(folder).of("keystore");
        if (!lasts(opened(store, password), AUTHORITY, today)) {
            Files.deleteIfExists(store);
            make(
                    store,
                    password,
                    AUTHORITY,
                    AUTHORITY_DAYS,
                    "-ext",
                    "bc:c=ca:true,pathlen:0",
                    "-ext",
                    "ku:c=keyCertSign");
        } else if (lasts(opened(store, password), SERVERS, today) && Files.exists(key)) {
            return;
        } else {
            forget(store, password, SERVERS);
        }
        make(
                store,
                password,
                SERVERS,
                SERVERS_DAYS,
                "-signer",
                AUTHORITY,
                "-ext",
                "san=dns:localhost,ip:" + Ports.HOST,
                "-ext",
                "ku:c=digitalSignature",
                "-ext",
                "eku=serverAuth");
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-------"));
        write(opened(store, password), password);
    }

    private static boolean lasts(KeyStore store, String alias, Instant today) throws IOException {
        try {
            return store.getCertificate(alias) instanceof X509Certificate certificate
                    && certificate.getNotAfter().toInstant().isAfter(today.plus(RENEWED_BEFORE));
        } catch (GeneralSecurityException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static KeyStore opened(Path file, String password) throws IOException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            if (Files.exists(file)) {
                try (var in = Files.newInputStream(file)) {
                    store.load(in, password.toCharArray());
                }
            } else {
                store.load(null, null);
            }
            return store;
        } catch (GeneralSecurityException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static void forget(Path file, String password, String alias) throws IOException {
        var store = opened(file, password);
        try (var out = Files.newOutputStream(file)) {
            store.deleteEntry(alias);
            store.store(out, password.toCharArray());
        } catch (GeneralSecurityException unreadable) {
            throw new IOException(unreadable);
        }
    }

    /** By the JDK's own tool: its classes that make certificates are not for programs to call. */
    private static void make(Path store, String password, String alias, int days, String... more)
            throws IOException, InterruptedException {
        var passwordFile = store.resolveSibling("keys.password");
        PrivateFile.write(passwordFile, password);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=Firstfill " + alias,
                "-validity",
                Integer.toString(days),
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:file",
                passwordFile.toString()));
        command.addAll(List.of(more));
        try {
            Processes.run(command, store.resolveSibling("keytool.log"), KEYTOOL_LIMIT);
        } finally {
            Files.delete(passwordFile);
        }
    }

    private void write(KeyStore store, String password) throws IOException {
        try {
            PrivateFile.write(
                    key,
                    pem(
                            "PRIVATE KEY",
                            store.getKey(SERVERS, password.toCharArray()).getEncoded()));
            Files.writeString(
                    certificate,
                    pem("CERTIFICATE", store.getCertificate(SERVERS).getEncoded()));
            Files.writeString(
                    authority,
                    pem("CERTIFICATE", store.getCertificate(AUTHORITY).getEncoded()));
        } catch (GeneralSecurityException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static String pem(String what, byte[] encoded) {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(what, lines.encodeToString(encoded));
    }
}
