package dev.firstfill.api.inventory;

import dev.firstfill.api.http.Answers;
import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.EntityTags;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.inventory.LocationDetails;
import dev.firstfill.inventory.LocationFile;
import dev.firstfill.inventory.StockLocation;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Places where stock is kept. */
@Path("/v1/stock-locations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory", description = "What lies on the shelves, whose it is, and how it came and went.")
public class StockLocationResource {
    private static final String LIST = "stock-locations";

    private final LocationFile file;
    private final Cursors cursors;

    StockLocationResource(LocationFile file, Cursors cursors) {
        this.file = file;
        this.cursors = cursors;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_WRITE)
    @Operation(operationId = "createStockLocation", summary = "Enter a place where stock is kept")
    @APIResponse(responseCode = "201", description = "The place was entered.")
    @APIResponse(responseCode = "409", description = "Another place has this name.")
    public Uni<RestResponse<StockLocationView>> create(@Valid LocationDetails body) {
        return file.enter(body)
                .map(location -> Answers.created(
                        "/v1/stock-locations/" + location.id(), StockLocationView.of(location), location.version()));
    }

    @GET
    @PermissionsAllowed(Names.INVENTORY_READ)
    @Operation(operationId = "listStockLocations", summary = "List places where stock is kept")
    public Uni<StockLocationPage> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var page = cursors.page(LIST, limit, sort, cursor);
        return file.list(page).map(found -> {
            var items = found.items().stream().map(StockLocationView::of).toList();
            var next = found.more() ? cursors.after(found.items().getLast().id().value(), LIST, sort) : null;
            return new StockLocationPage(items, next);
        });
    }

    @GET
    @Path("/{location}")
    @PermissionsAllowed(Names.INVENTORY_READ)
    @Operation(operationId = "getStockLocation", summary = "Read a place, by id or name")
    public Uni<RestResponse<StockLocationView>> get(@RestPath String location) {
        return file.read(location).map(StockLocationResource::ok);
    }

    @PUT
    @Path("/{location}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_WRITE)
    @Operation(operationId = "replaceStockLocation", summary = "Rename a place, close it or open it again")
    @APIResponse(responseCode = "200", description = "The place as it is now.")
    @APIResponse(responseCode = "409", description = "Another place has this name, or the storage class would change.")
    public Uni<RestResponse<StockLocationView>> replace(
            @RestPath String location,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid LocationDetails body) {
        return file.amend(location, EntityTags.seen(ifMatch), body).map(StockLocationResource::ok);
    }

    private static RestResponse<StockLocationView> ok(StockLocation location) {
        return Answers.ok(StockLocationView.of(location), location.version());
    }
}
