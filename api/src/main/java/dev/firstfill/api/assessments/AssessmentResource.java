package dev.firstfill.api.assessments;

import dev.firstfill.api.http.Answers;
import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.EntityTags;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.json.MergePatch;
import dev.firstfill.api.json.ValidBodies;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.assessments.Assessment;
import dev.firstfill.assessments.AssessmentDesk;
import dev.firstfill.assessments.AssessmentDraft;
import dev.firstfill.assessments.AssessmentFilter;
import dev.firstfill.assessments.AssessmentId;
import dev.firstfill.assessments.AssessmentState;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What patients were asked, and answered. */
@Path("/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assessments", description = "What patients were asked, and answered.")
public class AssessmentResource {
    private static final String LIST = "assessments";

    private final AssessmentDesk desk;
    private final Cursors cursors;
    private final ValidBodies bodies;
    private final Callers callers;

    AssessmentResource(AssessmentDesk desk, Cursors cursors, ValidBodies bodies, Callers callers) {
        this.desk = desk;
        this.cursors = cursors;
        this.bodies = bodies;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.ASSESSMENT_WRITE)
    @Operation(
            operationId = "createAssessment",
            summary = "Begin an assessment",
            description = "A draft: it may lack answers until it is signed, and those it has must fit the template.")
    @APIResponse(responseCode = "201", description = "The draft is there.")
    @APIResponse(responseCode = "404", description = "The pharmacy has no such patient or template.")
    @APIResponse(responseCode = "409", description = "This version of the template is retired.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "Answers do not fit the template, or the day lies in the future.")
    public Uni<RestResponse<AssessmentView>> create(@Valid AssessmentDraft body) {
        return desk.begin(body, callers.current().asColleague()).map(AssessmentResource::created);
    }

    @GET
    @PermissionsAllowed(Names.ASSESSMENT_READ)
    @Operation(operationId = "listAssessments", summary = "List assessments in the order they were begun")
    public Uni<AssessmentPage> list(
            @QueryParam("patient") @Nullable @Parameter(description = "Of one patient only, by id or number.")
                    String patient,
            @QueryParam("state") @Nullable @Parameter(description = "Only those in this state.") AssessmentState state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("newest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter = new AssessmentFilter(state, patient == null ? null : PatientReference.of(patient));
        return desk.list(filter, cursors.page(LIST, limit, sort, cursor))
                .map(found -> new AssessmentPage(
                        found.items().stream().map(AssessmentView::of).toList(),
                        found.goesOnAfter() == null ? null : cursors.after(found.goesOnAfter(), LIST, sort)));
    }

    @GET
    @Path("/{assessment}")
    @PermissionsAllowed(Names.ASSESSMENT_READ)
    @Operation(operationId = "getAssessment", summary = "Read an assessment")
    @APIResponse(responseCode = "200", description = "The assessment, with all its answers.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<AssessmentView>> get(@RestPath String assessment) {
        return desk.read(AssessmentId.of(assessment)).map(AssessmentResource::ok);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{assessment}")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.ASSESSMENT_WRITE)
    @Operation(operationId = "replaceAssessment", summary = "Replace what stands in a draft")
    @APIResponse(responseCode = "200", description = "The draft as it is now.")
    @APIResponse(responseCode = "409", description = "It is signed already.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "Answers do not fit, or patient or template changed.")
    public Uni<RestResponse<AssessmentView>> replace(
            @RestPath String assessment,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid AssessmentDraft body) {
        return desk.answer(AssessmentId.of(assessment), EntityTags.seen(ifMatch), present -> body)
                .map(AssessmentResource::ok);
    }

    @PATCH
    @Consumes(MergePatch.MEDIA_TYPE)
    @Path("/{assessment}")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.ASSESSMENT_WRITE)
    @Operation(operationId = "updateAssessment", summary = "Add, change and take away answers in a draft")
    @APIResponse(responseCode = "200", description = "The draft as it is now.")
    @APIResponse(responseCode = "409", description = "It is signed already.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "Answers do not fit, or patient or template changed.")
    public Uni<RestResponse<AssessmentView>> update(
            @RestPath String assessment, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, MergePatch body) {
        return desk.answer(
                        AssessmentId.of(assessment),
                        EntityTags.seen(ifMatch),
                        present -> bodies.patched(present, body, AssessmentDraft.class))
                .map(AssessmentResource::ok);
    }

    @POST
    @Path("/{assessment}/signature")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.ASSESSMENT_SIGN)
    @Operation(
            operationId = "signAssessment",
            summary = "Sign a draft",
            description = "Whoever may sign says the template. From then on it counts and is never changed; answers"
                    + " that are signs of a side effect or barrier raise a concern.")
    @APIResponse(responseCode = "200", description = "The assessment, signed and scored.")
    @APIResponse(responseCode = "409", description = "It is signed already.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "Required answers are missing; errors names each.")
    public Uni<RestResponse<AssessmentView>> sign(
            @RestPath String assessment, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return desk.sign(AssessmentId.of(assessment), EntityTags.seen(ifMatch), Signatories.signer(callers.current()))
                .map(AssessmentResource::ok);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{assessment}/amendment")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.ASSESSMENT_SIGN)
    @Operation(
            operationId = "amendAssessment",
            summary = "Sign another assessment in place of a signed one",
            description = "The first stays readable and names the other. Concerns that it raised and the other does"
                    + " not are resolved as raised in error.")
    @APIResponse(responseCode = "201", description = "The other assessment, which counts from now on.")
    @APIResponse(responseCode = "409", description = "It is a draft, or was amended already.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "Answers are missing or do not fit; errors names each.")
    public Uni<RestResponse<AssessmentView>> amend(@RestPath String assessment, @Valid NewAmendment body) {
        return desk.amend(AssessmentId.of(assessment), body.amendment(), Signatories.signer(callers.current()))
                .map(signed -> Answers.created("/v1/assessments/" + signed.id(), AssessmentView.of(signed)));
    }

    private static RestResponse<AssessmentView> created(Assessment assessment) {
        return Answers.created(
                "/v1/assessments/" + assessment.id(), AssessmentView.of(assessment), assessment.version());
    }

    private static RestResponse<AssessmentView> ok(Assessment assessment) {
        return Answers.ok(AssessmentView.of(assessment), assessment.version());
    }
}
