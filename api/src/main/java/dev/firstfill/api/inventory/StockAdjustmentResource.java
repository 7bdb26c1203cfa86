package dev.firstfill.api.inventory;

import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.inventory.AdjustmentDesk;
import dev.firstfill.inventory.Lot;
import dev.firstfill.inventory.StockLotId;
import dev.firstfill.kernel.Colleague;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Corrections of a lot: one proposes, another confirms. */
@Path("/v1/stock-lots")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory", description = "What lies on the shelves, whose it is, and how it came and went.")
public class StockAdjustmentResource {
    private final AdjustmentDesk desk;
    private final Callers callers;
    private final Clock clock;

    StockAdjustmentResource(AdjustmentDesk desk, Callers callers, Clock clock) {
        this.desk = desk;
        this.callers = callers;
        this.clock = clock;
    }

    @POST
    @Path("/{lot}/adjustment")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_WRITE)
    @Operation(
            operationId = "adjustStockLot",
            summary = "Propose a correction of a lot",
            description = "It takes effect when somebody else confirms it.")
    @APIResponse(responseCode = "200", description = "The lot, with the correction that waits.")
    @APIResponse(responseCode = "409", description = "Another correction waits already.")
    @APIResponse(responseCode = "422", description = "It would change nothing.")
    public Uni<RestResponse<StockLotView>> propose(@RestPath String lot, @Valid NewAdjustment body) {
        return desk.propose(StockLotId.of(lot), body.change(), body.reasonCode(), body.reason(), caller())
                .map(this::ok);
    }

    @POST
    @Path("/{lot}/adjustment/confirmation")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_APPROVE)
    @Operation(operationId = "confirmStockAdjustment", summary = "Confirm the correction that somebody else proposed")
    @APIResponse(responseCode = "200", description = "The lot as it is now.")
    @APIResponse(
            responseCode = "409",
            description = "None waits, it is the own one, or less is free than it takes away.")
    public Uni<RestResponse<StockLotView>> confirm(@RestPath String lot) {
        return desk.confirm(StockLotId.of(lot), caller()).map(this::ok);
    }

    @DELETE
    @Path("/{lot}/adjustment")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_WRITE)
    @Operation(operationId = "withdrawStockAdjustment", summary = "Withdraw the correction that waits")
    @APIResponse(responseCode = "200", description = "The lot, as it was.")
    @APIResponse(responseCode = "409", description = "None waits.")
    public Uni<RestResponse<StockLotView>> withdraw(@RestPath String lot) {
        return desk.withdraw(StockLotId.of(lot), caller()).map(this::ok);
    }

    private RestResponse<StockLotView> ok(Lot lot) {
        return RestResponse.ok(StockLotView.of(lot, LocalDate.now(clock)));
    }

    private Colleague caller() {
        return callers.current().asColleague();
    }
}
