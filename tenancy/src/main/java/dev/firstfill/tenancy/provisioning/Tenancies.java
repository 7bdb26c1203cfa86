package dev.firstfill.tenancy.provisioning;

import dev.firstfill.tenancy.catalogue.Actor;
import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.NewTenant;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantEvent;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.catalogue.Tenants;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.sealing.TenantKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What the operator of the platform does with pharmacies as a whole. */
public final class Tenancies {
    private final Tenants tenants;
    private final Catalogue catalogue;
    private final Provisioning provisioning;

    public Tenancies(
            Tenants tenants, Catalogue catalogue, TenantSchemas schemas, TenantKeys keys, Organisations organisations) {
        this.tenants = tenants;
        this.catalogue = catalogue;
        this.provisioning = new Provisioning(tenants, schemas, keys, organisations);
    }

    /** When this answers, the pharmacy is served; when it fails, nothing of it is left. */
    public Uni<Tenant> provision(NewTenant wish, Actor actor) {
        return provisioning.provision(wish, actor).call(catalogue::refresh);
    }

    /** Stops serving it: here at once, on every other replica when it next looks at the catalogue. */
    public Uni<Tenant> suspend(String slug, String reason, Actor actor) {
        return become(slug, TenantState.SUSPENDED, "suspended", new JsonObject().put("reason", reason), actor);
    }

    public Uni<Tenant> resume(String slug, Actor actor) {
        return become(slug, TenantState.ACTIVE, "resumed", new JsonObject(), actor);
    }

    private Uni<Tenant> become(String slug, TenantState next, String what, JsonObject details, Actor actor) {
        return tenants.named(slug)
                .chain(tenant -> tenants.become(tenant.id(), next, what, actor, details))
                .call(catalogue::refresh);
    }

    /** Here at once, on every other replica when it next looks at the catalogue. */
    public Uni<Tenant> limit(String slug, TenantLimits limits, Actor actor) {
        return tenants.named(slug)
                .chain(tenant -> tenants.limit(tenant.id(), limits, actor))
                .call(catalogue::refresh);
    }

    public Uni<Tenant> named(String slug) {
        return tenants.named(slug);
    }

    /** What was done with it, the oldest first. */
    public Uni<List<TenantEvent>> history(String slug) {
        return tenants.named(slug).chain(tenant -> tenants.history(tenant.id()));
    }

    /** In the order in which they last changed, those that have left included. */
    public Uni<List<Tenant>> all() {
        return tenants.all();
    }
}
