package dev.firstfill.local;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Redis: what may be forgotten, so it keeps nothing on disk. */
final class Redis implements LocalServer {

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);

    private final Path program;
    private final Path configuration;
    private final String password;
    private final Certificates certificates;

    Redis(Instance instance, Secrets secrets, Certificates certificates) throws IOException, InterruptedException {
        program = unpackedIn(instance.cache()).resolve("redis-server");
        configuration = instance.folder(Server.REDIS).resolve("redis.conf");
        password = secrets.of("redis");
        this.certificates = certificates;
    }

    private static Path unpackedIn(Path cache) throws IOException, InterruptedException {
        var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        var arm = System.getProperty("os.arch").equals("aarch64");
        var resource = mac
                ? "redis-server-6.2.6-v5-darwin-" + (arm ? "arm64" : "amd64")
                : arm ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
        return Archives.once(cache.resolve("redis-" + Versions.of(Server.REDIS)), folder -> {
            var target = folder.resolve("redis-server");
            try (var packed = Optional.ofNullable(ClassLoader.getSystemResourceAsStream(resource))
                    .orElseThrow(() -> new FileNotFoundException("No " + resource + " on the class path"))) {
                Files.copy(packed, target, StandardCopyOption.REPLACE_EXISTING);
            }
            Archives.makeExecutable(target);
        });
    }

    @Override
    public Server kind() {
        return Server.REDIS;
    }

    @Override
    public void prepare() {
        // Nothing is kept, so nothing can be left over.
    }

    /** By a file, because every user of the machine can read the arguments of a running program. */
    @Override
    public List<String> command(Listening at) throws IOException {
        PrivateFile.write(configuration, """
                bind %s
                port %d
                tls-port %d
                tls-cert-file "%s"
                tls-key-file "%s"
                tls-ca-cert-file "%s"
                tls-auth-clients no
                tls-protocols "TLSv1.2 TLSv1.3"
                requirepass %s
                dir %s
                save ""
                appendonly no
                maxmemory 128mb
                maxmemory-policy allkeys-lru
                """.formatted(
                        Ports.HOST,
                        at.port(),
                        at.tlsPort(),
                        certificates.certificate(),
                        certificates.key(),
                        certificates.authority(),
                        password,
                        configuration.getParent()));
        return List.of(program.toString(), configuration.toString());
    }

    @Override
    public boolean answers(int port) {
        var limitMs = (int) PROBE_LIMIT.toMillis();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.HOST, port), limitMs);
            socket.setSoTimeout(limitMs);
            socket.getOutputStream()
                    .write("AUTH %s\r\nPING\r\nQUIT\r\n".formatted(password).getBytes(StandardCharsets.US_ASCII));
            var said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return said.startsWith("+OK\r\n+PONG\r\n");
        } catch (IOException refusedOrNotYet) {
            return false;
        }
    }

    @Override
    public void furnish(int port) {
        // An empty Redis is a complete one.
    }

    @Override
    public Map<String, String> variables(int port) {
        return Map.of("FIRSTFILL_REDIS_URL", "redis://:%s@%s:%d".formatted(password, Ports.HOST, port));
    }

    @Override
    public Map<String, String> variablesOverTls(Listening at) {
        return Map.of(
                "FIRSTFILL_REDIS_URL", "rediss://:%s@%s:%d".formatted(password, Ports.HOST, at.tlsPort()),
                "FIRSTFILL_REDIS_CA", certificates.authority().toString());
    }

    @Override
    public Duration startLimit() {
        return Duration.ofSeconds(15);
    }

    @Override
    public String stopSignal() {
        return "TERM";
    }

    @Override
    public Duration stopLimit() {
        return Duration.ofSeconds(5);
    }
}
