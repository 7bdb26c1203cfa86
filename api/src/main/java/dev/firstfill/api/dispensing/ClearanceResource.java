package dev.firstfill.api.dispensing;

import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.dispensing.ClaimExemption;
import dev.firstfill.dispensing.ClearanceDesk;
import dev.firstfill.dispensing.CopaySettlement;
import dev.firstfill.dispensing.DispenseReference;
import dev.firstfill.dispensing.RemsAuthorisation;
import dev.firstfill.dispensing.ToleranceCall;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What opens the gates of a dispense: what a programme, a patient or a colleague has said. */
@Path("/v1/dispenses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dispenses", description = "From the queue to the patient's door, and back.")
public class ClearanceResource {
    private final ClearanceDesk desk;
    private final Callers callers;

    ClearanceResource(ClearanceDesk desk, Callers callers) {
        this.desk = desk;
        this.callers = callers;
    }

    @POST
    @Path("/{dispense}/rems-authorisation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_VERIFY)
    @Operation(operationId = "authoriseDispense", summary = "Record the REMS programme's authorisation")
    @APIResponse(responseCode = "200", description = "The dispense with the authorisation on it.")
    @APIResponse(responseCode = "409", description = "The dispense is not in a state for it.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<DispenseView>> authorise(@RestPath String dispense, @Valid RemsAuthorisation body) {
        return desk.authorised(DispenseReference.of(dispense), body, caller()).map(DispenseAnswers::ok);
    }

    @POST
    @Path("/{dispense}/copay-settlement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_BILL)
    @Operation(operationId = "settleCopay", summary = "Record what became of the patient's share")
    @APIResponse(responseCode = "200", description = "The dispense with the settlement on it.")
    @APIResponse(responseCode = "409", description = "The dispense is not in a state for it.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<DispenseView>> settle(@RestPath String dispense, @Valid CopaySettlement body) {
        return desk.settled(DispenseReference.of(dispense), body, caller()).map(DispenseAnswers::ok);
    }

    @POST
    @Path("/{dispense}/claim-exemption")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_BILL)
    @Operation(operationId = "exemptFromClaim", summary = "Document why nobody is billed")
    @APIResponse(responseCode = "200", description = "The dispense with the reason on it.")
    @APIResponse(responseCode = "409", description = "The dispense is not in a state for it.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<DispenseView>> exempt(@RestPath String dispense, @Valid ClaimExemption body) {
        return desk.exempted(DispenseReference.of(dispense), body, caller()).map(DispenseAnswers::ok);
    }

    @DELETE
    @Path("/{dispense}/claim-exemption")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_BILL)
    @Operation(operationId = "withdrawClaimExemption", summary = "Bill the dispense after all")
    @APIResponse(responseCode = "200", description = "The dispense without the reason on it.")
    @APIResponse(responseCode = "409", description = "There is none, or the dispense has left.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<DispenseView>> withdrawExemption(@RestPath String dispense) {
        return desk.exemptionWithdrawn(DispenseReference.of(dispense), caller()).map(DispenseAnswers::ok);
    }

    @POST
    @Path("/{dispense}/tolerance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_COUNSEL)
    @Operation(operationId = "recordTolerance", summary = "Record how the first part of a split fill was tolerated")
    @APIResponse(responseCode = "200", description = "The first part with what the patient said of it.")
    @APIResponse(responseCode = "409", description = "It is no partial fill that has left the pharmacy.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<DispenseView>> hear(@RestPath String dispense, @Valid ToleranceCall body) {
        return desk.heard(DispenseReference.of(dispense), body, caller()).map(DispenseAnswers::ok);
    }

    private Colleague caller() {
        return callers.current().asColleague();
    }
}
