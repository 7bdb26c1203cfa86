package dev.firstfill.api.assessments;

import dev.firstfill.api.http.Answers;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.assessments.Template;
import dev.firstfill.assessments.TemplateContent;
import dev.firstfill.assessments.TemplateDesk;
import dev.firstfill.assessments.TemplateReference;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What assessments ask. */
@Path("/v1/assessment-templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assessment templates", description = "What assessments ask, and what answers mean.")
public class AssessmentTemplateResource {
    private static final String NAMED = "By a version's id, a code for its present version, or both, as in ra.1.";

    private final TemplateDesk desk;
    private final Callers callers;

    AssessmentTemplateResource(TemplateDesk desk, Callers callers) {
        this.desk = desk;
        this.callers = callers;
    }

    @GET
    @PermissionsAllowed(Names.ASSESSMENT_TEMPLATE_READ)
    @Operation(
            operationId = "listAssessmentTemplates",
            summary = "List the present version of each template",
            description = "Those that come with the platform, and the pharmacy's own, which supersede them.")
    public Uni<AssessmentTemplateList> list() {
        return desk.list().map(AssessmentTemplateList::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.ASSESSMENT_TEMPLATE_WRITE)
    @Operation(
            operationId = "createAssessmentTemplate",
            summary = "Publish a template under a code of its own",
            description = "It can be used at once and never changes: another version supersedes it.")
    @APIResponse(responseCode = "201", description = "It is published.")
    @APIResponse(responseCode = "409", description = "There is a template of this code, or there are too many.")
    @APIResponse(responseCode = "422", description = "Parts of it contradict each other; errors names each place.")
    public Uni<RestResponse<AssessmentTemplateView>> create(@Valid NewAssessmentTemplate body) {
        return desk.publish(body.code(), body.content(), callers.current().asColleague())
                .map(AssessmentTemplateResource::created);
    }

    @GET
    @Path("/{template}")
    @PermissionsAllowed(Names.ASSESSMENT_TEMPLATE_READ)
    @Operation(operationId = "getAssessmentTemplate", summary = "Read a version of a template", description = NAMED)
    public Uni<AssessmentTemplateView> get(@RestPath String template) {
        return desk.read(TemplateReference.of(template)).map(AssessmentTemplateView::of);
    }

    @GET
    @Path("/{template}/versions")
    @PermissionsAllowed(Names.ASSESSMENT_TEMPLATE_READ)
    @Operation(
            operationId = "listAssessmentTemplateVersions",
            summary = "List all versions of a template, oldest first",
            description = NAMED)
    public Uni<AssessmentTemplateList> versions(@RestPath String template) {
        return desk.versions(TemplateReference.of(template)).map(AssessmentTemplateList::of);
    }

    @POST
    @Path("/{template}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.ASSESSMENT_TEMPLATE_WRITE)
    @Operation(
            operationId = "createAssessmentTemplateVersion",
            summary = "Publish the next version of a template",
            description = "Also of one that comes with the platform. It is the present one from now on; drafts that"
                    + " were begun before keep theirs.")
    @APIResponse(responseCode = "201", description = "It is published.")
    @APIResponse(responseCode = "409", description = "Another was published just now, or there are too many.")
    @APIResponse(responseCode = "422", description = "Parts of it contradict each other; errors names each place.")
    public Uni<RestResponse<AssessmentTemplateView>> supersede(@RestPath String template, @Valid TemplateContent body) {
        return desk.supersede(
                        TemplateReference.of(template), body, callers.current().asColleague())
                .map(AssessmentTemplateResource::created);
    }

    @POST
    @Path("/{template}/retirement")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.ASSESSMENT_TEMPLATE_WRITE)
    @Operation(
            operationId = "retireAssessmentTemplate",
            summary = "Retire a version of the pharmacy's own",
            description = "It takes no new assessments, and the version before it is the present one again. What was"
                    + " begun with it is finished with it.")
    @APIResponse(responseCode = "200", description = "The version, retired.")
    @APIResponse(responseCode = "409", description = "It is retired already, or comes with the platform.")
    public Uni<AssessmentTemplateView> retire(@RestPath String template) {
        return desk.retire(TemplateReference.of(template)).map(AssessmentTemplateView::of);
    }

    private static RestResponse<AssessmentTemplateView> created(Template template) {
        return Answers.created("/v1/assessment-templates/" + template.id(), AssessmentTemplateView.of(template));
    }
}
