package dev.firstfill.tenancy.audit;

import static dev.firstfill.customfields.CustomFieldSight.ALL;
import static dev.firstfill.tenancy.OnePlatform.await;

import dev.firstfill.identifiers.PhoneNumber;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.kernel.StoredJsonFormat;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientRegistry;
import dev.firstfill.patients.PatientSearch;
import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.door.TenantTransactions;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.provisioning.NoOrganisations;
import dev.firstfill.tenancy.provisioning.Tenancies;
import dev.firstfill.tenancy.routing.Requester;
import dev.firstfill.tenancy.routing.TenantContexts;
import dev.firstfill.tenancy.routing.TestPools;
import dev.firstfill.tenancy.routing.TestTime;
import dev.firstfill.tenancy.routing.TwoKeyPool;
import dev.firstfill.tenancy.sealing.Keyring;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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

/** A platform of its own, with the real door, the real tables and a notary, whose rounds the test makes. */
public final class AuditedPharmacies implements AutoCloseable {
    private static final Vertx VERTX = OnePlatform.vertx().getDelegate();

    public final OnePlatform platform = OnePlatform.open();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Path keyFile = folder().resolve(NotaryKey.FILE_NAME);
    final NotaryKey key = NotaryKey.openOrCreate(keyFile, OnePlatform.keyEncryption());
    final Path checkpointFolder = folder();
    final CheckpointFolder store = new CheckpointFolder(checkpointFolder);
    final CheckpointCopies copies = new CheckpointCopies(platform.control.main());
    final Notary notary;
    public final TenantTransactions door;
    public final PatientRegistry registry;
    private final TwoKeyPool pool = TestPools.twoKeys(platform, 4);
    private final Mutiny.SessionFactory sessions = sessions(pool);
    private final TenantContexts contexts = new TenantContexts(VERTX);

    public AuditedPharmacies() {
        notary = anotherNotary(Anchor.NONE);
        var keyring = new Keyring(
                OnePlatform.keyEncryption(), platform.keys, Infrastructure.getDefaultWorkerPool(), Clock.systemUTC());
        var ledger = new Ledger(pool, VERTX, Duration.ofSeconds(20), tenant -> notary.hasNews(tenant), meters);
        door = new TenantTransactions(
                sessions,
                keyring,
                ledger,
                tenant -> {},
                new TestTime(platform.testClocks),
                Clock.systemUTC(),
                meters,
                List::of);
        registry = new PatientRegistry(door, Clock.systemUTC());
    }

    /** As a second replica has one, or the first after it was started anew. */
    Notary anotherNotary(Anchor anchor) {
        return new Notary(pool, VERTX, store, copies, key, anchor, Clock.systemUTC(), meters);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "audit-test")), "ledger");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Mutiny.SessionFactory sessions(TwoKeyPool pool) {
        var registry = new ReactiveServiceRegistryBuilder()
                .applySetting("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect")
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
                .applySetting("hibernate.default_schema", "pharmacy")
                .applySetting("hibernate.type.json_format_mapper", new StoredJsonFormat())
                .applySetting("jakarta.persistence.validation.mode", "none")
                .addService(VertxInstance.class, new ProvidedVertxInstance(VERTX))
                .addService(
                        ReactiveConnectionPool.class,
                        new ExternalSqlClientPool(pool, new SqlStatementLogger(), new SqlExceptionHelper(false)))
                .build();
        var configuration = new Configuration();
        try {
            configuration.addAnnotatedClass(Class.forName("dev.firstfill.patients.PatientRow"));
            configuration.addAnnotatedClass(Class.forName("dev.firstfill.customfields.CustomField"));
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
        return configuration.buildSessionFactory(registry).unwrap(Mutiny.SessionFactory.class);
    }

    public Tenant opened(NewTenant wish) {
        var schemas = new TenantSchemas(platform.owner, Migrations.ofTenants());
        var tenancies =
                new Tenancies(platform.tenants, platform.catalogue, schemas, platform.keys, new NoOrganisations());
        return await(tenancies.provision(wish, OnePlatform.OPERATOR));
    }

    public <T> T as(Tenant tenant, String who, Supplier<Uni<T>> work) {
        var requester = new Requester(
                "id of " + who,
                who,
                List.of("clinical-pharmacist"),
                "tests",
                "TREATMENT",
                Ids.next().toString(),
                null,
                "127.0.0.1");
        return await(contexts.in(tenant, requester, work));
    }

    /** A morning at the counter: eight records, of every kind there is. */
    void morning(Tenant tenant, String given, String family) {
        var vega = as(tenant, "priya", () -> registry.register(details(given, family), ALL));
        as(tenant, "priya", () -> registry.read(vega.id(), ALL));
        as(tenant, "daniel", () -> registry.amend(vega.id(), 1, details(given, family + "-Okafor"), ALL));
        refused(tenant, () -> registry.amend(vega.id(), 1, details(given, "Late"), ALL));
        refused(tenant, () -> registry.read(new PatientId(Ids.next()), ALL));
        as(tenant, "daniel", () -> registry.list(new PageRequest(null, 3, true), ALL));
        as(
                tenant,
                "priya",
                () -> registry.search(
                        new PatientSearch(family, null, null, PhoneNumber.parse("(212) 555-0147"), null), ALL));
        as(tenant, "priya", () -> registry.read(vega.number(), ALL));
    }

    private void refused(Tenant tenant, Supplier<Uni<?>> work) {
        as(
                tenant,
                "daniel",
                () -> work.get().replaceWithVoid().onFailure(Refusal.class).recoverWithNull());
    }

    public static PatientDetails details(String given, String family) {
        return Json.read(
                """
                {"name": {"given": "%s", "family": "%s"}, "birthDate": "1961-04-12", "sex": "female",
                 "phones": [{"use": "mobile", "number": "+12125550147"}]}
                """.formatted(given, family).getBytes(java.nio.charset.StandardCharsets.UTF_8), PatientDetails.class);
    }

    VerificationResult verified(Tenant tenant) {
        return new Verifier(platform.app, store, copies, key.check()).verify(tenant, progress -> {});
    }

    double counted(String meter) {
        return meters.find(meter).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
        platform.close();
    }
}
