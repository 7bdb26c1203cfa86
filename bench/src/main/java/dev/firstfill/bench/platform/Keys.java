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
import io.vertx.mutiny.core.Vertx;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The pharmacies' own keys, unwrapped by the product's own classes. */
public final class Keys implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Keyring keyring;

    public Keys(Platform platform) {
        var variables = platform.environment();
        var superuser = platform.superuser();
        var nodes = Nodes.single(superuser.host(), superuser.port(), Platform.DATABASE, DatabaseTls.NONE);
        var control =
                new LoginPools(vertx, nodes, Login.control(required(variables, "FIRSTFILL_DB_CONTROL_PASSWORD")), 1);
        var key = new KeySettings(name -> Optional.ofNullable(variables.get(name))).open();
        keyring = new Keyring(key, new TenantKeys(control.main(), key), Runnable::run, Clock.systemUTC());
    }

    private static String required(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).orElseThrow();
    }

    /** For one thread, and for one person at a time: it keeps whoever it has seen. */
    public Seals of(Tenant tenant) {
        var keyset = new CompletableFuture<TenantKeyset>();
        vertx.getDelegate().getOrCreateContext().runOnContext(there -> keyring.of(tenant)
                .subscribe()
                .with(keyset::complete, failure -> keyset.completeExceptionally(failure)));
        return new TenantSeals(keyset.join(), opened -> {});
    }

    @Override
    public void close() {
        vertx.closeAndAwait();
    }
}
