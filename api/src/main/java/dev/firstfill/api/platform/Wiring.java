package dev.firstfill.api.platform;

import dev.firstfill.api.authorisations.HttpAuthorisationPayer;
import dev.firstfill.api.claims.HttpPayer;
import dev.firstfill.api.claims.PayerErrand;
import dev.firstfill.api.claims.PayerLine;
import dev.firstfill.api.limits.RateLimiter;
import dev.firstfill.authorisations.AuthorisationPayer;
import dev.firstfill.authorisations.DecisionDesk;
import dev.firstfill.claims.Payer;
import dev.firstfill.claims.PayerDesk;
import dev.firstfill.kernel.Consequence;
import dev.firstfill.kernel.DueTimers;
import dev.firstfill.kernel.RealTime;
import dev.firstfill.tenancy.audit.Anchor;
import dev.firstfill.tenancy.audit.CheckpointCopies;
import dev.firstfill.tenancy.audit.CheckpointFolder;
import dev.firstfill.tenancy.audit.HttpAnchor;
import dev.firstfill.tenancy.audit.Ledger;
import dev.firstfill.tenancy.audit.Notary;
import dev.firstfill.tenancy.audit.NotaryKey;
import dev.firstfill.tenancy.audit.Verifier;
import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.Login;
import dev.firstfill.tenancy.catalogue.LoginPools;
import dev.firstfill.tenancy.catalogue.Nodes;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.Tenants;
import dev.firstfill.tenancy.catalogue.TestClocks;
import dev.firstfill.tenancy.door.LedgerReader;
import dev.firstfill.tenancy.door.TenantTransactions;
import dev.firstfill.tenancy.migration.ControlSchema;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.Migrator;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.outbox.HttpReceiver;
import dev.firstfill.tenancy.outbox.Outbox;
import dev.firstfill.tenancy.outbox.Receiver;
import dev.firstfill.tenancy.outbox.Relay;
import dev.firstfill.tenancy.outbox.WebhookSignature;
import dev.firstfill.tenancy.provisioning.KeycloakOrganisations;
import dev.firstfill.tenancy.provisioning.NoOrganisations;
import dev.firstfill.tenancy.provisioning.Offboarding;
import dev.firstfill.tenancy.provisioning.Organisations;
import dev.firstfill.tenancy.provisioning.Tenancies;
import dev.firstfill.tenancy.provisioning.TenantExport;
import dev.firstfill.tenancy.rounds.Doorbell;
import dev.firstfill.tenancy.routing.PharmacyClock;
import dev.firstfill.tenancy.routing.TenantContexts;
import dev.firstfill.tenancy.routing.TestTime;
import dev.firstfill.tenancy.routing.TwoKeyPool;
import dev.firstfill.tenancy.sandbox.SandboxClock;
import dev.firstfill.tenancy.sealing.KeyEncryption;
import dev.firstfill.tenancy.sealing.KeySettings;
import dev.firstfill.tenancy.sealing.Keyring;
import dev.firstfill.tenancy.sealing.TenantKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.ClientProxy;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Puts the program together. The parts themselves know no container: {@code bin/tenant} and the tests put the same
 * ones together without it.
 */
@Dependent
class Wiring {
    /** The catalogue is asked once a second and changed by people. */
    private static final int CONTROL_CONNECTIONS = 4;

    /** Provisioning and migrating; each connection works on one pharmacy at a time. */
    private static final int OWNER_CONNECTIONS = 4;

    /** Exports are rare, and each reads through one. */
    private static final int EXPORT_CONNECTIONS = 2;

    /** Whatever is the platform's own asks for it by name, so that no sandbox can set it. */
    @Produces
    @Singleton
    @RealTime
    Clock realTime() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Clock clock(@RealTime Clock real) {
        return new PharmacyClock(real);
    }

    @Produces
    @Singleton
    TestClocks testClocks(@ControlLogin LoginPools control) {
        return new TestClocks(control.main());
    }

    @Produces
    @Singleton
    TestTime testTime(TestClocks clocks) {
        return new TestTime(clocks);
    }

    @Produces
    @Singleton
    SandboxClock sandboxClock(
            TestClocks clocks,
            TestTime testTime,
            Vertx vertx,
            Instance<DueTimers> timers,
            @RealTime Clock real,
            TimersConfig config) {
        return new SandboxClock(
                clocks,
                new TenantContexts(vertx.getDelegate()),
                testTime,
                () -> timers.stream().findFirst(),
                real,
                config.advanceWithin());
    }

    @Produces
    @Singleton
    Nodes nodes(DatabaseConfig database) {
        return Nodes.single(database.host(), database.port(), database.name(), database.protection());
    }

