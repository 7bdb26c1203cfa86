package dev.firstfill.api.claims;

import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.claims.Claim;
import dev.firstfill.claims.ClaimDesk;
import dev.firstfill.claims.ClaimId;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.PatientReference;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Claims of the caller's pharmacy. */
@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims", description = "What payers are asked to pay, and what they answer.")
public class ClaimResource {
    private static final String LIST = "claims";

    private final ClaimDesk desk;
    private final Cursors cursors;
    private final Callers callers;

    ClaimResource(ClaimDesk desk, Cursors cursors, Callers callers) {
        this.desk = desk;
        this.cursors = cursors;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.CLAIM_TEST)
    @Operation(
            operationId = "createClaim",
            summary = "Ask a payer what it would pay: a test claim",
            description =
                    "Nothing is dispensed and nothing is paid. The payer is asked afterwards: the claim is submitted"
                            + " until it has answered. Fills are billed where they are dispensed.")
    @APIResponse(responseCode = "201", description = "The claim will be sent to the payer.")
    @APIResponse(responseCode = "404", description = "The pharmacy has no such patient or drug.")
    @APIResponse(
            responseCode = "409",
            description = "The patient has no primary coverage of the benefit in force, it has no BIN, or no payer is"
                    + " connected.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "What is billed contradicts itself.")
    public Uni<RestResponse<ClaimView>> create(@Valid NewTestClaim body) {
        return desk.test(body.checked(), caller()).map(ClaimResource::created);
    }

    @GET
    @PermissionsAllowed(Names.CLAIM_READ)
    @Operation(operationId = "listClaims", summary = "List claims in the order they were submitted")
    @APIResponse(responseCode = "200", description = "One page of them.")
    @APIResponse(responseCode = "404", description = "The pharmacy has no such patient.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<ClaimPage> list(
            @QueryParam("state") @Nullable ClaimStateFilter state,
            @QueryParam("patient") @Nullable @Parameter(description = "Only this patient's: an id or number.")
                    String patient,
            @QueryParam("attention")
                    @DefaultValue("any")
                    @Parameter(description = "All, or only those that somebody should look after.")
                    AttentionFilter attention,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("newest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        return desk.list(
                        state == null ? null : state.state(),
                        patient == null ? null : PatientReference.of(patient),
                        attention == AttentionFilter.NEEDED,
                        cursors.page(LIST, limit, sort, cursor))
                .map(found -> {
                    var items = found.items().stream().map(ClaimView::of).toList();
                    var next = found.more() ? cursors.after(items.getLast().id(), LIST, sort) : null;
                    return new ClaimPage(items, next);
                });
    }

    @GET
    @Path("/{claim}")
    @PermissionsAllowed(Names.CLAIM_READ)
    @Operation(operationId = "getClaim", summary = "Read a claim")
    public Uni<ClaimView> get(@RestPath String claim) {
        return desk.read(ClaimId.of(claim)).map(ClaimView::of);
    }

    @POST
    @Path("/{claim}/reversal")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.CLAIM_WRITE)
    @Operation(
            operationId = "reverseClaim",
            summary = "Take back a claim that was paid",
            description = "The payer is asked afterwards; it may refuse, and then the claim is paid as before.")
    @APIResponse(responseCode = "200", description = "The payer will be asked to reverse the claim.")
    @APIResponse(responseCode = "409", description = "The claim is not paid, or it is a test claim.")
    public Uni<ClaimView> reverse(@RestPath String claim) {
        return desk.reverse(ClaimId.of(claim), caller()).map(ClaimView::of);
    }

    @POST
    @Path("/{claim}/abandonment")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.CLAIM_WRITE)
    @Operation(
            operationId = "abandonClaim",
            summary = "Wait no longer for an answer to a claim",
            description =
                    "The payer may have paid without anybody knowing, so it is asked to reverse the claim. One that"
                            + " will not is asked again what the claim came to.")
    @APIResponse(responseCode = "200", description = "The claim is abandoned once the payer has answered.")
    @APIResponse(responseCode = "409", description = "The claim was answered already.")
    public Uni<ClaimView> abandon(@RestPath String claim) {
        return desk.abandon(ClaimId.of(claim), caller()).map(ClaimView::of);
    }

    @POST
    @Path("/{claim}/inquiry")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.CLAIM_WRITE)
    @Operation(
            operationId = "inquireAfterClaim",
            summary = "Ask a payer again that did not answer",
            description =
                    "Payers are asked again by themselves, for about an hour and a half; after that it takes this."
                            + " The claim keeps its reference, so nothing is billed twice.")
    @APIResponse(responseCode = "200", description = "The payer will be asked again.")
    @APIResponse(responseCode = "409", description = "No answer is awaited.")
    public Uni<ClaimView> inquire(@RestPath String claim) {
        return desk.inquire(ClaimId.of(claim)).map(ClaimView::of);
    }

    @POST
    @Path("/{claim}/resubmission")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.CLAIM_WRITE)
    @Operation(
            operationId = "resubmitClaim",
            summary = "Bill a rejected claim anew, perhaps with other codes",
            description = "Makes another claim of the same fill, with a reference of its own. Billed is the patient's"
                    + " coverage as it is in the record now.")
    @APIResponse(responseCode = "201", description = "The new claim will be sent to the payer.")
    @APIResponse(
            responseCode = "409",
            description =
                    "The claim was not rejected, or the fill has another claim under way, or nobody can be billed.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "What is billed contradicts itself.")
    public Uni<RestResponse<ClaimView>> resubmit(@RestPath String claim, @Valid ClaimResubmission body) {
        return desk.resubmit(ClaimId.of(claim), body.checked(), caller()).map(ClaimResource::created);
    }

    private Colleague caller() {
        return callers.current().asColleague();
    }

    private static RestResponse<ClaimView> created(Claim claim) {
        return ResponseBuilder.<ClaimView>created(URI.create("/v1/claims/" + claim.id()))
                .entity(ClaimView.of(claim))
                .build();
    }
}
