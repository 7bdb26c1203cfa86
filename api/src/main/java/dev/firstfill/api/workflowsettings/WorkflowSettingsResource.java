package dev.firstfill.api.workflowsettings;

import dev.firstfill.api.http.Answers;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.workflowsettings.SettingsDesk;
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

/** How the caller's pharmacy works. */
@Path("/v1/workflow-settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workflow settings", description = "Opening hours, targets and what each drug programme asks for.")
public class WorkflowSettingsResource {
    private final SettingsDesk desk;
    private final Callers callers;

    WorkflowSettingsResource(SettingsDesk desk, Callers callers) {
        this.desk = desk;
        this.callers = callers;
    }

    @GET
    @PermissionsAllowed(Names.WORKFLOW_READ)
    @Operation(operationId = "getWorkflowSettings", summary = "Read how cases that begin now are worked")
    @APIResponse(responseCode = "200", description = "The latest version.")
    public Uni<WorkflowSettingsView> get() {
        return desk.current().map(WorkflowSettingsView::of);
    }

    @GET
    @Path("/{version}")
    @PermissionsAllowed(Names.WORKFLOW_READ)
    @Operation(
            operationId = "getWorkflowSettingsVersion",
            summary = "Read the settings that a case began under, and goes on under")
    @APIResponse(responseCode = "200", description = "That version.")
    public Uni<WorkflowSettingsView> version(@RestPath String version) {
        return desk.version(version).map(WorkflowSettingsView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.WORKFLOW_WRITE)
    @Operation(
            operationId = "createWorkflowSettings",
            summary = "Say how cases that begin from now on are worked",
            description = "Makes another version; cases that have begun go on under theirs.")
    @APIResponse(responseCode = "201", description = "The new version, in force.")
    @APIResponse(responseCode = "412", description = "Another version is in force than the one it was to replace.")
    @APIResponse(responseCode = "422", description = "The week or the programmes contradict themselves.")
    public Uni<RestResponse<WorkflowSettingsView>> create(@Valid WorkflowSettingsBody body) {
        return desk.publish(body.replaces(), body.content(), callers.current().asColleague())
                .map(made -> Answers.created("/v1/workflow-settings/" + made.version(), WorkflowSettingsView.of(made)));
    }
}
