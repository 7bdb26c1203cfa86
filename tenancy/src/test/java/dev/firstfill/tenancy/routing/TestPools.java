package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Login;
import dev.firstfill.tenancy.catalogue.Node;
import io.vertx.core.Future;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Connections to a platform of its own, as the program makes them, from the same settings. */
public final class TestPools {
    private static final int RESERVED = 2;

    private TestPools() {}

    public static TwoKeyPool twoKeys(OnePlatform platform, int connections) {
        return twoKeys(bare(platform, connections), connections, reserved(platform));
    }

    static TwoKeyPool twoKeys(Pool bare, int connections, Pool reserved) {
        return new TwoKeyPool(undivided(bare, connections), undivided(reserved, RESERVED));
    }

    private static NodePools undivided(Pool pool, int connections) {
        var vertx = OnePlatform.vertx().getDelegate();
        return new NodePools(Map.of(Node.MAIN, TwoKeyPool.undivided(vertx, pool, connections)));
    }

    static Pool bare(OnePlatform platform, int connections) {
        return bare(platform, connections, "firstfill-api");
    }

    static Pool reserved(OnePlatform platform) {
        return bare(platform, RESERVED, "firstfill-ledger");
    }

    /** Of the login that may take no pharmacy's role until {@code stranger} is false. */
    static Pool bare(OnePlatform platform, int connections, BooleanSupplier stranger) {
        return bare(
                connections,
                () -> options(platform, stranger.getAsBoolean() ? control(platform) : app(platform), "firstfill-api"));
    }

    private static Pool bare(OnePlatform platform, int connections, String application) {
        return bare(connections, () -> options(platform, app(platform), application));
    }

    private static Pool bare(int connections, Supplier<PgConnectOptions> options) {
        return PgBuilder.pool()
                .using(OnePlatform.vertx().getDelegate())
                .connectingTo(() -> Future.succeededFuture(options.get()))
                .with(TwoKeyPoolCreator.poolOptions(new PoolOptions().setMaxSize(connections)))
                .build();
    }

    private static Login app(OnePlatform platform) {
        return Login.app(platform.environment().get("FIRSTFILL_DB_APP_PASSWORD"));
    }

    private static Login control(OnePlatform platform) {
        return Login.control(platform.environment().get("FIRSTFILL_DB_CONTROL_PASSWORD"));
    }

    private static PgConnectOptions options(OnePlatform platform, Login login, String application) {
        return TwoKeyPoolCreator.connectOptions(platform.nodes.main().connectAs(login), application);
    }
}
