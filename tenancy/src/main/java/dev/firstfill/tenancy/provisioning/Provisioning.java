package dev.firstfill.tenancy.provisioning;

import dev.firstfill.tenancy.catalogue.Actor;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.catalogue.Tenants;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.sealing.TenantKeys;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import org.jboss.logging.Logger;

/** Makes all that a pharmacy consists of, or nothing. */
final class Provisioning {
    private static final Logger LOG = Logger.getLogger(Provisioning.class);

    private final Tenants tenants;
    private final TenantSchemas schemas;
    private final TenantKeys keys;
    private final Organisations organisations;

    Provisioning(Tenants tenants, TenantSchemas schemas, TenantKeys keys, Organisations organisations) {
        this.tenants = tenants;
        this.schemas = schemas;
        this.keys = keys;
        this.organisations = organisations;
    }

    Uni<Tenant> provision(NewTenant wish, Actor actor) {
        return tenants.register(TenantId.create(), wish, actor)
                .chain(tenant -> make(tenant, actor).onFailure().call(failure -> undo(tenant, actor, reason(failure))
                        .onFailure()
                        .recoverWithNull()));
    }

    /**
     * Schema, organisation and keys know nothing of each other, so they are made side by side. All are waited for
     * even if one fails: what is undone afterwards must not still be in the making.
     */
    private Uni<Tenant> make(Tenant tenant, Actor actor) {
        return Uni.combine()
                .all()
                .unis(
                        schemas.create(tenant).replaceWith(true),
                        organisations.create(tenant),
                        keys.create(tenant.id()).replaceWith(true))
                .collectFailures()
                .asTuple()
                .map(made -> made.getItem2())
                .chain(organisation -> tenants.activate(tenant.id(), organisation, schemas.version(), actor));
    }

    /** Closes the row last, so that whatever could not be removed is still found by it and swept later. */
    Uni<Tenant> undo(Tenant tenant, Actor actor, String reason) {
        return schemas.erase(tenant)
                .chain(() -> organisations.remove(tenant))
                .chain(() -> keys.destroy(tenant.id()))
                .chain(() -> tenants.become(
                        tenant.id(),
                        TenantState.CLOSED,
                        "provisioning-failed",
                        actor,
                        new JsonObject().put("reason", reason)))
                .onFailure()
                .invoke(failure -> LOG.errorf(
                        failure,
                        "What was made of the pharmacy '%s' could not all be removed. bin/tenant repair tries again.",
                        tenant.slug()));
    }

    private static String reason(Throwable failure) {
        return failure instanceof CompositeException several
                ? several.getCauses().stream().map(Throwable::toString).toList().toString()
                : failure.toString();
    }
}
