package dev.firstfill.api.authorisations;

import dev.firstfill.api.claims.AttentionFilter;
import dev.firstfill.api.http.Answers;
import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.EntityTags;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.json.MergePatch;
import dev.firstfill.api.json.ValidBodies;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.authorisations.AuthorisationDesk;
import dev.firstfill.authorisations.AuthorisationDetails;
import dev.firstfill.authorisations.AuthorisationFilter;
import dev.firstfill.authorisations.AuthorisationId;
import dev.firstfill.authorisations.PriorAuthorisation;
import dev.firstfill.drugs.DrugReference;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.PatientReference;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What payers have said to patients of the caller's pharmacy. */
@Path("/v1/prior-authorisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prior authorisations", description = "Asking payers before they pay; dispenses depend on their words.")
public class PriorAuthorisationResource {
    private static final String LIST = "prior-authorisations";

    private final AuthorisationDesk desk;
    private final Cursors cursors;
    private final ValidBodies bodies;
    private final Callers callers;

    PriorAuthorisationResource(AuthorisationDesk desk, Cursors cursors, ValidBodies bodies, Callers callers) {
        this.desk = desk;
        this.callers = callers;
        this.cursors = cursors;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.AUTHORISATION_WRITE)
    @Operation(
            operationId = "createPriorAuthorisation",
            summary = "Enter what a payer said, or prepare what it is to be asked")
    @APIResponse(responseCode = "201", description = "It was entered.")
    @APIResponse(responseCode = "422", description = "None begins in this state, or its texts are too long together.")
    @APIResponse(responseCode = "404", description = "The pharmacy has no such patient or drug.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<PriorAuthorisationView>> create(@Valid AuthorisationDetails body) {
        return desk.enter(body, caller())
                .map(entered -> Answers.created(
                        "/v1/prior-authorisations/" + entered.id(),
                        PriorAuthorisationView.of(entered),
                        entered.version()));
    }

    @GET
    @PermissionsAllowed(Names.AUTHORISATION_READ)
    @Operation(
            operationId = "listPriorAuthorisations",
            summary = "List prior authorisations in the order they were entered")
    @APIResponse(responseCode = "200", description = "One page of them.")
    @APIResponse(responseCode = "404", description = "The pharmacy has no such patient or drug.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<PriorAuthorisationPage> list(
            @QueryParam("patient") @Nullable @Parameter(description = "Only this patient's: an id or number.")
                    String patient,
            @QueryParam("drug") @Nullable @Parameter(description = "Only of this drug: an id or NDC.") String drug,
            @QueryParam("state") @Nullable AuthorisationStateFilter state,
            @QueryParam("attention")
                    @DefaultValue("any")
                    @Parameter(description = "All, or only those that somebody should look after.")
                    AttentionFilter attention,
            @QueryParam("endingBefore")
                    @Nullable
                    @Parameter(description = "Only approved ones whose last day is before this one.")
                    LocalDate endingBefore,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("newest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter = new AuthorisationFilter(
                patient == null ? null : PatientReference.of(patient),
                drug == null ? null : DrugReference.of(drug),
                state == null ? null : state.state(),
                endingBefore,
                attention == AttentionFilter.NEEDED);
        return desk.list(filter, cursors.page(LIST, limit, sort, cursor)).map(found -> {
            var items = found.items().stream().map(PriorAuthorisationView::of).toList();
            var next = found.more() ? cursors.after(items.getLast().id(), LIST, sort) : null;
            return new PriorAuthorisationPage(items, next);
        });
    }

