package dev.firstfill.tenancy.command;

import dev.firstfill.tenancy.audit.CheckpointCopies;
import dev.firstfill.tenancy.audit.CheckpointStore;
import dev.firstfill.tenancy.audit.SignatureCheck;
import dev.firstfill.tenancy.audit.Verifier;
import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.LoginPools;
import dev.firstfill.tenancy.catalogue.Node;
import dev.firstfill.tenancy.catalogue.Nodes;
import dev.firstfill.tenancy.catalogue.Tenants;
import dev.firstfill.tenancy.migration.ControlSchema;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.migration.Migrator;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.outbox.Outbox;
import dev.firstfill.tenancy.provisioning.Offboarding;
import dev.firstfill.tenancy.provisioning.Repair;
import dev.firstfill.tenancy.provisioning.Tenancies;
import dev.firstfill.tenancy.provisioning.TenantExport;
import dev.firstfill.tenancy.routing.TwoKeyPool;
import dev.firstfill.tenancy.sealing.KeyRotation;
import dev.firstfill.tenancy.sealing.TenantKeys;
import io.vertx.mutiny.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of the platform, put together for one command. */
final class Desk implements AutoCloseable {
    /** One at a time is all that a command asks of the catalogue; a migration with many workers asks a few. */
    private static final int CONTROL_CONNECTIONS = 4;

    private static final int EXPORT_CONNECTIONS = 1;
    private static final int VERIFYING_CONNECTIONS = 1;
    private static final int OUTBOX_CONNECTIONS = 1;

    /** One works; the other looks. */
    private static final int ROTATION_CONNECTIONS = 2;

    /** Connections close in milliseconds; a server that has gone away must not keep the command from ending. */
    private static final Duration CLOSING_TIMEOUT = Duration.ofSeconds(3);

    private final Vertx vertx = Vertx.vertx();
    private final Settings settings;
    private final Migrations migrations;
    private final Nodes nodes;
    private final LoginPools control;
    private final int workers;
    private @Nullable LoginPools owner;

    /** @param workers how many connections as the owner of the schemas this command may need */
    Desk(Settings settings, Migrations migrations, int workers) {
        this.settings = settings;
        this.migrations = migrations;
        this.nodes = settings.nodes();
        this.control = new LoginPools(vertx, nodes, settings.control(), CONTROL_CONNECTIONS);
        this.workers = workers;
    }

    Tenants tenants() {
        return new Tenants(control.main());
    }

    ControlSchema controlSchema() {
        return new ControlSchema(owner(), nodes);
    }

    Migrator migrator() {
        return new Migrator(owner(), tenants(), migrations);
    }

    Tenancies tenancies() {
        return new Tenancies(tenants(), catalogue(), schemas(), keys(), settings.organisations());
    }

    Repair repair() {
        return new Repair(tenants(), catalogue(), schemas(), keys(), settings.organisations(), Clock.systemUTC());
    }

    Offboarding offboarding() {
        var app = new LoginPools(vertx, nodes, settings.app(), EXPORT_CONNECTIONS);
        var export = new TenantExport(app, keys(), platformVersion(), Clock.systemUTC());
        return new Offboarding(tenants(), catalogue(), schemas(), keys(), settings.organisations(), export);
    }

    KeyRotation keyRotation() {
        return new KeyRotation(new LoginPools(vertx, nodes, settings.app(), ROTATION_CONNECTIONS), keys(), schemas());
    }

    Verifier verifier(CheckpointStore checkpoints, SignatureCheck signatures) {
        var app = new LoginPools(vertx, nodes, settings.app(), VERIFYING_CONNECTIONS);
        return new Verifier(app, checkpoints, new CheckpointCopies(control.main()), signatures);
    }

    Outbox outbox() {
        var app = new LoginPools(vertx, nodes, settings.app(), OUTBOX_CONNECTIONS);
        var bare = nodes.all().stream().collect(Collectors.toMap(Node::name, node -> app.on(node.name())
                .getDelegate()));
        return new Outbox(
                TwoKeyPool.over(vertx.getDelegate(), bare, OUTBOX_CONNECTIONS), vertx.getDelegate(), Clock.systemUTC());
    }

    private Catalogue catalogue() {
        return new Catalogue(tenants());
    }

    private TenantSchemas schemas() {
        return new TenantSchemas(owner(), migrations);
    }

    private TenantKeys keys() {
        return new TenantKeys(control.main(), settings.keys());
    }

    /** Whoever only looks needs no password of the owner's. */
    private LoginPools owner() {
        if (owner == null) {
            owner = new LoginPools(vertx, nodes, settings.owner(), workers);
        }
        return owner;
    }

    /** From the jar's manifest; classes that were not packed have none. */
    private static String platformVersion() {
        return Optional.ofNullable(Desk.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public void close() {
        vertx.close().await().atMost(CLOSING_TIMEOUT);
    }
}
