package dev.firstfill.api.inventory;

import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.inventory.CountDesk;
import dev.firstfill.inventory.StockCount;
import dev.firstfill.inventory.StockCountId;
import dev.firstfill.inventory.StockLotId;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Cycle counts. */
@Path("/v1/stock-counts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory", description = "What lies on the shelves, whose it is, and how it came and went.")
public class StockCountResource {
    private static final String LIST = "stock-counts";

    private final CountDesk desk;
    private final Cursors cursors;
    private final Callers callers;

    StockCountResource(CountDesk desk, Cursors cursors, Callers callers) {
        this.desk = desk;
        this.cursors = cursors;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_WRITE)
    @Operation(operationId = "createStockCount", summary = "Begin a count of all that lies in a place")
    @APIResponse(responseCode = "201", description = "The sheet, without what the book says.")
    @APIResponse(responseCode = "404", description = "There is no such place.")
    @APIResponse(responseCode = "409", description = "Nothing lies there.")
    public Uni<RestResponse<StockCountView>> create(@Valid NewStockCount body) {
        return desk.open(body.location(), caller())
                .map(count -> ResponseBuilder.<StockCountView>created(URI.create("/v1/stock-counts/" + count.id()))
                        .entity(StockCountView.of(count))
                        .build());
    }

    @GET
    @PermissionsAllowed(Names.INVENTORY_READ)
    @Operation(operationId = "listStockCounts", summary = "List counts")
    public Uni<StockCountPage> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var page = cursors.page(LIST, limit, sort, cursor);
        return desk.list(page).map(found -> {
            var items = found.items().stream().map(StockCountView::of).toList();
            var next = found.more() ? cursors.after(found.items().getLast().id().value(), LIST, sort) : null;
            return new StockCountPage(items, next);
        });
    }

    @GET
    @Path("/{count}")
    @PermissionsAllowed(Names.INVENTORY_READ)
    @Operation(operationId = "getStockCount", summary = "Read a count")
    public Uni<RestResponse<StockCountView>> get(@RestPath String count) {
        return desk.read(StockCountId.of(count)).map(StockCountResource::ok);
    }

    @POST
    @Path("/{count}/tallies")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_WRITE)
    @Operation(operationId = "countStockLot", summary = "Say what was counted of a lot")
    @APIResponse(responseCode = "200", description = "The sheet; recount says what somebody else has to count again.")
    @APIResponse(responseCode = "409", description = "It was counted already, or the count is over.")
    @APIResponse(responseCode = "422", description = "The lot is not on the sheet.")
    public Uni<RestResponse<StockCountView>> tally(@RestPath String count, @Valid NewTally body) {
        return desk.count(StockCountId.of(count), new StockLotId(body.lot()), body.quantity(), caller())
                .map(StockCountResource::ok);
    }

    @POST
    @Path("/{count}/recounts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_WRITE)
    @Operation(operationId = "recountStockLot", summary = "Say what was counted of a lot that differed from the book")
    @APIResponse(responseCode = "200", description = "The sheet, with what was found once all is counted.")
    @APIResponse(
            responseCode = "409",
            description = "It needs no recount, the first count was the own one, or the count is over.")
    @APIResponse(responseCode = "422", description = "The lot is not on the sheet.")
    public Uni<RestResponse<StockCountView>> recount(@RestPath String count, @Valid NewTally body) {
        return desk.recount(StockCountId.of(count), new StockLotId(body.lot()), body.quantity(), caller())
                .map(StockCountResource::ok);
    }

    @POST
    @Path("/{count}/signature")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_APPROVE)
    @Operation(operationId = "signStockCount", summary = "Sign a count, so that the book follows it")
    @APIResponse(responseCode = "200", description = "The count is closed, and the book corrected.")
    @APIResponse(
            responseCode = "409",
            description =
                    "It does not wait for a signature, a figure is the own one, or more is reserved than is left.")
    public Uni<RestResponse<StockCountView>> sign(@RestPath String count) {
        return desk.sign(StockCountId.of(count), caller()).map(StockCountResource::ok);
    }

    @POST
    @Path("/{count}/cancellation")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_WRITE)
    @Operation(operationId = "cancelStockCount", summary = "Give a count up")
    @APIResponse(responseCode = "200", description = "The count is over, and the book as it was.")
    @APIResponse(responseCode = "409", description = "It was over already.")
    public Uni<RestResponse<StockCountView>> cancel(@RestPath String count) {
        return desk.cancel(StockCountId.of(count), caller()).map(StockCountResource::ok);
    }

    private static RestResponse<StockCountView> ok(StockCount count) {
        return RestResponse.ok(StockCountView.of(count));
    }

    private Colleague caller() {
        return callers.current().asColleague();
    }
}
