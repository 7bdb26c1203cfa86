package dev.firstfill.api.overview;

import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.overview.OverviewDesk;
import dev.firstfill.patients.PatientReference;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A patient of the caller's pharmacy at a glance. */
@Path("/v1/patients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class PatientOverviewResource {
    private final OverviewDesk desk;

    PatientOverviewResource(OverviewDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("/{patient}/overview")
    @PermissionsAllowed(Names.CASE_READ)
    @Operation(
            operationId = "getPatientOverview",
            summary = "See a patient at a glance",
            description =
                    "Diagnoses, cases, drugs, the last fill, adherence, prior authorisations, open tasks, and the note of "
                            + "the last call.")
    @APIResponse(responseCode = "200", description = "All of it as it is now.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<PatientOverviewView> get(@RestPath String patient) {
        return desk.of(PatientReference.of(patient)).map(PatientOverviewView::of);
    }
}
