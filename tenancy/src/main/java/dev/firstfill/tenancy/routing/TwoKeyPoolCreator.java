package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.catalogue.DatabaseTls;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts {@link TwoKeyPool} in the place of Quarkus's own pool, for Hibernate Reactive and for whoever injects a pool.
 *
 * <p>The node {@code main} is the configured data source. Further nodes are named by {@code firstfill.nodes.<name>},
 * a {@code host:port} each, with the same database, login, pool size and trust.
 */
@ApplicationScoped
@SuppressWarnings("deprecation")
public class TwoKeyPoolCreator implements PgPoolCreator {
    static final String MAIN_NODE = "main";

    /** Beyond this a request is better told 503 at once than kept waiting for an answer nobody awaits any more. */
    static final int WAITING_MAX = 1_024;

    static final int BORROW_TIMEOUT_SECONDS = 5;

    /** The ledger's: each carries a batch for one pharmacy, and a batch takes about as long as one commit. */
    static final int RESERVED = 4;

    /** So that a share has one for each event loop of a usual machine, and none has to be crossed. */
    static final int SHARE = 4;

    /**
     * PostgreSQL's own 4 stands for disks that turn: a page reached by an index is taken to cost four of those that come
     * in order, and a few rows are joined by reading a whole table.
     */
    private static final String RANDOM_PAGE_COST = "1.1";

    /** A backend's catalogue caches grow with every schema it has touched; a new one begins empty. */
    static final int LIFETIME_MINUTES = 20;

    /** Statements are cached per connection and tenant, so this bounds memory on both sides of the wire. */
    static final int PREPARED_STATEMENTS_MAX = 512;

    private final Map<String, String> furtherNodes;
    private final DatabaseTls tls;

    TwoKeyPoolCreator(
            @ConfigProperty(name = "firstfill.nodes") Optional<Map<String, String>> furtherNodes,
            @ConfigProperty(name = "firstfill.db.tls") String tls,
            @ConfigProperty(name = "firstfill.db.ca") Optional<Path> authorities) {
        this.furtherNodes = furtherNodes.orElse(Map.of());
        this.tls = DatabaseTls.of(tls, authorities);
    }

    @Override
    public PgPool create(Input input) {
        var main = tls.appliedTo(input.pgConnectOptionsList().get(0));
        int connections = input.poolOptions().getMaxSize();
        return new TwoKeyPool(
                pools(input, "firstfill-api", main, connections, Math.max(1, connections / SHARE)),
                pools(input, "firstfill-ledger", main, RESERVED, RESERVED));
    }

    private NodePools pools(Input input, String name, PgConnectOptions main, int connections, int shares) {
        var nodes = new HashMap<String, Shares>();
        nodes.put(MAIN_NODE, shares(input, name, main, connections, shares));
        furtherNodes.forEach(
                (node, address) -> nodes.put(node, shares(input, name, at(address, main), connections, shares)));
        return new NodePools(nodes);
    }

    private static Shares shares(Input input, String name, PgConnectOptions node, int connections, int number) {
        var shares = IntStream.range(0, number)
                .map(place -> (connections + place) / number)
                .mapToObj(each -> new Shares.Share(
                        pool(input, name, node, new PoolOptions(input.poolOptions()).setMaxSize(each)), each))
                .toList();
        return new Shares(input.vertx(), shares, WAITING_MAX, Duration.ofSeconds(BORROW_TIMEOUT_SECONDS));
    }

    private static Pool pool(Input input, String name, PgConnectOptions connect, PoolOptions options) {
        return PgBuilder.pool()
                .using(input.vertx())
                .connectingTo(connectOptions(connect, name))
                .with(poolOptions(options).setName(name))
                .build();
    }

    /** @param application what the server's administrator sees the connections as */
    static PgConnectOptions connectOptions(PgConnectOptions options, String application) {
        var tuned = new PgConnectOptions(options)
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(PREPARED_STATEMENTS_MAX)
                .setProperties(named(options, application));
        // The driver leaves statements of more than 2,048 characters uncached unless told otherwise.
        tuned.setPreparedStatementCacheSqlFilter(sql -> true);
        return tuned;
    }

    /** A copy of connect options shares its map with the original. */
    private static Map<String, String> named(PgConnectOptions options, String application) {
        var properties = new HashMap<>(options.getProperties());
        properties.put("application_name", application);
        properties.put("random_page_cost", RANDOM_PAGE_COST);
        return properties;
    }

    static PoolOptions poolOptions(PoolOptions options) {
        return new PoolOptions(options)
                .setMaxWaitQueueSize(WAITING_MAX)
                .setConnectionTimeout(BORROW_TIMEOUT_SECONDS)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                .setMaxLifetime(LIFETIME_MINUTES)
                .setMaxLifetimeUnit(TimeUnit.MINUTES);
    }

    private static PgConnectOptions at(String address, PgConnectOptions main) {
        int colon = address.lastIndexOf(':');
        return new PgConnectOptions(main)
                .setHost(address.substring(0, colon))
                .setPort(Integer.parseInt(address.substring(colon + 1)));
    }
}
