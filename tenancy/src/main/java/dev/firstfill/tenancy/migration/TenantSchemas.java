package dev.firstfill.tenancy.migration;

import dev.firstfill.tenancy.catalogue.LoginPools;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Makes and erases a pharmacy's schema and role, each as a whole or not at all. */
public final class TenantSchemas {

    /** Nothing else knows a schema in the making; only the rows of the system catalogue are shared with others. */
    private static final Duration CREATION_LOCK_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration CREATION_STATEMENT_TIMEOUT = Duration.ofSeconds(20);

    /** The API's longest statement has ended by then, and no new one comes: the pharmacy is not served any more. */
    private static final Duration ERASURE_LOCK_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration ERASURE_STATEMENT_TIMEOUT = Duration.ofMinutes(2);

    private final LoginPools owner;
    private final Migrations migrations;

    public TenantSchemas(LoginPools owner, Migrations migrations) {
        this.owner = owner;
        this.migrations = migrations;
    }

    /** The version of the schemas it makes. */
    public int version() {
        return migrations.latest();
    }

    public Uni<Void> create(Tenant tenant) {
        return owner.on(tenant.node())
                .query(SchemaScript.within(CREATION_LOCK_TIMEOUT, CREATION_STATEMENT_TIMEOUT)
                        + SchemaScript.creation(tenant, migrations))
                .execute()
                .replaceWithVoid();
    }

    public Uni<Void> erase(Tenant tenant) {
        return owner.on(tenant.node())
                .query(SchemaScript.within(ERASURE_LOCK_TIMEOUT, ERASURE_STATEMENT_TIMEOUT)
                        + SchemaScript.erasure(tenant))
                .execute()
                .replaceWithVoid();
    }
}