    @GET
    @Path("/{authorisation}")
    @PermissionsAllowed(Names.AUTHORISATION_READ)
    @Operation(operationId = "getPriorAuthorisation", summary = "Read a prior authorisation")
    @APIResponse(responseCode = "200", description = "The payer's word as it is now.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<PriorAuthorisationView>> get(@RestPath String authorisation) {
        return desk.read(AuthorisationId.of(authorisation)).map(PriorAuthorisationResource::ok);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{authorisation}")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.AUTHORISATION_WRITE)
    @Operation(
            operationId = "replacePriorAuthorisation",
            summary = "Replace what a payer said",
            description = "Patient and drug stay what they are.")
    @APIResponse(responseCode = "200", description = "The payer's word as it is now.")
    @APIResponse(responseCode = "409", description = "It is over or under way, or it was approved and is to be denied.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(
            responseCode = "422",
            description = "It is about another patient or drug, or its texts are too long together.")
    public Uni<RestResponse<PriorAuthorisationView>> replace(
            @RestPath String authorisation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid AuthorisationDetails body) {
        return desk.amend(AuthorisationId.of(authorisation), EntityTags.seen(ifMatch), body, caller())
                .map(PriorAuthorisationResource::ok);
    }

    @PATCH
    @Path("/{authorisation}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.AUTHORISATION_WRITE)
    @Operation(
            operationId = "updatePriorAuthorisation",
            summary = "Change parts of what a payer said",
            description = "Patient and drug stay what they are.")
    @APIResponse(responseCode = "200", description = "The payer's word as it is now.")
    @APIResponse(responseCode = "409", description = "It is over or under way, or it was approved and is to be denied.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(
            responseCode = "422",
            description = "It is about another patient or drug, or its texts are too long together.")
    public Uni<RestResponse<PriorAuthorisationView>> update(
            @RestPath String authorisation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            MergePatch body) {
        return desk.amend(
                        AuthorisationId.of(authorisation),
                        EntityTags.seen(ifMatch),
                        present -> bodies.patched(present, body, AuthorisationDetails.class),
                        caller())
                .map(PriorAuthorisationResource::ok);
    }

    @POST
    @Path("/{authorisation}/submission")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.AUTHORISATION_REQUEST)
    @Operation(
            operationId = "submitPriorAuthorisation",
            summary = "Ask the payer for what was prepared",
            description =
                    "Electronically (epa) the platform asks it afterwards, and hears the answer; otherwise somebody does, and records what it says.")
    @APIResponse(responseCode = "200", description = "The payer is asked, or will be.")
    @APIResponse(
            responseCode = "409",
            description =
                    "It is not prepared, nobody can be asked electronically, or the patient has no primary coverage of the benefit in force with a BIN.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "Its texts are too long together.")
    public Uni<RestResponse<PriorAuthorisationView>> submit(
            @RestPath String authorisation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid AuthorisationSubmission body) {
        return desk.submit(AuthorisationId.of(authorisation), EntityTags.seen(ifMatch), body.reference(), caller())
                .map(PriorAuthorisationResource::ok);
    }

    @POST
    @Path("/{authorisation}/information-request")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.AUTHORISATION_REQUEST)
    @Operation(
            operationId = "recordInformationRequest",
            summary = "Record what the payer wants to know",
            description = "By portal, fax or phone; electronic payers ask by themselves.")
    @APIResponse(responseCode = "200", description = "The payer waits for the information.")
    @APIResponse(responseCode = "409", description = "The payer is not deciding it.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "Its texts are too long together.")
    public Uni<RestResponse<PriorAuthorisationView>> recordInformationRequest(
            @RestPath String authorisation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid NewInformationRequest body) {
        return desk.recordInformationRequest(
                        AuthorisationId.of(authorisation), EntityTags.seen(ifMatch), body.checked(), caller())
                .map(PriorAuthorisationResource::ok);
    }

    @POST
    @Path("/{authorisation}/information")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.AUTHORISATION_REQUEST)
    @Operation(
            operationId = "answerInformationRequest",
            summary = "Tell the payer what it wants to know",
            description = "An electronic payer is told afterwards.")
    @APIResponse(responseCode = "200", description = "The payer is to decide.")
    @APIResponse(responseCode = "409", description = "The payer has not asked for anything.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "Its texts are too long together.")
    public Uni<RestResponse<PriorAuthorisationView>> answerInformation(
            @RestPath String authorisation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid InformationForPayer body) {
        return desk.answerInformation(
                        AuthorisationId.of(authorisation), EntityTags.seen(ifMatch), body.answer(), caller())
                .map(PriorAuthorisationResource::ok);
    }

    @POST
    @Path("/{authorisation}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.AUTHORISATION_REQUEST)
    @Operation(
            operationId = "recordPayerDecision",
            summary = "Record what the payer decided",
            description = "By portal, fax, phone or letter; electronic payers' answers come by themselves.")
    @APIResponse(responseCode = "200", description = "The payer's decision stands.")
    @APIResponse(responseCode = "409", description = "The payer is not deciding it.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "Its texts are too long together.")
    public Uni<RestResponse<PriorAuthorisationView>> recordDecision(
            @RestPath String authorisation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid NewDecision body) {
        return desk.recordDecision(
                        AuthorisationId.of(authorisation), EntityTags.seen(ifMatch), body.checked(), caller())
                .map(PriorAuthorisationResource::ok);
    }

    @POST
    @Path("/{authorisation}/appeals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.AUTHORISATION_REQUEST)
    @Operation(
            operationId = "appealPriorAuthorisation",
            summary = "Appeal a denial",
            description = "Level by level. An electronic payer is asked afterwards.")
    @APIResponse(responseCode = "200", description = "The denial is being looked at again.")
    @APIResponse(
            responseCode = "409",
            description = "It is not denied, the level is not the next one, or it is too late.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "Its texts are too long together.")
    public Uni<RestResponse<PriorAuthorisationView>> appeal(
            @RestPath String authorisation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid NewAppeal body) {
        return desk.appeal(AuthorisationId.of(authorisation), EntityTags.seen(ifMatch), body.checked(), caller())
                .map(PriorAuthorisationResource::ok);
    }

    @POST
    @Path("/{authorisation}/voidance")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.AUTHORISATION_REQUEST)
    @Operation(
            operationId = "voidPriorAuthorisation",
            summary = "Void an approval because the plan has changed",
            description = "What was dispensed under it keeps it to stand on.")
    @APIResponse(responseCode = "200", description = "It holds no longer.")
    @APIResponse(responseCode = "409", description = "It is not approved.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<PriorAuthorisationView>> voidIt(
            @RestPath String authorisation, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return desk.voidIt(AuthorisationId.of(authorisation), EntityTags.seen(ifMatch), caller())
                .map(PriorAuthorisationResource::ok);
    }

    @POST
    @Path("/{authorisation}/inquiry")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.AUTHORISATION_REQUEST)
    @Operation(
            operationId = "inquireAfterPriorAuthorisation",
            summary = "Ask an electronic payer again at once",
            description =
                    "Payers are asked again by themselves, at growing intervals until their time to decide is over.")
    @APIResponse(responseCode = "200", description = "The payer will be asked again.")
    @APIResponse(responseCode = "409", description = "No electronic answer is awaited.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<PriorAuthorisationView> inquire(@RestPath String authorisation) {
        return desk.inquire(AuthorisationId.of(authorisation)).map(PriorAuthorisationView::of);
    }

    private Colleague caller() {
        return callers.current().asColleague();
    }

    private static RestResponse<PriorAuthorisationView> ok(PriorAuthorisation authorisation) {
        return Answers.ok(PriorAuthorisationView.of(authorisation), authorisation.version());
    }
}
