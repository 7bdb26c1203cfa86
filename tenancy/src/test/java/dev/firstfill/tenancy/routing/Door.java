package dev.firstfill.tenancy.routing;

import static dev.firstfill.tenancy.OnePlatform.await;

import dev.firstfill.kernel.Transactions;
import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.audit.Ledger;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.door.TenantTransactions;
import dev.firstfill.tenancy.migration.Fixture;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.provisioning.NoOrganisations;
import dev.firstfill.tenancy.provisioning.Tenancies;
import dev.firstfill.tenancy.sealing.Keyring;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.hibernate.cfg.Configuration;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.engine.jdbc.spi.SqlStatementLogger;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.hibernate.reactive.pool.impl.ExternalSqlClientPool;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.reactive.vertx.impl.ProvidedVertxInstance;

/** The door to a platform of its own, with few connections, and the way round its back. */
final class Door implements AutoCloseable {
    private static final Vertx VERTX = OnePlatform.vertx().getDelegate();

    final OnePlatform platform;
    final Pool bare;
    final io.vertx.mutiny.sqlclient.Pool client;
    final Transactions transactions;
    final TenantContexts contexts = new TenantContexts(VERTX);
    private final Mutiny.SessionFactory sessions;
    private final Tenancies tenancies;

    private Door(OnePlatform platform, int connections, Pool bare) {
        this.platform = platform;
        this.bare = bare;
        var pool = TestPools.twoKeys(bare, connections, TestPools.reserved(platform));
        this.client = io.vertx.mutiny.sqlclient.Pool.newInstance(pool);
        this.sessions = sessions(pool);
        var keyring = new Keyring(
                OnePlatform.keyEncryption(), platform.keys, Infrastructure.getDefaultWorkerPool(), Clock.systemUTC());
        var meters = new SimpleMeterRegistry();
        this.transactions = new TenantTransactions(
                sessions,
                keyring,
                new Ledger(pool, VERTX, Duration.ofSeconds(5), tenant -> {}, meters),
                tenant -> {},
                new TestTime(platform.testClocks),
                Clock.systemUTC(),
                meters,
                List::of);
        this.tenancies = new Tenancies(
                platform.tenants,
                platform.catalogue,
                new TenantSchemas(platform.owner, Fixture.migrations()),
                platform.keys,
                new NoOrganisations());
    }

    static Door with(int connections) {
        return withStrangers(connections, () -> false);
    }

    /** @param stranger asked for each new connection: whether its login may take nobody's role */
    static Door withStrangers(int connections, BooleanSupplier stranger) {
        var platform = OnePlatform.open();
        return new Door(platform, connections, TestPools.bare(platform, connections, stranger));
    }

    private static Mutiny.SessionFactory sessions(TwoKeyPool pool) {
        var registry = new ReactiveServiceRegistryBuilder()
                .applySetting("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect")
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
                .applySetting("hibernate.default_schema", StatementScanner.PLACEHOLDER)
                .addService(VertxInstance.class, new ProvidedVertxInstance(VERTX))
                .addService(
                        ReactiveConnectionPool.class,
                        new ExternalSqlClientPool(pool, new SqlStatementLogger(), new SqlExceptionHelper(false)))
                .build();
        return new Configuration()
                .addAnnotatedClass(Shelf.class)
                .buildSessionFactory(registry)
                .unwrap(Mutiny.SessionFactory.class);
    }

    Tenant pharmacy(String slug) {
        return await(opened(slug));
    }

    /** Several at a time, as many as the owner's login has connections. */
    List<Tenant> pharmacies(List<String> slugs) {
        return await(Uni.join()
                .all(slugs.stream().map(this::opened).toList())
                .usingConcurrencyOf(4)
                .andFailFast());
    }

    private Uni<Tenant> opened(String slug) {
        return tenancies.provision(new NewTenant(slug, slug, ZoneId.of("America/Chicago"), true), OnePlatform.OPERATOR);
    }

    <T> T as(Tenant tenant, Supplier<Uni<T>> work) {
        return await(contexts.in(tenant, work));
    }

    /** On a connection of the pool, and the door learns nothing of it. */
    void behindItsBack(String sql) {
        await(Uni.createFrom().completionStage(() -> bare.query(sql).execute().toCompletionStage()));
    }

    /** What the superuser finds on the pharmacy's shelves. */
    List<String> labelsOf(Tenant tenant) {
        return platform.column("select label from %s.shelf order by number".formatted(tenant.schema()));
    }

    /** The server's processes behind our connections. */
    List<String> backends() {
        return platform.column("""
                select pid from pg_stat_activity
                where datname = '%s' and application_name = 'firstfill-api'
                """.formatted(platform.database));
    }

    @Override
    public void close() {
        sessions.close();
        await(client.close());
        platform.close();
    }
}
