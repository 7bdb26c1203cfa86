package dev.firstfill.api.tenants;

import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.tenancy.catalogue.Actor;
import dev.firstfill.tenancy.migration.Migrator;
import io.quarkus.logging.Log;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Provider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Brings the pharmacies' schemas up to date, for the platform's operator. {@code bin/tenant migrate} does the same. */
@Path("/v1/migration")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants", description = "Pharmacies on the platform, for its operator.")
public class MigrationResource {
    private final Provider<Migrator> migrator;
    private final Callers callers;
    private final AtomicBoolean running = new AtomicBoolean();

    MigrationResource(Provider<Migrator> migrator, Callers callers) {
        this.migrator = migrator;
        this.callers = callers;
    }

    @GET
    @PermissionsAllowed(Names.TENANT_READ)
    @Operation(operationId = "getMigration", summary = "See how far the pharmacies' schemas are")
    public Uni<MigrationView> get() {
        return migrator.get().status().map(status -> MigrationView.of(status, running.get()));
    }

    @POST
    @PermissionsAllowed(Names.TENANT_MANAGE)
    @Operation(
            operationId = "startMigration",
            summary = "Bring all pharmacies' schemas up to date",
            description =
                    "Answers at once and goes on in the background; starting it again while it runs changes nothing.")
    @APIResponse(responseCode = "202", description = "The schemas are being migrated.")
    public Uni<RestResponse<MigrationView>> start() {
        if (running.compareAndSet(false, true)) {
            migrate(new Actor("operator " + callers.current().subject()));
        }
        return get().map(view -> ResponseBuilder.<MigrationView>accepted()
                .location(URI.create("/v1/migration"))
                .entity(view)
                .build());
    }

    private void migrate(Actor actor) {
        migrator.get()
                .run(Migrator.USUAL_WORKERS, actor, progress -> {})
                .onTermination()
                .invoke(() -> running.set(false))
                .subscribe()
                .with(
                        outcomes -> Log.infof("Migration run over (tenants=%d)", outcomes.size()),
                        failure -> Log.error("Migration run stopped", failure));
    }
}
