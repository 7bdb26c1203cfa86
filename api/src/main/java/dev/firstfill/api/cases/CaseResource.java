package dev.firstfill.api.cases;

import dev.firstfill.api.assessments.Signatories;
import dev.firstfill.api.http.Answers;
import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.EntityTags;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.api.tasks.QueueRights;
import dev.firstfill.cases.AdherenceCall;
import dev.firstfill.cases.AdherenceDesk;
import dev.firstfill.cases.CaseDesk;
import dev.firstfill.cases.CaseFilter;
import dev.firstfill.cases.CaseReference;
import dev.firstfill.cases.CaseReport;
import dev.firstfill.cases.CaseTransition;
import dev.firstfill.patients.PatientReference;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The journeys of the caller's pharmacy's referrals. */
@Path("/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases", description = "The journey of each referral: where it stands, what is next, for whom it waits.")
public class CaseResource {
    private static final String LIST = "cases";

    private final CaseDesk desk;
    private final AdherenceDesk adherence;
    private final Callers callers;
    private final Cursors cursors;

    CaseResource(CaseDesk desk, AdherenceDesk adherence, Callers callers, Cursors cursors) {
        this.desk = desk;
        this.adherence = adherence;
        this.callers = callers;
        this.cursors = cursors;
    }

    @GET
    @PermissionsAllowed(Names.CASE_READ)
    @Operation(operationId = "listCases", summary = "List cases in the order they were opened")
    @APIResponse(responseCode = "200", description = "One page of cases, without their clocks and moves.")
    @APIResponse(responseCode = "404", description = "The pharmacy has no such patient.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<CasePage> list(
            @QueryParam("patient")
                    @Nullable
                    @Parameter(description = "Only this patient's, ended ones included: an id or number.")
                    String patient,
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
                    Integer slaAtLeast,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("newest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter = new CaseFilter(
                patient == null ? null : PatientReference.of(patient),
                status == null ? null : status.status(),
                payer,
                waitsFor == null ? null : waitsFor.party(),
                owner,
                slaAtLeast,
                null);
        return desk.list(filter, cursors.page(LIST, limit, sort, cursor)).map(found -> {
            var items = found.items().stream().map(CaseView::of).toList();
            var next = found.more() ? cursors.after(items.getLast().id(), LIST, sort) : null;
            return new CasePage(items, next);
        });
    }

    @GET
    @Path("/{case}")
    @PermissionsAllowed(Names.CASE_READ)
    @Operation(operationId = "getCase", summary = "Read a case, its clocks, and what may be done to it")
    @APIResponse(responseCode = "200", description = "The case as it is now.")
    public Uni<RestResponse<CaseView>> get(@RestPath("case") String reference) {
        return desk.read(CaseReference.of(reference)).map(CaseResource::ok);
    }

    @GET
    @Path("/{case}/events")
    @PermissionsAllowed(Names.CASE_READ)
    @Operation(
            operationId = "listCaseEvents",
            summary = "Read all that happened to a case",
            description = "Each event says for whom the case waited from then on, and how long.")
    @APIResponse(responseCode = "200", description = "Its story, from the first event to the last.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<CaseStory> events(@RestPath("case") String reference) {
        return desk.story(CaseReference.of(reference)).map(story -> new CaseStory(CaseEventView.of(story)));
    }

    @POST
    @Path("/{case}/transitions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.CASE_WRITE)
    @Operation(
            operationId = "createCaseTransition",
            summary = "Move a case",
            description =
                    "The case says which moves are legal and what each lacks. Moves that follow from a dispense, a claim, "
                            + "a prior authorisation or from time are made there.")
    @APIResponse(responseCode = "200", description = "The case as it is now.")
    @APIResponse(responseCode = "409", description = "The move is not legal where the case stands, or lacks something.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "The move follows from elsewhere, or a part does not fit it.")
    public Uni<RestResponse<CaseView>> move(
            @RestPath("case") String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid CaseTransition body) {
        var caller = callers.current();
        return desk.move(
                        CaseReference.of(reference),
                        EntityTags.seen(ifMatch),
                        body,
                        QueueRights.of(caller),
                        caller.asColleague())
                .map(CaseResource::ok);
    }

    @POST
    @Path("/{case}/contact-attempts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.CASE_WRITE)
    @Operation(operationId = "createContactAttempt", summary = "Say that somebody tried to reach the patient")
    @APIResponse(responseCode = "200", description = "The case as it is now.")
    @APIResponse(responseCode = "409", description = "The case has ended.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<CaseView> contact(@RestPath("case") String reference, @Valid NewContactAttempt body) {
        return desk.contact(
                        CaseReference.of(reference),
                        body.channel(),
                        body.result(),
                        body.note(),
                        callers.current().asColleague())
                .map(CaseView::of);
    }

    @POST
    @Path("/{case}/adherence-calls")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.ASSESSMENT_SIGN)
    @Operation(
            operationId = "createAdherenceCall",
            summary = "Put down a call about adherence",
            description =
                    "One act: the answers are signed, the call is done, the next refill is scheduled, and the next call "
                            + "has its task.")
    @APIResponse(responseCode = "200", description = "The case as it is now.")
    @APIResponse(responseCode = "409", description = "No fill was delivered yet, or the template is retired.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "Answers are missing or do not fit the template.")
    public Uni<CaseView> call(@RestPath("case") String reference, @Valid AdherenceCall body) {
        return adherence
                .call(CaseReference.of(reference), body, Signatories.signer(callers.current()))
                .map(CaseView::of);
    }

    @PUT
    @Path("/{case}/owner")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.CASE_WRITE)
    @Operation(operationId = "replaceCaseOwner", summary = "Say who looks after a case")
    @APIResponse(responseCode = "200", description = "The case as it is now.")
    @APIResponse(responseCode = "409", description = "The case has ended.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<CaseView>> own(
            @RestPath("case") String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid CaseOwnerBody body) {
        return desk.own(
                        CaseReference.of(reference),
                        EntityTags.seen(ifMatch),
                        body.colleague(),
                        callers.current().asColleague())
                .map(CaseResource::ok);
    }

    private static RestResponse<CaseView> ok(CaseReport report) {
        return Answers.ok(CaseView.of(report), report.about().version());
    }
}
