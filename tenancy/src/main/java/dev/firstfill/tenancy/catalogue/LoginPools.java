package dev.firstfill.tenancy.catalogue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** One small pool per database node, all of one login. */
public final class LoginPools {

    /** Work on the catalogue and on schemas comes in bursts: connections it has left idle go back to the server. */
    private static final Duration IDLE_AFTER = Duration.ofMinutes(1);

    /** Long enough for a burst of provisioning to queue, short enough that a caller learns of a stuck server. */
    private static final Duration LONGEST_WAIT_FOR_CONNECTION = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final Nodes nodes;
    private final Login login;
    private final int connectionsPerNode;
    private final Map<String, Pool> pools = new ConcurrentHashMap<>();

    public LoginPools(Vertx vertx, Nodes nodes, Login login, int connectionsPerNode) {
        this.vertx = vertx;
        this.nodes = nodes;
        this.login = login;
        this.connectionsPerNode = connectionsPerNode;
    }

    /** The pool of the node that holds the catalogue. */
    public Pool main() {
        return on(Node.MAIN);
    }

    public Pool on(String node) {
        return pools.computeIfAbsent(node, name -> open(nodes.named(name)));
    }

    private Pool open(Node node) {
        var options = new PoolOptions()
                .setMaxSize(connectionsPerNode)
                .setIdleTimeout((int) IDLE_AFTER.toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setConnectionTimeout((int) LONGEST_WAIT_FOR_CONNECTION.toSeconds())
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool()
                .with(options)
                .connectingTo(node.connectAs(login))
                .using(vertx)
                .build();
    }

    public Uni<Void> close() {
        if (pools.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.join()
                .all(pools.values().stream().map(Pool::close).toList())
                .andCollectFailures()
                .replaceWithVoid();
    }
}
