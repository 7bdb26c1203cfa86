package dev.firstfill.local;

import java.io.IOException;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * PostgreSQL, Redis and Keycloak on this machine, as Firstfill wants them.
 *
 * <p>{@code LocalStack.named("check").with(EnumSet.of(Server.POSTGRES)).start()} finds what runs already and
 * starts the rest. Closing it, or the end of this program, stops what was started here and leaves alone what
 * was found. The instance {@code dev} keeps its data; every other one begins empty when it is started.
 */
public final class LocalStack implements AutoCloseable {

    private final Certificates certificates;
    private final List<Lifecycle.Ready> servers;
    private final SortedMap<String, String> environment = new TreeMap<>();
    private final Deque<Runnable> users = new ConcurrentLinkedDeque<>();
    private volatile boolean stopping;
    private final Thread atExit = new Thread(this::stop, "stop local servers");

    private LocalStack(List<Lifecycle.Ready> servers, Map<String, String> external, Certificates certificates) {
        this.certificates = certificates;
        this.servers = List.copyOf(servers);
        environment.put("FIRSTFILL_PLAINTEXT_ALLOWED", "true");
        environment.put("FIRSTFILL_DB_TLS", "disable");
        environment.putAll(external);
        servers.forEach(ready -> environment.putAll(ready.server().variables(ready.port())));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** All servers of the instance, unless {@link Order#with} asks for fewer. */
    public static Order named(String name) {
        return of(Instance.named(name));
    }

    static Order of(Instance instance) {
        return new Order(instance, EnumSet.allOf(Server.class), Progress.toStandardOutput());
    }

    /** What shall be started, and who is told. */
    public static final class Order {

        private final Instance instance;
        private final Set<Server> wanted;
        private final Progress progress;

        private Order(Instance instance, Set<Server> wanted, Progress progress) {
            this.instance = instance;
            this.wanted = wanted;
            this.progress = progress;
        }

        public Order with(Set<Server> servers) {
            return new Order(instance, Set.copyOf(servers), progress);
        }

        public Order reportingTo(Progress listener) {
            return new Order(instance, wanted, listener);
        }

        public LocalStack start() {
            return LocalStack.start(this);
        }
    }

    private static LocalStack start(Order order) {
        var external = new TreeMap<String, String>();
        var ours = EnumSet.noneOf(Server.class);
        for (var server : order.wanted) {
            var variables = server.external(System.getenv());
            external.putAll(variables);
            if (variables.isEmpty()) {
                ours.add(server);
            }
        }
        try {
            var servers = new StackStart(order.instance, order.progress).start(ours);
            return new LocalStack(servers, external, Certificates.keptIn(order.instance.tls()));
        } catch (IOException e) {
            throw new LocalStackFailure("The local servers could not be started: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackFailure("Interrupted while the local servers were starting.", e);
        }
    }

    /** Whether another program runs some of these servers, so that they may end when it does. */
    boolean isShared() {
        return servers.stream().anyMatch(ready -> ready.started().isEmpty());
    }

    /** The {@code FIRSTFILL_*} variables with which the API finds these servers. */
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** As {@link #environment()}, with which it uses all of them, and is used itself, over TLS alone. */
    public Map<String, String> environmentOverTls() {
        var overTls = new TreeMap<>(environment);
        servers.forEach(ready -> overTls.putAll(ready.server().variablesOverTls(ready.at())));
        overTls.put("FIRSTFILL_PLAINTEXT_ALLOWED", "false");
        overTls.put("FIRSTFILL_TLS_CERT", certificates.certificate().toString());
        overTls.put("FIRSTFILL_TLS_KEY", certificates.key().toString());
        return Map.copyOf(overTls);
    }

    /** Those of this instance: its servers' and the authority that vouches for them. */
    public Certificates certificates() {
        return certificates;
    }

    /** PostgreSQL's superuser, for tests that break things on purpose. */
    public Superuser superuser() {
        return servers.stream()
                .filter(ready -> ready.server() instanceof Postgres)
                .map(ready -> ((Postgres) ready.server()).superuser(ready.port()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("PostgreSQL is not among the servers of this stack, or"
                        + " run by someone else, whose superuser is not known here."));
    }

    /** Tokens as the realm's clients get them. */
    public Tokens tokens() {
        return servers.stream()
                .filter(ready -> ready.server() instanceof Keycloak)
                .map(ready -> ((Keycloak) ready.server()).tokens(ready.port()))
                .findFirst()
                .orElseGet(this::tokensOfExternalKeycloak);
    }

    private Tokens tokensOfExternalKeycloak() {
        return new Tokens(
                given("FIRSTFILL_KEYCLOAK_URL"),
                given("FIRSTFILL_KEYCLOAK_REALM"),
                given("FIRSTFILL_KEYCLOAK_OPERATOR_SECRET"),
                given("FIRSTFILL_KEYCLOAK_ADMIN_PASSWORD"));
    }

    private String given(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .orElseThrow(() -> new LocalStackFailure("Keycloak is not run here; to use it, set " + variable + "."));
    }

    /** The key with which Keycloak signs, for tests that need tokens which Keycloak would not give. */
    public SigningKey signingKey() {
        return servers.stream()
                .filter(ready -> ready.server() instanceof Keycloak)
                .map(ready -> ((Keycloak) ready.server()).signingKey())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Keycloak is not among the servers of this stack, or run"
                        + " by someone else, whose key is not known here."));
    }

    /** Completes when a server that was started here ends without having been asked to. */
    CompletableFuture<Void> firstEnd() {
        var end = new CompletableFuture<Void>();
        servers.stream().flatMap(ready -> ready.started().stream()).forEach(server -> server.onExit()
                .thenRun(() -> completeUnlessStopping(end)));
        return end;
    }

    private void completeUnlessStopping(CompletableFuture<Void> end) {
        if (!stopping) {
            end.complete(null);
        }
    }

    /** Lets a program that uses these servers end before they do. */
    void endFirst(Runnable end) {
        users.addFirst(end);
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyEnding) {
            // The hook is about to find that there is nothing left to stop.
        }
    }

    /** One after the other and only once, though Ctrl-C and the end of a try block may both ask for it. */
    private synchronized void stop() {
        stopping = true;
        users.forEach(Runnable::run);
        servers.forEach(Lifecycle.Ready::stop);
    }
}
