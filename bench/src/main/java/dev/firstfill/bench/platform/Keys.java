package dev.firstfill.bench.platform;

import dev.firstfill.kernel.Seals;
import dev.firstfill.tenancy.catalogue.DatabaseTls;
import dev.firstfill.tenancy.catalogue.Login;
import dev.firstfill.tenancy.catalogue.LoginPools;
import dev.firstfill.tenancy.catalogue.Nodes;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.sealing.KeySettings;
import dev.firstfill.tenancy.sealing.Keyring;
import dev.firstfill.tenancy.sealing.TenantKeys;
import dev.firstfill.tenancy.sealing.TenantKeyset;
import dev.firstfill.tenancy.sealing.TenantSeals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The pharmacies' own keys, unwrapped by the product's own classes. */
public final class Keys implements AutoCloseable {
    private static final int CONNECTIONS = 2;
    private static final int PATIENCE_SECONDS = 30;

    private final Vertx vertx = Vertx.vertx();
    private final Keyring keyring;

    public Keys(Platform platform) {
        var variables = platform.environment();
        var superuser = platform.superuser();
        var nodes = Nodes.single(superuser.host(), superuser.port(), Platform.DATABASE, DatabaseTls.NONE);
        var control = new LoginPools(
                vertx, nodes, Login.control(required(variables, "FIRSTFILL_DB_CONTROL_PASSWORD")), CONNECTIONS);
        var key = new KeySettings(name -> Optional.ofNullable(variables.get(name))).open();
        keyring = new Keyring(key, new TenantKeys(control.main(), key), Runnable::run, Clock.systemUTC());
    }

    private static String required(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).orElseThrow();
    }

    /** For one thread, and for some hundred persons at most: it keeps whoever it has seen. */
    public synchronized Seals of(Tenant tenant) {
        var keyset = new CompletableFuture<TenantKeyset>();
        vertx.getDelegate().runOnContext(there -> Uni.createFrom()
                .deferred(() -> keyring.of(tenant))
                .subscribe()
                .with(keyset::complete, keyset::completeExceptionally));
        return new TenantSeals(
                keyset.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join(), opened -> {});
    }

    @Override
    public void close() {
        vertx.closeAndAwait();
    }
}
