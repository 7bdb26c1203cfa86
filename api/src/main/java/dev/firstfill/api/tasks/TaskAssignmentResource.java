package dev.firstfill.api.tasks;

import dev.firstfill.api.http.Answers;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
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
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Pulling the next task. */
@Path("/v1/task-assignments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "What somebody has to do next, in queues.")
public class TaskAssignmentResource {
    private final TaskDispatch dispatch;
    private final Callers callers;

    TaskAssignmentResource(TaskDispatch dispatch, Callers callers) {
        this.dispatch = dispatch;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.TASK_WORK)
    @Operation(
            operationId = "pullTask",
            summary = "Pull the next task",
            description =
                    "Of all that wait in the queues and that the caller could do, the one with the earliest pullBy"
                            + " becomes the caller's. However many pull at once, each task is given to one of them.")
    @APIResponse(
            responseCode = "201",
            description = "The task is the caller's.",
            headers = @Header(name = "ETag", ref = "ETag"))
    @APIResponse(responseCode = "204", description = "Nothing waits that the caller could do.")
    public Uni<RestResponse<TaskView>> pull(@Valid NewPull body) {
        return dispatch.pull(body.wish(), QueueRights.worker(callers.current())).map(found -> found.map(
                        task -> Answers.created("/v1/tasks/" + task.id(), TaskView.of(task), task.version()))
                .orElseGet(RestResponse::noContent));
    }
}
