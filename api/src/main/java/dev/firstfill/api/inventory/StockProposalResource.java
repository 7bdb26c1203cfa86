package dev.firstfill.api.inventory;

import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.drugs.DrugReference;
import dev.firstfill.inventory.LotFile;
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

/** Which lots to take from. */
@Path("/v1/stock-proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory", description = "What lies on the shelves, whose it is, and how it came and went.")
public class StockProposalResource {
    private final LotFile file;

    StockProposalResource(LotFile file) {
        this.file = file;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Names.INVENTORY_READ)
    @Operation(
            operationId = "proposeStock",
            summary = "Ask which lots to take from",
            description = "Nothing is kept by asking.")
    @APIResponse(responseCode = "200", description = "What expires first comes first, perhaps less than is wanted.")
    @APIResponse(responseCode = "404", description = "The pharmacy has no such drug.")
    public Uni<StockProposalView> propose(@Valid NewStockProposal body) {
        return file.propose(DrugReference.of(body.drug()), body.quantity(), body.mustLastUntil(), body.ownership())
                .map(StockProposalView::of);
    }
}
