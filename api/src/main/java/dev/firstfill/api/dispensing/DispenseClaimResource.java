package dev.firstfill.api.dispensing;

import dev.firstfill.api.claims.ClaimView;
import dev.firstfill.api.http.Answers;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.dispensing.BillingDesk;
import dev.firstfill.dispensing.DispenseReference;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** What the payer is asked to pay for a dispense. */
@Path("/v1/dispenses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dispenses", description = "From the queue to the patient's door, and back.")
public class DispenseClaimResource {
    private final BillingDesk desk;
    private final Callers callers;

    DispenseClaimResource(BillingDesk desk, Callers callers) {
        this.desk = desk;
        this.callers = callers;
    }

    @POST
    @Path("/{dispense}/claims")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_BILL)
    @Operation(
            operationId = "billDispense",
            summary = "Ask the payer to pay for a dispense",
            description = "The claim is submitted, and the payer's answer follows: read the claim until it is there.")
    @APIResponse(responseCode = "201", description = "The claim is submitted.")
    @APIResponse(
            responseCode = "409",
            description =
                    "The dispense has left, has a claim that is not over, or is not to be billed; or the patient has"
                            + " no card to bill.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "The claim would not be one.")
    public Uni<RestResponse<ClaimView>> create(@RestPath String dispense, @Valid NewDispenseClaim body) {
        return desk.bill(
                        DispenseReference.of(dispense),
                        body.benefit(),
                        body.billed().dollars(),
                        callers.current().asColleague())
                .map(claim -> Answers.created("/v1/claims/" + claim.id(), ClaimView.of(claim)));
    }

    @GET
    @Path("/{dispense}/claims")
    @PermissionsAllowed(Names.CLAIM_READ)
    @Operation(operationId = "listDispenseClaims", summary = "Read the claims of a dispense")
    @APIResponse(responseCode = "200", description = "All of them, in the order in which they were submitted.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<DispenseClaims> list(@RestPath String dispense) {
        return desk.claims(DispenseReference.of(dispense))
                .map(claims ->
                        new DispenseClaims(claims.stream().map(ClaimView::of).toList()));
    }
}
