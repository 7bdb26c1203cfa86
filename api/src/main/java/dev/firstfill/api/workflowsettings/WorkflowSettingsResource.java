package dev.firstfill.api.workflowsettings;

import dev.firstfill.api.http.Answers;
import dev.firstfill.api.http.EntityTags;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.workflowsettings.NewWorkflowSettings;
import dev.firstfill.workflowsettings.PublishedSettings;
import dev.firstfill.workflowsettings.SettingsDesk;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

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
    public Uni<RestResponse<WorkflowSettingsView>> get() {
        return desk.current().map(WorkflowSettingsResource::ok);
    }

    @GET
    @Path("/{version}")
    @PermissionsAllowed(Names.WORKFLOW_READ)
    @Operation(
            operationId = "getWorkflowSettingsVersion",
            summary = "Read the settings that a case began under, and goes on under")
    @APIResponse(responseCode = "200", description = "That version.")
    public Uni<WorkflowSettingsView> version(@RestPath int version) {
        return desk.version(version).map(WorkflowSettingsView::of);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.WORKFLOW_WRITE)
    @Operation(
            operationId = "replaceWorkflowSettings",
            summary = "Say how cases that begin from now on are worked",
            description = "Makes another version; cases that have begun go on under theirs.")
    @APIResponse(responseCode = "200", description = "The new version.")
    @APIResponse(responseCode = "422", description = "The week or the programmes contradict themselves.")
    public Uni<RestResponse<WorkflowSettingsView>> replace(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid NewWorkflowSettings body) {
        return desk.publish(EntityTags.seen(ifMatch), body, callers.current().asColleague())
                .map(WorkflowSettingsResource::ok);
    }

    private static RestResponse<WorkflowSettingsView> ok(PublishedSettings published) {
        return Answers.ok(WorkflowSettingsView.of(published), published.version());
    }
}
