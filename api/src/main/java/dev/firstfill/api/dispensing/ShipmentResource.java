package dev.firstfill.api.dispensing;

import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.dispensing.DispenseReference;
import dev.firstfill.dispensing.ShippingBench;
import dev.firstfill.dispensing.ShippingPlan;
import dev.firstfill.kernel.Colleague;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Packing, handing over, and what becomes of the box. */
@Path("/v1/dispenses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dispenses", description = "From the queue to the patient's door, and back.")
public class ShipmentResource {
    private final ShippingBench bench;
    private final Callers callers;

    ShipmentResource(ShippingBench bench, Callers callers) {
        this.bench = bench;
        this.callers = callers;
    }

    @POST
    @Path("/{dispense}/shipping-plan")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_WRITE)
    @Operation(operationId = "planShipment", summary = "Record how the box is to reach the patient")
    @APIResponse(responseCode = "200", description = "The dispense with the plan on it.")
    @APIResponse(responseCode = "409", description = "The dispense is not in a state for it.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<DispenseView>> plan(@RestPath String dispense, @Valid ShippingPlan body) {
        return bench.plan(DispenseReference.of(dispense), body, caller()).map(DispenseAnswers::ok);
    }

    @POST
    @Path("/{dispense}/packing")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_WRITE)
    @Operation(operationId = "packDispense", summary = "Pack a verified dispense")
    @APIResponse(responseCode = "200", description = "The dispense, packed.")
    @APIResponse(responseCode = "409", description = "The dispense is not in a state for it.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<DispenseView>> pack(@RestPath String dispense) {
        return bench.pack(DispenseReference.of(dispense), caller()).map(DispenseAnswers::ok);
    }

    @POST
    @Path("/{dispense}/shipment")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_WRITE)
    @Operation(
            operationId = "shipDispense",
            summary = "Hand the box over to the carrier",
            description = "All gates are looked at once more.")
    @APIResponse(responseCode = "200", description = "The dispense, shipped; its stock has left the shelf.")
    @APIResponse(
            responseCode = "409",
            description =
                    "The dispense is not in a state for it, or a gate is closed: gates says which, and what to do.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<DispenseView>> ship(@RestPath String dispense, @Valid NewShipment body) {
        return bench.ship(DispenseReference.of(dispense), body.trackingNumber(), caller())
                .map(DispenseAnswers::ok);
    }

    @POST
    @Path("/{dispense}/delivery")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_WRITE)
    @Operation(operationId = "deliverDispense", summary = "Record that the box was delivered")
    @APIResponse(responseCode = "200", description = "The dispense, delivered.")
    @APIResponse(responseCode = "409", description = "The dispense is not in a state for it.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "It was delivered before it was shipped.")
    public Uni<RestResponse<DispenseView>> deliver(@RestPath String dispense, @Valid Delivery body) {
        return bench.deliver(DispenseReference.of(dispense), body.deliveredAt(), caller())
                .map(DispenseAnswers::ok);
    }

    @POST
    @Path("/{dispense}/exception")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_WRITE)
    @Operation(operationId = "reportDeliveryException", summary = "Record that something went wrong on the way")
    @APIResponse(responseCode = "200", description = "The dispense with the exception.")
    @APIResponse(responseCode = "409", description = "The dispense is not in a state for it.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<DispenseView>> except(@RestPath String dispense, @Valid DeliveryTrouble body) {
        return bench.except(DispenseReference.of(dispense), body.reason(), body.note(), caller())
                .map(DispenseAnswers::ok);
    }

    @POST
    @Path("/{dispense}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_WRITE)
    @Operation(operationId = "returnDispense", summary = "Record that the box came back")
    @APIResponse(responseCode = "200", description = "The dispense, returned; its stock is in quarantine or waste.")
    @APIResponse(responseCode = "409", description = "The dispense is not in a state for it.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<DispenseView>> takeBack(@RestPath String dispense, @Valid ReturnedBox body) {
        return bench.takeBack(DispenseReference.of(dispense), body.intact(), body.note(), caller())
                .map(DispenseAnswers::ok);
    }

    @POST
    @Path("/{dispense}/reversal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_VERIFY)
    @Operation(operationId = "reverseDispense", summary = "Undo a dispense that left and will not reach the patient")
    @APIResponse(responseCode = "200", description = "The dispense, reversed; fill and claim are given back.")
    @APIResponse(responseCode = "409", description = "The dispense is not in a state for it.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<DispenseView>> reverse(@RestPath String dispense, @Valid DispenseUndoing body) {
        return bench.reverse(DispenseReference.of(dispense), body.reason(), body.note(), caller())
                .map(DispenseAnswers::ok);
    }

    private Colleague caller() {
        return callers.current().asColleague();
    }
}