    @Produces
    @Singleton
    @ControlLogin
    LoginPools control(Vertx vertx, Nodes nodes, DatabaseConfig database) {
        return new LoginPools(vertx, nodes, Login.control(database.controlPassword()), CONTROL_CONNECTIONS);
    }

    @Produces
    @Singleton
    @OwnerLogin
    LoginPools owner(Vertx vertx, Nodes nodes, DatabaseConfig database) {
        return new LoginPools(vertx, nodes, Login.owner(database.ownerPassword()), OWNER_CONNECTIONS);
    }

    @Produces
    @Singleton
    Tenants tenants(@ControlLogin LoginPools control) {
        return new Tenants(control.main());
    }

    @Produces
    @Singleton
    Catalogue catalogue(Tenants tenants) {
        return new Catalogue(tenants);
    }

    @Produces
    @Singleton
    ControlSchema controlSchema(@OwnerLogin LoginPools owner, Nodes nodes) {
        return new ControlSchema(owner, nodes);
    }

    @Produces
    @Singleton
    TenantSchemas tenantSchemas(@OwnerLogin LoginPools owner) {
        return new TenantSchemas(owner, Migrations.ofTenants());
    }

    @Produces
    @Singleton
    Migrator migrator(@OwnerLogin LoginPools owner, Tenants tenants) {
        return new Migrator(owner, tenants, Migrations.ofTenants());
    }

    @Produces
    @Singleton
    KeyEncryption keyEncryption() {
        return new KeySettings(variable -> ConfigProvider.getConfig().getOptionalValue(variable, String.class)).open();
    }

    @Produces
    @Singleton
    TenantKeys tenantKeys(@ControlLogin LoginPools control, KeyEncryption keyEncryption) {
        return new TenantKeys(control.main(), keyEncryption);
    }

    @Produces
    @Singleton
    Keyring keyring(KeyEncryption keyEncryption, TenantKeys keys, @RealTime Clock clock) {
        return new Keyring(keyEncryption, keys, Infrastructure.getDefaultWorkerPool(), clock);
    }

    @Produces
    @Singleton
    Ledger ledger(Pool pool, Vertx vertx, LedgerConfig config, Notary notary, MeterRegistry meters) {
        return new Ledger(
                (TwoKeyPool) ClientProxy.unwrap(pool), vertx.getDelegate(), config.patience(), notary::hasNews, meters);
    }

    @Produces
    @Singleton
    CheckpointFolder checkpoints(LedgerConfig config, NotaryKey key) {
        var folder = new CheckpointFolder(config.checkpoints());
        folder.publish(key);
        return folder;
    }

    @Produces
    @Singleton
    NotaryKey notaryKey(LedgerConfig config, KeyEncryption keyEncryption) {
        var settings = ConfigProvider.getConfig();
        var file = config.signingKeyFile()
                .orElseGet(() -> NotaryKey.besides(settings.getOptionalValue(KeySettings.FILE, String.class)));
        var create =
                settings.getOptionalValue(KeySettings.CREATE, Boolean.class).orElse(false);
        return create ? NotaryKey.openOrCreate(file, keyEncryption) : NotaryKey.open(file, keyEncryption);
    }

    @Produces
    @Singleton
    CheckpointCopies checkpointCopies(@ControlLogin LoginPools control) {
        return new CheckpointCopies(control.main());
    }

    @Produces
    @Singleton
    Notary notary(
            Pool pool,
            Vertx vertx,
            LedgerConfig config,
            CheckpointFolder folder,
            CheckpointCopies copies,
            NotaryKey key,
            @RealTime Clock clock,
            MeterRegistry meters) {
        Anchor anchor = config.anchorUrl()
                .<Anchor>map(address -> new HttpAnchor(vertx.getDelegate(), address, meters))
                .orElse(Anchor.NONE);
        var twoKeys = (TwoKeyPool) ClientProxy.unwrap(pool);
        return new Notary(twoKeys, vertx.getDelegate(), folder, copies, key, anchor, clock, meters);
    }

    @Produces
    @Singleton
    Verifier verifier(@AppLogin LoginPools app, CheckpointFolder folder, CheckpointCopies copies, NotaryKey key) {
        return new Verifier(app, folder, copies, key.check());
    }

    @Produces
    @Singleton
    Outbox outbox(Pool pool, Vertx vertx, @RealTime Clock clock) {
        return new Outbox(pool, vertx.getDelegate(), clock);
    }

