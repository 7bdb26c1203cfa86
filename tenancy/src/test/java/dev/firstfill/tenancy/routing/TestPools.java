package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Login;
import dev.firstfill.tenancy.catalogue.Node;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.Map;

/** Connections to a platform of its own, as the program makes them, from the same settings. */
public final class TestPools {
    private TestPools() {}

    public static TwoKeyPool twoKeys(OnePlatform platform, int connections) {
        return twoKeys(bare(platform, connections), reserved(platform));
    }

    static TwoKeyPool twoKeys(Pool bare, Pool reserved) {
        return new TwoKeyPool(new NodePools(Map.of(Node.MAIN, bare)), new NodePools(Map.of(Node.MAIN, reserved)));
    }

    static Pool bare(OnePlatform platform, int connections) {
        return bare(platform, connections, "firstfill-api");
    }

    static Pool reserved(OnePlatform platform) {
        return bare(platform, 2, "firstfill-ledger");
    }

    private static Pool bare(OnePlatform platform, int connections, String application) {
        var login = Login.app(platform.environment().get("FIRSTFILL_DB_APP_PASSWORD"));
        return PgBuilder.pool()
                .using(OnePlatform.vertx().getDelegate())
                .connectingTo(
                        TwoKeyPoolCreator.connectOptions(platform.nodes.main().connectAs(login), application))
                .with(TwoKeyPoolCreator.poolOptions(new PoolOptions().setMaxSize(connections)))
                .build();
    }
}
