package dev.firstfill.api.cases;

import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.cases.CaseBoard;
import dev.firstfill.cases.CaseFilter;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where all open cases of the caller's pharmacy are. */
@Path("/v1/case-board")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class CaseBoardResource {
    private final CaseBoard board;

    CaseBoardResource(CaseBoard board) {
        this.board = board;
    }

    @GET
    @PermissionsAllowed(Names.CASE_COUNT)
    @Operation(
            operationId = "getCaseBoard",
            summary = "Count the open cases",
            description =
                    "By status, payer, party, owner, level of the clocks, and age. How many patients are pending a prior "
                            + "authorisation with Aetna is one call: status=pa-pending-payer&payer=Aetna.")
    @APIResponse(responseCode = "200", description = "The counts; those that are zero are left out.")
    public Uni<CaseBoardView> get(
            @QueryParam("status") @Nullable CaseStatusFilter status,
            @QueryParam("payer")
                    @Size(max = 120)
                    @Nullable
                    @Parameter(description = "Only with this primary payer, by its name.")
                    String payer,
            @QueryParam("waitsFor") @Nullable PartyFilter waitsFor,
            @QueryParam("owner") @Size(max = 80) @Nullable @Parameter(description = "Only this colleague's: an id.")
                    String owner,
            @QueryParam("slaAtLeast")
                    @Nullable
                    @Parameter(description = "Only with a running clock that has warned of 50, 75 or 100 percent.")
                    Integer slaAtLeast) {
        var filter = new CaseFilter(
                null,
                status == null ? null : status.status(),
                payer,
                waitsFor == null ? null : waitsFor.party(),
                owner,
                slaAtLeast,
                true);
        return board.count(filter).map(CaseBoardView::of);
    }
}
