package dev.firstfill.api.inventory;

import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.inventory.Excursion;
import dev.firstfill.inventory.ExcursionDesk;
import dev.firstfill.inventory.ExcursionId;
import dev.firstfill.inventory.ExcursionReport;
import dev.firstfill.kernel.Colleague;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Times in which stock was too warm or too cold. */
@Path("/v1/excursions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory", description = "What lies on the shelves, whose it is, and how it came and went.")
public class ExcursionResource {
    private static final String LIST = "excursions";

    private final ExcursionDesk desk;
    private final Cursors cursors;
    private final Callers callers;

    ExcursionResource(ExcursionDesk desk, Cursors cursors, Callers callers) {
        this.desk = desk;
        this.cursors = cursors;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_WRITE)
    @Operation(operationId = "createExcursion", summary = "Report that stock was too warm or too cold")
    @APIResponse(responseCode = "201", description = "All it touched is in quarantine.")
    @APIResponse(responseCode = "404", description = "There is no such place, or a lot does not lie there.")
    public Uni<RestResponse<ExcursionView>> create(@Valid ExcursionReport body) {
        return desk.report(body, caller())
                .map(excursion -> ResponseBuilder.<ExcursionView>created(URI.create("/v1/excursions/" + excursion.id()))
                        .entity(ExcursionView.of(excursion))
                        .build());
    }

    @GET
    @PermissionsAllowed(Names.INVENTORY_READ)
    @Operation(operationId = "listExcursions", summary = "List excursions")
    public Uni<ExcursionPage> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var page = cursors.page(LIST, limit, sort, cursor);
        return desk.list(page).map(found -> {
            var items = found.items().stream().map(ExcursionView::of).toList();
            var next = found.more() ? cursors.after(found.items().getLast().id().value(), LIST, sort) : null;
            return new ExcursionPage(items, next);
        });
    }

    @GET
    @Path("/{excursion}")
    @PermissionsAllowed(Names.INVENTORY_READ)
    @Operation(operationId = "getExcursion", summary = "Read an excursion")
    public Uni<RestResponse<ExcursionView>> get(@RestPath String excursion) {
        return desk.read(ExcursionId.of(excursion)).map(ExcursionResource::ok);
    }

    @POST
    @Path("/{excursion}/dispositions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_APPROVE)
    @Operation(
            operationId = "decideExcursion",
            summary = "Decide on what an excursion touched",
            description = "What another excursion touched as well is released by the last decision on it.")
    @APIResponse(responseCode = "200", description = "The excursion as it is now.")
    @APIResponse(
            responseCode = "409",
            description = "A recall forbids the release, or stock to be destroyed is reserved.")
    @APIResponse(responseCode = "422", description = "A lot does not wait for this decision.")
    public Uni<RestResponse<ExcursionView>> decide(@RestPath String excursion, @Valid NewExcursionDisposition body) {
        return desk.decide(ExcursionId.of(excursion), Set.copyOf(body.lots()), body.decision(), body.basis(), caller())
                .map(ExcursionResource::ok);
    }

    private static RestResponse<ExcursionView> ok(Excursion excursion) {
        return RestResponse.ok(ExcursionView.of(excursion));
    }

    private Colleague caller() {
        return callers.current().asColleague();
    }
}
