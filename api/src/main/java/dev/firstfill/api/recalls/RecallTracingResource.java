package dev.firstfill.api.recalls;

import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.inventory.RecallId;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.recalls.RecallTracing;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** From recalled lots to the people who have to be told. */
@Path("/v1/recalls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recalls", description = "Lots that are called back, and whom it concerns.")
public class RecallTracingResource {
    private static final String LIST = "affected-dispenses";

    private final RecallTracing tracing;
    private final Cursors cursors;
    private final Callers callers;

    RecallTracingResource(RecallTracing tracing, Cursors cursors, Callers callers) {
        this.tracing = tracing;
        this.cursors = cursors;
        this.callers = callers;
    }

    @GET
    @Path("/{recall}/affected-dispenses")
    @PermissionsAllowed(Names.RECALL_TRACE)
    @Operation(
            operationId = "listAffectedDispenses",
            summary = "Find out whom a recall concerns",
            description = "Every dispense with one of the lots that went to somebody, a lost box included, and the last"
                    + " try to tell patient and prescriber. A box that came back before it was delivered was with"
                    + " nobody.")
    @APIResponse(responseCode = "200", description = "The dispenses, in the order in which they were queued.")
    public Uni<AffectedDispenses> affected(
            @RestPath String recall,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return tracing.affected(RecallId.of(recall), cursors.page(LIST, limit, Sort.OLDEST, cursor))
                .map(found -> {
                    var items = found.items().stream()
                            .map(AffectedDispenses.Item::of)
                            .toList();
                    var next = found.more() ? cursors.after(items.getLast().dispense(), LIST, Sort.OLDEST) : null;
                    return new AffectedDispenses(items, next);
                });
    }

    @POST
    @Path("/{recall}/contacts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.RECALL_TRACE)
    @Operation(operationId = "recordRecallContact", summary = "Record a try to tell somebody of a recall")
    @APIResponse(responseCode = "200", description = "The try is recorded, reached or not.")
    @APIResponse(responseCode = "409", description = "No lot of the recall went to this patient.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "Nobody was reached who could know of the drug.")
    public Uni<RecallContactView> contact(@RestPath String recall, @Valid NewRecallContact body) {
        return tracing.contacted(
                        RecallId.of(recall),
                        PatientReference.of(body.patient()),
                        body.made(),
                        callers.current().asColleague())
                .map(RecallContactView::of);
    }
}
