package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Login;
import dev.firstfill.tenancy.catalogue.Node;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;
import java.util.Map;

/** The pool that requests get, for tests of other packages. */
public final class Pools {
    private Pools() {}

    /** As the program makes it, from the same settings. */
    public static TwoKeyPool of(OnePlatform platform, int connections) {
        var login = Login.app(platform.environment().get("FIRSTFILL_DB_APP_PASSWORD"));
        return new TwoKeyPool(new NodePools(Map.of(
                Node.MAIN,
                PgBuilder.pool()
                        .using(OnePlatform.vertx().getDelegate())
                        .connectingTo(TwoKeyPoolCreator.connectOptions(
                                platform.nodes.main().connectAs(login)))
                        .with(TwoKeyPoolCreator.poolOptions(new PoolOptions().setMaxSize(connections)))
                        .build())));
    }
}
