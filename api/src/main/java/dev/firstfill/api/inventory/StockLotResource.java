package dev.firstfill.api.inventory;

import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.drugs.DrugReference;
import dev.firstfill.inventory.Lot;
import dev.firstfill.inventory.LotFile;
import dev.firstfill.inventory.LotFilter;
import dev.firstfill.inventory.LotStatus;
import dev.firstfill.inventory.Ownership;
import dev.firstfill.inventory.StockDesk;
import dev.firstfill.inventory.StockLotId;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Page;
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
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What there is, lot by lot. */
@Path("/v1/stock-lots")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory", description = "What lies on the shelves, whose it is, and how it came and went.")
public class StockLotResource {
    private static final String LIST = "stock-lots";

    private final LotFile file;
    private final StockDesk desk;
    private final Cursors cursors;
    private final Callers callers;
    private final Clock clock;

    StockLotResource(LotFile file, StockDesk desk, Cursors cursors, Callers callers, Clock clock) {
        this.file = file;
        this.desk = desk;
        this.cursors = cursors;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed(Names.INVENTORY_READ)
    @Operation(operationId = "listStockLots", summary = "List what there is, lot by lot")
    public Uni<StockLotPage> list(
            @QueryParam("drug") @Nullable @Parameter(description = "The drug's id or NDC.") String drug,
            @QueryParam("location") @Nullable @Parameter(description = "The place's id or name.") String location,
            @QueryParam("ownership")
                    @Nullable
                    @Parameter(
                            description = "Only stock of this ownership.",
                            schema = @Schema(implementation = Ownership.class))
                    String ownership,
            @QueryParam("status")
                    @Nullable
                    @Parameter(
                            description = "Only lots of this status.",
                            schema = @Schema(implementation = LotStatus.class))
                    String status,
            @QueryParam("expiringBefore")
                    @Nullable
                    @Parameter(description = "Only lots whose last day lies before this one.")
                    LocalDate expiringBefore,
            @QueryParam("show")
                    @Nullable
                    @Parameter(
                            description = "Lots of which something is there, unless said otherwise.",
                            schema = @Schema(implementation = LotsShown.class))
                    String show,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var shown = FilterWord.read("show", LotsShown.class, show);
        var filter = new LotFilter(
                drug == null ? null : DrugReference.of(drug),
                location,
                FilterWord.read("ownership", Ownership.class, ownership),
                FilterWord.read("status", LotStatus.class, status),
                expiringBefore,
                shown == LotsShown.ALL || shown == LotsShown.TO_CONFIRM,
                shown == LotsShown.TO_CONFIRM);
        return file.list(filter, cursors.page(LIST, limit, sort, cursor)).map(found -> page(found, sort));
    }

    private StockLotPage page(Page<Lot> found, Sort sort) {
        var today = LocalDate.now(clock);
        var items =
                found.items().stream().map(lot -> StockLotView.of(lot, today)).toList();
        return new StockLotPage(
                items, found.more() ? cursors.after(items.getLast().id(), LIST, sort) : null);
    }

    @GET
    @Path("/{lot}")
    @PermissionsAllowed(Names.INVENTORY_READ)
    @Operation(operationId = "getStockLot", summary = "Read a lot")
    public Uni<RestResponse<StockLotView>> get(@RestPath String lot) {
        return file.read(StockLotId.of(lot)).map(this::ok);
    }

    @GET
    @Path("/{lot}/movements")
    @PermissionsAllowed(Names.INVENTORY_READ)
    @Operation(operationId = "listStockMovements", summary = "List what happened to a lot")
    public Uni<StockMovementPage> movements(
            @RestPath String lot,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var id = StockLotId.of(lot);
        var list = LIST + "/" + id + "/movements";
        return file.movements(id, cursors.page(list, limit, sort, cursor)).map(found -> {
            var items = found.items().stream().map(StockMovementView::of).toList();
            var next = found.more() ? cursors.after(items.getLast().id(), list, sort) : null;
            return new StockMovementPage(items, next);
        });
    }

    @POST
    @Path("/{lot}/transfers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_WRITE)
    @Operation(operationId = "transferStockLot", summary = "Put units into another place")
    @APIResponse(responseCode = "200", description = "What lies at the other place now.")
    @APIResponse(responseCode = "409", description = "Less is free, or what lies there has another status.")
    @APIResponse(responseCode = "422", description = "The place has another storage class.")
    public Uni<RestResponse<StockLotView>> transfer(@RestPath String lot, @Valid NewStockTransfer body) {
        return desk.transfer(StockLotId.of(lot), body.quantity(), body.location(), caller())
                .map(this::ok);
    }

    @POST
    @Path("/{lot}/waste")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_WRITE)
    @Operation(operationId = "wasteStockLot", summary = "Take units off the shelf for good")
    @APIResponse(responseCode = "200", description = "The lot as it is now.")
    @APIResponse(responseCode = "409", description = "Less is free.")
    public Uni<RestResponse<StockLotView>> waste(@RestPath String lot, @Valid NewWaste body) {
        return desk.waste(StockLotId.of(lot), body.quantity(), body.reasonCode(), body.reason(), caller())
                .map(this::ok);
    }

    @POST
    @Path("/{lot}/hold")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_WRITE)
    @Operation(operationId = "holdStockLot", summary = "Put a lot into quarantine, or mark it as damaged")
    @APIResponse(responseCode = "200", description = "The lot as it is now.")
    @APIResponse(responseCode = "409", description = "Its status forbids it.")
    @APIResponse(responseCode = "422", description = "It is no status to hold a lot in.")
    public Uni<RestResponse<StockLotView>> hold(@RestPath String lot, @Valid NewStockHold body) {
        return desk.hold(StockLotId.of(lot), body.status(), body.reasonCode(), body.reason(), caller())
                .map(this::ok);
    }

    @POST
    @Path("/{lot}/disposition")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_APPROVE)
    @Operation(operationId = "decideStockLot", summary = "Decide on a lot that waits")
    @APIResponse(responseCode = "200", description = "The lot as it is now.")
    @APIResponse(
            responseCode = "409",
            description = "An open recall or excursion covers it, its status forbids it, or it is reserved.")
    public Uni<RestResponse<StockLotView>> decide(@RestPath String lot, @Valid NewDisposition body) {
        return desk.decide(StockLotId.of(lot), body.decision(), body.basis(), caller())
                .map(this::ok);
    }

    private RestResponse<StockLotView> ok(Lot lot) {
        return RestResponse.ok(StockLotView.of(lot, LocalDate.now(clock)));
    }

    private Colleague caller() {
        return callers.current().asColleague();
    }
}
