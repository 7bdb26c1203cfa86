package dev.firstfill.tenancy.provisioning;

import dev.firstfill.tenancy.catalogue.Actor;
import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.catalogue.Tenants;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.sealing.TenantKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;

/**
 * Takes a pharmacy off the platform: everything it has is exported, then erased. Nothing is erased before the export is
 * complete on disk and has been read back; from then on every step may be repeated until the pharmacy is closed.
 */
public final class Offboarding {
    private static final String EXPORTED = "exported";

    private final Tenants tenants;
    private final Catalogue catalogue;
    private final TenantSchemas schemas;
    private final TenantKeys keys;
    private final Organisations organisations;
    private final TenantExport export;

    public Offboarding(
            Tenants tenants,
            Catalogue catalogue,
            TenantSchemas schemas,
            TenantKeys keys,
            Organisations organisations,
            TenantExport export) {
        this.tenants = tenants;
        this.catalogue = catalogue;
        this.schemas = schemas;
        this.keys = keys;
        this.organisations = organisations;
        this.export = export;
    }

    /** A pharmacy that has left, and the export that is all there is of it now. */
    public record Left(Tenant tenant, Path folder, String manifestSha256, int files, long rows) {}

    /** From here there is no way but on; an earlier try may have got no further than this. */
    public Uni<Tenant> begin(String slug, Actor actor) {
        return tenants.named(slug)
                .chain(tenant -> tenant.state() == TenantState.OFFBOARDING
                        ? Uni.createFrom().item(tenant)
                        : tenants.become(
                                tenant.id(), TenantState.OFFBOARDING, "offboarding-begun", actor, new JsonObject()))
                .call(catalogue::refresh);
    }

    /**
     * @param exports the folder in which the export gets one of its own; only its owner can read that
     */
    public Uni<Left> offboard(String slug, Path exports, Actor actor) {
        return begin(slug, actor)
                .chain(tenant -> schemas.alone(tenant, () -> leave(tenant, exports, actor)))
                .call(catalogue::refresh);
    }

    private Uni<Left> leave(Tenant tenant, Path exports, Actor actor) {
        return schemas.exists(tenant)
                .chain(there -> there ? export(tenant, exports, actor) : earlierExport(tenant))
                .call(() -> schemas.erase(tenant))
                .call(() -> organisations.remove(tenant))
                .call(() -> keys.destroy(tenant.id()))
                .chain(exported -> tenants.become(tenant.id(), TenantState.CLOSED, "closed", actor, exported)
                        .map(closed -> left(closed, exported)));
    }

    private Uni<JsonObject> export(Tenant tenant, Path exports, Actor actor) {
        return schemas.endWriting(tenant)
                .chain(() -> export.write(tenant, exports))
                .map(Offboarding::details)
                .call(exported -> tenants.note(tenant.id(), EXPORTED, actor, exported));
    }

    /** The schema went in an earlier try, and none goes before its export is complete and noted. */
    private Uni<JsonObject> earlierExport(Tenant tenant) {
        return tenants.history(tenant.id()).map(history -> history.stream()
                .filter(event -> event.what().equals(EXPORTED))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException(
                        "The pharmacy '%s' has neither a schema nor an export.".formatted(tenant.slug())))
                .details());
    }

    /** The hash ties the folder, wherever it is taken, to this line of the catalogue's audit. */
    private static JsonObject details(TenantExport.Written written) {
        return new JsonObject()
                .put("folder", written.folder().toString())
                .put("manifestSha256", written.manifestSha256())
                .put("files", written.manifest().files().size())
                .put("rows", written.manifest().rows());
    }

    private static Left left(Tenant closed, JsonObject exported) {
        return new Left(
                closed,
                Path.of(exported.getString("folder")),
                exported.getString("manifestSha256"),
                exported.getInteger("files"),
                exported.getLong("rows"));
    }
}
