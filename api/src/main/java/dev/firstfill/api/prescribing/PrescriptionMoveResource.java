package dev.firstfill.api.prescribing;

import dev.firstfill.api.http.EntityTags;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.prescribing.PrescriptionMoves;
import dev.firstfill.prescribing.PrescriptionReference;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What pharmacists do with prescriptions. */
@Path("/v1/prescriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prescriptions", description = "What prescribers order for patients.")
public class PrescriptionMoveResource {
    private final PrescriptionMoves moves;
    private final Callers callers;

    PrescriptionMoveResource(PrescriptionMoves moves, Callers callers) {
        this.moves = moves;
        this.callers = callers;
    }

    @POST
    @Path("/{prescription}/activation")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PRESCRIPTION_VERIFY)
    @Operation(
            operationId = "activatePrescription",
            summary = "Activate a draft",
            description = "Whoever does it has verified the version that If-Match names.")
    @APIResponse(responseCode = "200", description = "The prescription may be filled.")
    @APIResponse(responseCode = "409", description = "It is no draft, or its last day has passed.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "The drug was corrected since, and a rule forbids it now.")
    public Uni<RestResponse<PrescriptionView>> activate(
            @RestPath String prescription, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return moves.activate(PrescriptionReference.of(prescription), EntityTags.seen(ifMatch), caller())
                .map(PrescriptionResource::ok);
    }

    @POST
    @Path("/{prescription}/hold")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PRESCRIPTION_HOLD)
    @Operation(operationId = "holdPrescription", summary = "Stop filling a prescription for a while")
    @APIResponse(responseCode = "200", description = "The prescription is on hold.")
    @APIResponse(responseCode = "409", description = "It is not active.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<PrescriptionView> hold(@RestPath String prescription, @Valid NewHold body) {
        return moves.hold(PrescriptionReference.of(prescription), body.reason(), body.note(), caller())
                .map(PrescriptionView::of);
    }

    @DELETE
    @Path("/{prescription}/hold")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PRESCRIPTION_VERIFY)
    @Operation(operationId = "releasePrescription", summary = "Release a prescription from its hold")
    @APIResponse(responseCode = "204", description = "The prescription may be filled again.")
    @APIResponse(responseCode = "409", description = "It is not on hold.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<Void>> release(@RestPath String prescription) {
        return moves.release(PrescriptionReference.of(prescription), caller())
                .map(released -> RestResponse.noContent());
    }

    @POST
    @Path("/{prescription}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PRESCRIPTION_VERIFY)
    @Operation(operationId = "cancelPrescription", summary = "Cancel a prescription for good")
    @APIResponse(responseCode = "200", description = "The prescription is cancelled.")
    @APIResponse(responseCode = "409", description = "It is over already.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<PrescriptionView> cancel(@RestPath String prescription, @Valid NewCancellation body) {
        return moves.cancel(PrescriptionReference.of(prescription), body.reason(), body.note(), caller())
                .map(PrescriptionView::of);
    }

    @POST
    @Path("/{prescription}/transfer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PRESCRIPTION_VERIFY)
    @Operation(
            operationId = "transferPrescription",
            summary = "Transfer a prescription to another pharmacy",
            description = "Once and for good, with all fills that remain.")
    @APIResponse(responseCode = "200", description = "The other pharmacy has the prescription.")
    @APIResponse(responseCode = "409", description = "It is neither active nor on hold.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<PrescriptionView> transfer(@RestPath String prescription, @Valid NewTransfer body) {
        return moves.transfer(
                        PrescriptionReference.of(prescription), body.pharmacy(), body.name(), body.note(), caller())
                .map(PrescriptionView::of);
    }

    private Colleague caller() {
        return callers.current().asColleague();
    }
}
