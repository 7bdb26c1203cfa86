package dev.firstfill.api.replicas;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * Stands before replicas as a Kubernetes Service does: each new connection goes to the next replica that is ready and
 * stays there for as long as both ends keep it. Nothing is tried twice.
 */
final class Balancer implements AutoCloseable {
    /** About as late as the nodes of a cluster learn that a replica is not ready. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final String HOST = "127.0.0.1";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient probe = vertx.createHttpClient();
    private final NetClient client = vertx.createNetClient();
    private final NetServer server = vertx.createNetServer().connectHandler(this::connect);
    private final List<Replica> replicas;
    private final Set<Replica> ready = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private long looking;

    private Balancer(List<Replica> replicas) {
        this.replicas = replicas;
    }

    static Balancer before(List<Replica> replicas) {
        var balancer = new Balancer(replicas);
        balancer.server
                .listen(0, HOST)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        balancer.looking =
                balancer.vertx.setPeriodic(0, LOOK_EVERY.toMillis(), tick -> replicas.forEach(balancer::look));
        return balancer;
    }

    int port() {
        return server.actualPort();
    }

    void awaitReady(Replica replica) {
        Awaitility.await(replica + " gets connections").atMost(Replica.LONG).until(() -> ready.contains(replica));
    }

    private void look(Replica replica) {
        var ask = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(HOST)
                .setPort(replica.port())
                .setURI("/q/health/ready")
                .setTimeout(Duration.ofSeconds(2).toMillis());
        probe.request(ask).compose(request -> request.send()).onComplete(answer -> {
            if (answer.succeeded() && answer.result().statusCode() == 200) {
                ready.add(replica);
            } else {
                ready.remove(replica);
            }
        });
    }

    private void connect(NetSocket from) {
        var candidates = replicas.stream().filter(ready::contains).toList();
        if (candidates.isEmpty()) {
            from.close();
            return;
        }
        from.pause();
        var chosen = candidates.get(Math.floorMod(turn.getAndIncrement(), candidates.size()));
        client.connect(chosen.port(), HOST)
                .onSuccess(to -> {
                    from.pipeTo(to);
                    to.pipeTo(from);
                })
                .onFailure(refused -> from.close());
    }

    @Override
    public void close() {
        vertx.cancelTimer(looking);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
