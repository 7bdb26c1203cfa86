package dev.firstfill.api.tasks;

import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.tasks.TaskDispatch;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Giving many tasks to somebody else at once. */
@Path("/v1/task-reassignments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "What somebody has to do next, in queues.")
public class TaskReassignmentResource {
    private final TaskDispatch dispatch;

    TaskReassignmentResource(TaskDispatch dispatch) {
        this.dispatch = dispatch;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.TASK_MANAGE)
    @Operation(
            operationId = "reassignTasks",
            summary = "Give many tasks to somebody else",
            description = "Of one colleague, or of those that wait in a queue, the first 500 in the order of pulling.")
    @APIResponse(responseCode = "200", description = "What became of each.")
    public Uni<RestResponse<ReassignmentView>> reassign(@Valid NewReassignment body) {
        var to = body.to() == null ? null : body.to().colleague();
        return dispatch.reassign(body.from(), body.queue(), to)
                .map(ReassignmentView::of)
                .map(RestResponse::ok);
    }
}
