package dev.firstfill.tenancy.sealing;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.DatabaseTls;
import dev.firstfill.tenancy.catalogue.Login;
import dev.firstfill.tenancy.catalogue.LoginPools;
import dev.firstfill.tenancy.catalogue.Nodes;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.Tenants;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.TenantSchemas;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A rotation in a process of its own, to be killed: it waits for no replica, as there are none. */
public final class HastyRotation {
    private HastyRotation() {}

    static Process start(OnePlatform platform, Tenant tenant) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child = new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), HastyRotation.class.getName(), tenant.slug());
        child.environment().putAll(platform.environment());
        return child.redirectErrorStream(true)
                .redirectOutput(new File("target/hasty-rotation.log"))
                .start();
    }

    public static void main(String[] words) {
        var environment = System.getenv();
        var nodes = Nodes.single(
                environment.get("FIRSTFILL_DB_HOST"),
                Integer.parseInt(environment.get("FIRSTFILL_DB_PORT")),
                environment.get("FIRSTFILL_DB_NAME"),
                DatabaseTls.NONE);
        var vertx = Vertx.vertx();
        var control = new LoginPools(vertx, nodes, Login.control(environment.get("FIRSTFILL_DB_CONTROL_PASSWORD")), 2);
        var owner = new LoginPools(vertx, nodes, Login.owner(environment.get("FIRSTFILL_DB_OWNER_PASSWORD")), 2);
        var app = new LoginPools(vertx, nodes, Login.app(environment.get("FIRSTFILL_DB_APP_PASSWORD")), 2);
        var keys = new TenantKeys(control.main(), LocalKeyFile.open(Path.of(environment.get("FIRSTFILL_KEY_FILE"))));
        var schemas = new TenantSchemas(owner, Migrations.ofTenants());
        var tenant = new Tenants(control.main()).named(words[0]).await().atMost(Duration.ofSeconds(30));
        new KeyRotation(app, keys, schemas, time -> Uni.createFrom().voidItem())
                .rotate(tenant, step -> {})
                .await()
                .atMost(Duration.ofMinutes(5));
        System.exit(0);
    }
}
