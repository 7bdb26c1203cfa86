package dev.firstfill.api.inventory;

import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.inventory.ReceivingDesk;
import dev.firstfill.inventory.StockReceipt;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Deliveries. */
@Path("/v1/stock-receipts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory", description = "What lies on the shelves, whose it is, and how it came and went.")
public class StockReceiptResource {
    private final ReceivingDesk desk;
    private final Callers callers;
    private final Clock clock;

    StockReceiptResource(ReceivingDesk desk, Callers callers, Clock clock) {
        this.desk = desk;
        this.callers = callers;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_WRITE)
    @Operation(
            operationId = "createStockReceipt",
            summary = "Take a delivery in",
            description = "What an open recall covers arrives recalled.")
    @APIResponse(responseCode = "201", description = "All of it was taken in; Location is the first of its lots.")
    @APIResponse(responseCode = "409", description = "A package with one of the serial numbers was received before.")
    @APIResponse(responseCode = "422", description = "Something in it is wrong; errors says what.")
    public Uni<RestResponse<StockReceiptView>> create(@Valid StockReceipt body) {
        return desk.receive(body, callers.current().asColleague()).map(lots -> {
            var today = LocalDate.now(clock);
            var items = lots.stream().map(lot -> StockLotView.of(lot, today)).toList();
            return ResponseBuilder.<StockReceiptView>created(
                            URI.create("/v1/stock-lots/" + lots.getFirst().id()))
                    .entity(new StockReceiptView(items))
                    .build();
        });
    }
}
