package dev.firstfill.api.tenants;

import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.tenancy.catalogue.Actor;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.provisioning.Tenancies;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Provider;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The life of pharmacies on the platform, for its operator. Shows nothing from inside any of them. */
@Path("/v1/tenants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants", description = "Pharmacies on the platform, for its operator.")
public class TenantResource {
    private static final String LIST = "tenants";

    private final Provider<Tenancies> tenancies;
    private final Cursors cursors;
    private final Callers callers;
    private final Departures departures;

    TenantResource(Provider<Tenancies> tenancies, Cursors cursors, Callers callers, Departures departures) {
        this.tenancies = tenancies;
        this.cursors = cursors;
        this.callers = callers;
        this.departures = departures;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @PermissionsAllowed(Names.TENANT_MANAGE)
    @Operation(
            operationId = "createTenant",
            summary = "Open a pharmacy",
            description =
                    "Makes its schema, role, keys and organisation. When this answers, the pharmacy is served; when "
                            + "it fails, nothing is left of it.")
    @APIResponse(responseCode = "201", description = "The pharmacy is open.")
    @APIResponse(responseCode = "409", description = "Another pharmacy has this slug.")
    @APIResponse(responseCode = "422", description = "There is no such database node.")
    public Uni<RestResponse<TenantView>> create(@Valid NewTenantBody body) {
        return tenancies.get().provision(body.toWish(), actor()).map(tenant -> ResponseBuilder.<TenantView>created(
                        URI.create("/v1/tenants/" + tenant.slug()))
                .entity(TenantView.of(tenant))
                .build());
    }

    @GET
    @PermissionsAllowed(Names.TENANT_READ)
    @Operation(operationId = "listTenants", summary = "List the pharmacies in the order they were opened")
    public Uni<TenantPage> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        var page = cursors.page(LIST, limit, Sort.OLDEST, cursor);
        return tenancies.get().all().map(all -> page(all, page)).map(found -> {
            var items = found.items().stream().map(TenantView::of).toList();
            var next = found.more() ? cursors.after(items.get(items.size() - 1).id(), LIST, Sort.OLDEST) : null;
            return new TenantPage(items, next);
        });
    }

    /** The whole catalogue fits in memory and is there already; only what is sent is cut into pages. */
    private static Page<Tenant> page(List<Tenant> all, PageRequest page) {
        var rows = all.stream()
                .sorted(Comparator.comparing(tenant -> tenant.id().value().toString()))
                .filter(tenant -> page.after() == null
                        || tenant.id().value().toString().compareTo(page.after().toString()) > 0)
                .limit(page.fetched())
                .toList();
        return Page.cut(rows, page.limit(), tenant -> tenant);
    }

    @GET
    @Path("/{tenant}")
    @PermissionsAllowed(Names.TENANT_READ)
    @Operation(operationId = "getTenant", summary = "Read a pharmacy's entry in the catalogue")
    public Uni<TenantView> get(@RestPath String tenant) {
        return tenancies.get().named(tenant).map(TenantView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{tenant}/suspension")
    @Cancellable(false)
    @PermissionsAllowed(Names.TENANT_MANAGE)
    @Operation(
            operationId = "suspendTenant",
            summary = "Suspend a pharmacy",
            description = "Everything is kept and nobody is served; its tokens stop working within seconds.")
    @APIResponse(responseCode = "201", description = "The pharmacy is suspended.")
    @APIResponse(responseCode = "409", description = "The pharmacy is not one that can be suspended now.")
    public Uni<RestResponse<TenantView>> suspend(@RestPath String tenant, @Valid NewSuspension body) {
        return tenancies
                .get()
                .suspend(tenant, body.reason(), actor())
                .map(suspended -> ResponseBuilder.<TenantView>created(URI.create("/v1/tenants/" + tenant))
                        .entity(TenantView.of(suspended))
                        .build());
    }

    @DELETE
    @Path("/{tenant}/suspension")
    @Cancellable(false)
    @PermissionsAllowed(Names.TENANT_MANAGE)
    @Operation(operationId = "resumeTenant", summary = "End a pharmacy's suspension")
    @APIResponse(responseCode = "200", description = "The pharmacy is served again.")
    @APIResponse(responseCode = "409", description = "The pharmacy is not suspended.")
    public Uni<TenantView> resume(@RestPath String tenant) {
        return tenancies.get().resume(tenant, actor()).map(TenantView::of);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{tenant}/limits")
    @Cancellable(false)
    @PermissionsAllowed(Names.TENANT_MANAGE)
    @Operation(
            operationId = "limitTenant",
            summary = "Say how much of the platform a pharmacy may take",
            description = "Every replica keeps to it within about a second.")
    @APIResponse(responseCode = "200", description = "The pharmacy is limited so.")
    public Uni<TenantView> limit(@RestPath String tenant, @Valid LimitsView body) {
        return tenancies.get().limit(tenant, body.toLimits(), actor()).map(TenantView::of);
    }

    @GET
    @Path("/{tenant}/events")
    @PermissionsAllowed(Names.TENANT_READ)
    @Operation(operationId = "listTenantEvents", summary = "See what was done with a pharmacy, by whom and when")
    public Uni<TenantEvents> events(@RestPath String tenant) {
        return tenancies.get().history(tenant).map(TenantEvents::of);
    }

    @POST
    @Path("/{tenant}/offboarding")
    @PermissionsAllowed(Names.TENANT_MANAGE)
    @Operation(
            operationId = "offboardTenant",
            summary = "Export a pharmacy, then erase it",
            description = "There is no way back. The export is written to the platform's export folder and read back"
                    + " before anything is erased. Answers at once; the pharmacy is closed when it is done. Repeat it if"
                    + " it was interrupted.")
    @APIResponse(responseCode = "202", description = "The pharmacy is leaving.")
    @APIResponse(responseCode = "409", description = "The pharmacy is not one that can leave now.")
    public Uni<RestResponse<TenantView>> offboard(@RestPath String tenant) {
        return departures.begin(tenant, actor()).map(leaving -> ResponseBuilder.<TenantView>accepted()
                .location(URI.create("/v1/tenants/" + tenant))
                .entity(TenantView.of(leaving))
                .build());
    }

    private Actor actor() {
        var caller = callers.current();
        return new Actor("operator " + (caller.username().isBlank() ? caller.subject() : caller.username()));
    }
}
