package dev.firstfill.tenancy;

import dev.firstfill.kernel.Seals.Place;
import dev.firstfill.local.LocalStack;
import dev.firstfill.local.Server;
import dev.firstfill.local.Superuser;
import dev.firstfill.tenancy.catalogue.Actor;
import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.DatabaseTls;
import dev.firstfill.tenancy.catalogue.Login;
import dev.firstfill.tenancy.catalogue.LoginPools;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.Nodes;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.Tenants;
import dev.firstfill.tenancy.catalogue.TestClocks;
import dev.firstfill.tenancy.migration.ControlSchema;
import dev.firstfill.tenancy.routing.TenantContexts;
import dev.firstfill.tenancy.sealing.KeyEncryption;
import dev.firstfill.tenancy.sealing.Keyring;
import dev.firstfill.tenancy.sealing.LocalKeyFile;
import dev.firstfill.tenancy.sealing.TenantKeys;
import dev.firstfill.tenancy.sealing.TenantSeals;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A platform without pharmacies, in a database of its own, so that tests over all pharmacies meet no one else's. */
public final class OnePlatform implements AutoCloseable {

    public static final Actor OPERATOR = new Actor("operator");

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalStack STACK =
            LocalStack.named("check").with(EnumSet.of(Server.POSTGRES)).start();
    private static final Path KEY_FILE = Path.of("target", "tenancy-test", "key.json");
    private static final Vertx VERTX = Vertx.vertx();

    public final String database = "platform_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    public final Nodes nodes;
    public final LoginPools app;
    public final LoginPools control;
    public final LoginPools owner;
    public final Tenants tenants;
    public final Catalogue catalogue;
    public final TenantKeys keys;
    public final TestClocks testClocks;

    private OnePlatform() {
        var environment = STACK.environment();
        nodes = Nodes.single(
                environment.get("FIRSTFILL_DB_HOST"),
                Integer.parseInt(environment.get("FIRSTFILL_DB_PORT")),
                database,
                DatabaseTls.NONE);
        app = new LoginPools(VERTX, nodes, Login.app(environment.get("FIRSTFILL_DB_APP_PASSWORD")), 2);
        control = new LoginPools(VERTX, nodes, Login.control(environment.get("FIRSTFILL_DB_CONTROL_PASSWORD")), 4);
        owner = new LoginPools(VERTX, nodes, Login.owner(environment.get("FIRSTFILL_DB_OWNER_PASSWORD")), 4);
        tenants = new Tenants(control.main());
        catalogue = new Catalogue(tenants);
        testClocks = new TestClocks(control.main());
        keys = new TenantKeys(control.main(), LocalKeyFile.openOrCreate(KEY_FILE));
    }

    /** With its catalogue made. */
    public static OnePlatform open() {
        var platform = empty();
        await(new ControlSchema(platform.owner, platform.nodes).bringUpToDate());
        return platform;
    }

    /** With logins and nothing else. */
    public static OnePlatform empty() {
        var platform = new OnePlatform();
        try (var postgres = superuser().connect("postgres");
                var statement = postgres.createStatement()) {
            statement.execute("create database " + platform.database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        try (var connection = platform.superuserConnection();
                var statement = connection.createStatement()) {
            statement.execute(logins());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return platform;
    }

    private static String logins() {
        try (var script = OnePlatform.class.getResourceAsStream("/db/cluster/logins.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static NewTenant northgate() {
        return new NewTenant("northgate", "Northgate Specialty Pharmacy", ZoneId.of("America/Chicago"), false);
    }

    public static NewTenant southbank() {
        return new NewTenant("southbank", "Southbank Pharmacy", ZoneId.of("America/New_York"), false);
    }

    public static Vertx vertx() {
        return VERTX;
    }

    public static KeyEncryption keyEncryption() {
        return LocalKeyFile.openOrCreate(KEY_FILE);
    }

    public static Superuser superuser() {
        return STACK.superuser();
    }

    public Connection superuserConnection() throws SQLException {
        return superuser().connect(database);
    }

    /** As a child process is told of this platform. */
    public Map<String, String> environment() {
        var environment = new HashMap<>(STACK.environment());
        environment.put("FIRSTFILL_DB_NAME", database);
        environment.put("FIRSTFILL_KEY_FILE", KEY_FILE.toAbsolutePath().toString());
        environment.put("FIRSTFILL_KEYCLOAK_URL", "none");
        return environment;
    }

    /** The first column of what the superuser sees. */
    public List<String> column(String sql) {
        try (var connection = superuserConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var column = new ArrayList<String>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void asSuperuser(String sql) {
        try (var connection = superuserConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of pharmacies. */
    public List<String> schemas() {
        return column("select nspname from pg_namespace where nspname like 't\\_%' order by 1");
    }

    public boolean roleExists(Tenant tenant) {
        return !column("select rolname from pg_roles where rolname = '%s'".formatted(tenant.role()))
                .isEmpty();
    }

    /** As the pharmacy's own code seals, through its keys and in its context. */
    public byte[] seal(Tenant tenant, Place place, byte[] plain) {
        var keyring = new Keyring(
                LocalKeyFile.open(KEY_FILE), keys, Infrastructure.getDefaultWorkerPool(), Clock.systemUTC());
        return await(new TenantContexts(VERTX.getDelegate()).in(tenant, () -> keyring.of(tenant)
                .map(keyset -> new TenantSeals(keyset, person -> {}).seal(place, plain))));
    }

    public static <T> T await(Uni<T> work) {
        return work.await().atMost(LONGEST_WAIT);
    }

    /** For what happens of its own accord. */
    public static void awaitUntil(BooleanSupplier condition) {
        await(Uni.createFrom()
                .item(condition::getAsBoolean)
                .repeat()
                .withDelay(Duration.ofMillis(20))
                .until(happened -> happened)
                .collect()
                .asList());
    }

    @Override
    public void close() {
        await(app.close());
        await(control.close());
        await(owner.close());
        try (var postgres = superuser().connect("postgres");
                var statement = postgres.createStatement()) {
            statement.execute("drop database " + database + " with (force)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
