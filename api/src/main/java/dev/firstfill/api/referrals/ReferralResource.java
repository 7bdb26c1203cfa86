package dev.firstfill.api.referrals;

import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.json.SentDocument;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.referrals.NewReferral;
import dev.firstfill.referrals.Referral;
import dev.firstfill.referrals.ReferralFile;
import dev.firstfill.referrals.ReferralId;
import dev.firstfill.referrals.ReferralIntake;
import dev.firstfill.referrals.ReferralReview;
import dev.firstfill.referrals.ReferralState;
import dev.firstfill.referrals.ReferralSupplement;
import dev.firstfill.referrals.ReferralSupplements;
import dev.firstfill.tenancy.routing.CurrentTenant;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Referrals: how they come in, and what becomes of them. */
@Path("/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals", description = "Orders as they come in: whose they are, what they lack, the case they begin.")
public class ReferralResource {
    private static final String LIST = "referrals";

    private final ReferralIntake intake;
    private final ReferralReview review;
    private final ReferralSupplements supplements;
    private final ReferralFile file;
    private final ReferralReading reading;
    private final Cursors cursors;
    private final Callers callers;

    ReferralResource(
            ReferralIntake intake,
            ReferralReview review,
            ReferralSupplements supplements,
            ReferralFile file,
            ReferralReading reading,
            Cursors cursors,
            Callers callers) {
        this.intake = intake;
        this.review = review;
        this.supplements = supplements;
        this.file = file;
        this.reading = reading;
        this.cursors = cursors;
        this.callers = callers;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, SentDocument.FHIR})
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.REFERRAL_WRITE)
    @Operation(
            operationId = "createReferral",
            summary = "Send a referral",
            description = "A Bundle of FHIR R4 with one Patient and one active MedicationRequest, of at most 2 MiB, or"
                    + " the same in plain JSON from fax, phone, portal or hub. Patient, prescriber, coverage, draft and"
                    + " case are entered together, as far as the referral says enough; findings says what it lacks. A"
                    + " doubtful patient waits for a person's decision.")
    @APIResponse(responseCode = "201", description = "It was taken in, or waits for a decision.")
    @APIResponse(responseCode = "200", description = "The same order came before; this one begins nothing.")
    @APIResponse(responseCode = "410", description = "The same order came before, and its patient was erased.")
    public Uni<RestResponse<ReferralView>> create(SentDocument<SentReferral> body) {
        var by = callers.current().asColleague();
        return readAside(body).chain(sent -> intake.receive(sent, by)).map(ReferralResource::received);
    }

    /** A bundle takes longer to read than others may wait for the event loop. */
    private Uni<NewReferral> readAside(SentDocument<SentReferral> body) {
        var zone = CurrentTenant.require().timeZone();
        return Uni.createFrom().completionStage(() -> Vertx.currentContext()
                .executeBlocking(() -> reading.read(body, zone), false)
                .toCompletionStage());
    }

    private static RestResponse<ReferralView> received(Referral referral) {
        var status = referral.state() == ReferralState.DUPLICATE ? RestResponse.Status.OK : RestResponse.Status.CREATED;
        return ResponseBuilder.<ReferralView>create(status)
                .entity(ReferralView.of(referral))
                .header(HttpHeaders.LOCATION, "/v1/referrals/" + referral.id())
                .build();
    }

    @GET
    @PermissionsAllowed(Names.REFERRAL_READ)
    @Operation(operationId = "listReferrals", summary = "List referrals, such as those that wait for a decision")
    public Uni<ReferralPage> list(
            @QueryParam("state") @DefaultValue("all") @Parameter(description = "Those in one state, or all.")
                    ReferralStateFilter state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        return file.list(state.state(), cursors.page(LIST, limit, sort, cursor)).map(found -> {
            var items = found.items().stream().map(ReferralView::of).toList();
            var next = found.more() ? cursors.after(items.getLast().id(), LIST, sort) : null;
            return new ReferralPage(items, next);
        });
    }

    @GET
    @Path("/{referral}")
    @PermissionsAllowed(Names.REFERRAL_READ)
    @Operation(operationId = "getReferral", summary = "Read a referral")
    public Uni<ReferralView> get(@RestPath String referral) {
        return file.read(ReferralId.of(referral)).map(ReferralView::of);
    }

    @GET
    @Path("/{referral}/document")
    @PermissionsAllowed(Names.REFERRAL_READ)
    @Operation(
            operationId = "getReferralDocument",
            summary = "Read the document that was sent",
            description = "Byte for byte, whatever was read of it.")
    @APIResponse(responseCode = "200", description = "The document in an envelope.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<ReferralDocumentView> document(@RestPath String referral) {
        return file.document(ReferralId.of(referral)).map(ReferralDocumentView::of);
    }

    @POST
    @Path("/{referral}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.REFERRAL_REVIEW)
    @Operation(
            operationId = "reviewReferral",
            summary = "Decide whose a doubtful referral is",
            description = "Once. For a patient of the pharmacy or somebody new, the intake goes on in the same breath.")
    @APIResponse(responseCode = "200", description = "The referral, accepted or rejected.")
    @APIResponse(
            responseCode = "409",
            description = "It is decided, does not resemble the patient, or the patient was registered meanwhile.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "There is no such patient.")
    public Uni<RestResponse<ReferralView>> review(@RestPath String referral, @Valid NewReferralReview body) {
        return review.decide(
                        ReferralId.of(referral),
                        body.toDecision(),
                        callers.current().asColleague())
                .map(ReferralView::of)
                .map(RestResponse::ok);
    }

    @POST
    @Path("/{referral}/supplements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.REFERRAL_WRITE)
    @Operation(
            operationId = "supplementReferral",
            summary = "Add what a referral lacked",
            description = "It is examined anew, and the prescription drafted as soon as nothing of it is missing.")
    @APIResponse(responseCode = "200", description = "The referral with what it still lacks.")
    @APIResponse(responseCode = "409", description = "It waits for a decision, is a duplicate, or was rejected.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<ReferralView>> supplement(@RestPath String referral, @Valid ReferralSupplement body) {
        return supplements
                .add(ReferralId.of(referral), body, callers.current().asColleague())
                .map(ReferralView::of)
                .map(RestResponse::ok);
    }
}
