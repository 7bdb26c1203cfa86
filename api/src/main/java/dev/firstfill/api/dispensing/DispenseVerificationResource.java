package dev.firstfill.api.dispensing;

import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.api.security.Role;
import dev.firstfill.dispensing.DispenseReference;
import dev.firstfill.dispensing.OverrideRight;
import dev.firstfill.dispensing.VerificationBench;
import dev.firstfill.kernel.Colleague;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where a pharmacist stands for a dispense, or sends it back. */
@Path("/v1/dispenses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dispenses", description = "From the queue to the patient's door, and back.")
public class DispenseVerificationResource {
    private final VerificationBench bench;
    private final Callers callers;

    DispenseVerificationResource(VerificationBench bench, Callers callers) {
        this.bench = bench;
        this.callers = callers;
    }

    @GET
    @Path("/{dispense}/gates")
    @PermissionsAllowed(Names.DISPENSE_READ)
    @Operation(operationId = "listClosedGates", summary = "See what would stop a dispense today")
    @APIResponse(responseCode = "200", description = "The gates that are closed; none when it may go.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<ClosedGates> gates(@RestPath String dispense) {
        return bench.gates(DispenseReference.of(dispense)).map(ClosedGates::of);
    }

    @POST
    @Path("/{dispense}/verification")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_VERIFY)
    @Operation(
            operationId = "verifyDispense",
            summary = "Verify what was filled",
            description = "By a pharmacist who did not fill it, when every gate is open.")
    @APIResponse(responseCode = "200", description = "The dispense, verified.")
    @APIResponse(
            responseCode = "409",
            description =
                    "The dispense is not in a state for it, or a gate is closed: gates says which, and what to do.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<DispenseView>> verify(@RestPath String dispense) {
        return bench.verify(DispenseReference.of(dispense), caller()).map(DispenseAnswers::ok);
    }

    @POST
    @Path("/{dispense}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_VERIFY)
    @Operation(operationId = "rejectDispense", summary = "Send what was filled wrongly back to the queue")
    @APIResponse(responseCode = "200", description = "The dispense, queued again; its stock is free.")
    @APIResponse(responseCode = "409", description = "The dispense is not in a state for it.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<DispenseView>> reject(@RestPath String dispense, @Valid FillRejection body) {
        return bench.reject(DispenseReference.of(dispense), body.reason(), body.note(), caller())
                .map(DispenseAnswers::ok);
    }

    @POST
    @Path("/{dispense}/gate-overrides")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.GATE_OVERRIDE)
    @Operation(
            operationId = "overrideGate",
            summary = "Decide that a closed gate does not hold a dispense up",
            description =
                    "A pharmacist decides on the therapy, a manager on the pharmacy's money; most gates nobody may"
                            + " override.")
    @APIResponse(responseCode = "200", description = "The dispense with the decision on it.")
    @APIResponse(responseCode = "409", description = "The dispense has left, or was undone.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "Nobody may override this gate.")
    public Uni<RestResponse<DispenseView>> override(@RestPath String dispense, @Valid NewGateOverride body) {
        return bench.override(
                        DispenseReference.of(dispense), body.gate(), body.reason(), body.note(), rights(), caller())
                .map(DispenseAnswers::ok);
    }

    private Set<OverrideRight> rights() {
        var rights = EnumSet.noneOf(OverrideRight.class);
        if (callers.current().may(Permission.DISPENSE_VERIFY)) {
            rights.add(OverrideRight.PHARMACIST);
        }
        if (callers.current().roles().contains(Role.PHARMACY_MANAGER)) {
            rights.add(OverrideRight.MANAGER);
        }
        return rights;
    }

    private Colleague caller() {
        return callers.current().asColleague();
    }
}
