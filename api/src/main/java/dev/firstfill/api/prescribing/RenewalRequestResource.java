package dev.firstfill.api.prescribing;

import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.prescribing.NewRenewalRequest;
import dev.firstfill.prescribing.PrescriptionReference;
import dev.firstfill.prescribing.RenewalAnswer;
import dev.firstfill.prescribing.RenewalDesk;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Requests for other prescriptions like one that ends. */
@Path("/v1/prescriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prescriptions", description = "What prescribers order for patients.")
public class RenewalRequestResource {
    private static final String LIST = "renewal-requests";

    private final RenewalDesk desk;
    private final Cursors cursors;
    private final Callers callers;

    RenewalRequestResource(RenewalDesk desk, Cursors cursors, Callers callers) {
        this.desk = desk;
        this.cursors = cursors;
        this.callers = callers;
    }

    @POST
    @Path("/{prescription}/renewal-requests")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PRESCRIPTION_WRITE)
    @Operation(
            operationId = "createRenewalRequest",
            summary = "Ask for a renewal",
            description = "One at a time; an expired or completed prescription can be renewed, too.")
    @APIResponse(responseCode = "201", description = "The request is open.")
    @APIResponse(responseCode = "409", description = "One is open already, or there is nothing to be renewed.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<RenewalRequestView>> create(@RestPath String prescription, @Valid NewRenewalRequest body) {
        return desk.request(
                        PrescriptionReference.of(prescription),
                        body,
                        callers.current().asColleague())
                .map(opened -> ResponseBuilder.<RenewalRequestView>created(
                                URI.create("/v1/prescriptions/%s/renewal-requests".formatted(opened.prescription())))
                        .entity(RenewalRequestView.of(opened))
                        .build());
    }

    @GET
    @Path("/{prescription}/renewal-requests")
    @PermissionsAllowed(Names.PRESCRIPTION_READ)
    @Operation(operationId = "listRenewalRequests", summary = "List who asked for renewals and what became of it")
    public Uni<RenewalRequestPage> list(
            @RestPath String prescription,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("newest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        return desk.list(PrescriptionReference.of(prescription), cursors.page(LIST, limit, sort, cursor))
                .map(found -> {
                    var items =
                            found.items().stream().map(RenewalRequestView::of).toList();
                    var next = found.more() ? cursors.after(items.getLast().id(), LIST, sort) : null;
                    return new RenewalRequestPage(items, next);
                });
    }

    @POST
    @Path("/{prescription}/renewal-requests/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PRESCRIPTION_WRITE)
    @Operation(
            operationId = "answerRenewalRequest",
            summary = "Answer the open request for a renewal",
            description = "Approved, it makes a draft that renews the prescription; a pharmacist verifies it as any.")
    @APIResponse(responseCode = "200", description = "The request with its answer.")
    @APIResponse(responseCode = "409", description = "No request is open.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "A rule forbids the new prescription; see code.")
    public Uni<RenewalRequestView> answer(@RestPath String prescription, @Valid RenewalAnswer body) {
        return desk.answer(
                        PrescriptionReference.of(prescription),
                        body,
                        callers.current().asColleague())
                .map(RenewalRequestView::of);
    }
}
