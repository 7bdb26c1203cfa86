package dev.firstfill.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TlsOnThisMachineTest {

    private static final Duration TEN_MONTHS_AND_A_HALF = Duration.ofDays(340);

    private Path root;

    @BeforeEach
    void make_another_root() throws IOException {
        root = OtherRoot.make();
    }

    @AfterEach
    void delete_it() throws IOException {
        Tree.delete(root);
    }

    @Test
    void postgresql_proves_itself_to_who_trusts_the_instances_authority_and_to_nobody_else() throws Exception {
        try (var stack = started(Server.POSTGRES)) {
            var stranger = Certificates.keptIn(root.resolve("stranger"));

            assertThat(protocolOf(stack, stack.certificates().authority())).startsWith("TLSv1.");
            assertThatThrownBy(() -> protocolOf(stack, stranger.authority())).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void redis_proves_itself_to_who_trusts_the_instances_authority_and_to_nobody_else() throws Exception {
        try (var stack = started(Server.REDIS)) {
            var stranger = Certificates.keptIn(root.resolve("stranger"));

            assertThat(pingOf(stack, stack.certificates().authority())).startsWith("+OK\r\n+PONG");
            assertThatThrownBy(() -> pingOf(stack, stranger.authority())).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void private_keys_are_their_owners_alone() throws Exception {
        var certificates = Certificates.keptIn(root.resolve("tls"));

        assertThat(permissions(certificates.key())).isEqualTo("rw-------");
        assertThat(permissions(certificates.key().resolveSibling("keys.p12"))).isEqualTo("rw-------");
        assertThat(permissions(certificates.key().getParent())).isEqualTo("rwx------");
    }

    @Test
    void certificates_are_kept_and_the_servers_is_renewed_by_the_same_authority_before_it_expires() throws Exception {
        var first = Certificates.keptIn(root.resolve("tls"));
        var authority = Files.readString(first.authority());
        var certificate = Files.readString(first.certificate());

        var kept = Certificates.keptIn(root.resolve("tls"));
        assertThat(Files.readString(kept.certificate())).isEqualTo(certificate);

        var renewed = Certificates.keptIn(root.resolve("tls"), Instant.now().plus(TEN_MONTHS_AND_A_HALF));
        assertThat(Files.readString(renewed.certificate())).isNotEqualTo(certificate);
        assertThat(Files.readString(renewed.authority())).isEqualTo(authority);
    }

    private LocalStack started(Server server) {
        return LocalStack.of(new Instance(root, "trial"))
                .with(EnumSet.of(server))
                .start();
    }

    private static String protocolOf(LocalStack stack, Path authority) throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", "firstfill_app");
        settings.setProperty("password", stack.environment().get("FIRSTFILL_DB_APP_PASSWORD"));
        settings.setProperty("sslmode", "verify-full");
        settings.setProperty("sslrootcert", authority.toString());
        var address = "jdbc:postgresql://127.0.0.1:%s/firstfill"
                .formatted(stack.environment().get("FIRSTFILL_DB_PORT"));
        try (var connection = new Driver().connect(address, settings);
                var rows = connection
                        .createStatement()
                        .executeQuery("select version from pg_stat_ssl where pid = pg_backend_pid()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String pingOf(LocalStack stack, Path authority) throws IOException, GeneralSecurityException {
        var address = URI.create(stack.environmentOverTls().get("FIRSTFILL_REDIS_URL"));
        assertThat(address.getScheme()).isEqualTo("rediss");
        try (var socket =
                (SSLSocket) trusting(authority).getSocketFactory().createSocket(address.getHost(), address.getPort())) {
            var password = address.getUserInfo().substring(1);
            socket.getOutputStream()
                    .write("AUTH %s\r\nPING\r\nQUIT\r\n".formatted(password).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes("+OK\r\n+PONG".length()), StandardCharsets.US_ASCII);
        }
    }

    private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var in = Files.newInputStream(authority)) {
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