    @Produces
    @Singleton
    Relay relay(
            Outbox outbox,
            Catalogue catalogue,
            Vertx vertx,
            @RealTime Clock clock,
            OutboxConfig config,
            MeterRegistry meters) {
        var receiver = config.url()
                .<Receiver>map(url -> new HttpReceiver(
                        vertx.getDelegate(),
                        url,
                        WebhookSignature.withSecret(config.secret().orElseThrow()),
                        clock))
                .orElse(Receiver.NOBODY);
        return new Relay(outbox, receiver, catalogue, vertx.getDelegate(), clock, config.aroundAll(), meters);
    }

    @Produces
    @Singleton
    Optional<PayerLine> payerLine(Vertx vertx, PayerConfig config) {
        return config.url().map(url -> new PayerLine(vertx.getDelegate(), url, config.ca(), config.answerWithin()));
    }

    @Produces
    @Singleton
    Payer payer(Optional<PayerLine> line) {
        return line.<Payer>map(HttpPayer::new).orElse(Payer.NONE);
    }

    @Produces
    @Singleton
    AuthorisationPayer authorisationPayer(Optional<PayerLine> line) {
        return line.<AuthorisationPayer>map(HttpAuthorisationPayer::new).orElse(AuthorisationPayer.NONE);
    }

    /** The desk's door wakes this relay, so the desk is looked up when there is something to ask. */
    @Produces
    @Singleton
    @Errands
    Relay errands(
            Outbox outbox,
            Provider<PayerDesk> desk,
            Provider<DecisionDesk> decisions,
            Catalogue catalogue,
            Vertx vertx,
            @RealTime Clock clock,
            OutboxConfig config,
            MeterRegistry meters) {
        var receiver = new PayerErrand(vertx.getDelegate(), () -> desk.get(), () -> decisions.get());
        return new Relay(
                outbox.ofErrands(), receiver, catalogue, vertx.getDelegate(), clock, config.aroundAll(), meters);
    }

    void closeErrands(@Disposes @Errands Relay relay) {
        relay.close();
    }

    void closeRelay(@Disposes Relay relay) {
        relay.close();
    }

    @Produces
    @Singleton
    Doorbell doorbell(Vertx vertx, @ControlLogin LoginPools control) {
        return new Doorbell(vertx.getDelegate(), control.main());
    }

    @Produces
    @Singleton
    TenantTransactions door(
            Mutiny.SessionFactory sessions,
            Keyring keyring,
            Ledger ledger,
            Relay relay,
            @Errands Relay errands,
            Doorbell doorbell,
            @ConfigProperty(name = "firstfill.background") boolean background,
            TestTime testTime,
            @RealTime Clock clock,
            MeterRegistry meters,
            Instance<Consequence> consequences) {
        Consumer<Tenant> wakeBoth = tenant -> {
            relay.wake(tenant);
            errands.wake(tenant);
        };
        var work = background ? wakeBoth : (Consumer<Tenant>) doorbell::ring;
        return new TenantTransactions(
                sessions, keyring, ledger, work, testTime, clock, meters, () -> consequences.stream()
                        .toList());
    }

    @Produces
    @Singleton
    LedgerReader ledgerReader(TenantTransactions door) {
        return new LedgerReader(door);
    }

    @Produces
    @Singleton
    RateLimiter rateLimiter(RedisAPI redis, LimitsConfig config, MeterRegistry meters) {
        return new RateLimiter(redis, config.redisPatience(), System::nanoTime, meters);
    }

    /** Without the provisioner's secret people are managed elsewhere, and organisations are none of our business. */
    @Produces
    @Singleton
    Organisations organisations(KeycloakConfig keycloak) {
        return keycloak.provisionerSecret()
                .<Organisations>map(secret -> new KeycloakOrganisations(keycloak.access(secret)))
                .orElseGet(NoOrganisations::new);
    }

    @Produces
    @Singleton
    Tenancies tenancies(
            Tenants tenants, Catalogue catalogue, TenantSchemas schemas, TenantKeys keys, Organisations organisations) {
        return new Tenancies(tenants, catalogue, schemas, keys, organisations);
    }

    @Produces
    @Singleton
    @AppLogin
    LoginPools app(Vertx vertx, Nodes nodes, DatabaseConfig database) {
        return new LoginPools(vertx, nodes, Login.app(database.appPassword()), EXPORT_CONNECTIONS);
    }

    @Produces
    @Singleton
    Offboarding offboarding(
            Tenants tenants,
            Catalogue catalogue,
            TenantSchemas schemas,
            TenantKeys keys,
            Organisations organisations,
            @AppLogin LoginPools app,
            @RealTime Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        return new Offboarding(
                tenants, catalogue, schemas, keys, organisations, new TenantExport(app, keys, version, clock));
    }
}
