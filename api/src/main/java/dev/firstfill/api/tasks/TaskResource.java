package dev.firstfill.api.tasks;

import dev.firstfill.api.http.Answers;
import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.EntityTags;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.tasks.Queue;
import dev.firstfill.tasks.Task;
import dev.firstfill.tasks.TaskDesk;
import dev.firstfill.tasks.TaskFilter;
import dev.firstfill.tasks.TaskId;
import dev.firstfill.tasks.TaskOutcome;
import dev.firstfill.tasks.TaskState;
import dev.firstfill.tasks.TaskType;
import dev.firstfill.tasks.TaskWorker;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Tasks of the caller's pharmacy. */
@Path("/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "What somebody has to do next, in queues.")
public class TaskResource {
    private static final String LIST = "tasks";
    private static final String ME = "me";

    private final TaskDesk desk;
    private final Cursors cursors;
    private final Callers callers;

    TaskResource(TaskDesk desk, Cursors cursors, Callers callers) {
        this.desk = desk;
        this.cursors = cursors;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.TASK_WORK)
    @Operation(
            operationId = "createTask",
            summary = "Open a task",
            description = "In any queue. Those of a case's workflow are opened and closed by the case.")
    @APIResponse(responseCode = "201", description = "The task waits in its queue.")
    @APIResponse(responseCode = "404", description = "The pharmacy has no such patient, or the patient no such case.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "visibleFrom or dueAt is years away.")
    public Uni<RestResponse<TaskView>> create(@Valid NewTaskBody body) {
        return desk.open(body.wish(), worker().colleague())
                .map(task -> Answers.created("/v1/tasks/" + task.id(), TaskView.of(task), task.version()));
    }

    @GET
    @PermissionsAllowed(Names.TASK_READ)
    @Operation(operationId = "listTasks", summary = "List tasks in the order they were opened")
    @APIResponse(responseCode = "200", description = "One page of them.")
    @APIResponse(responseCode = "404", description = "The pharmacy has no such patient or case.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<TaskPage> list(
            @QueryParam("queue") @Nullable @Parameter(description = "Only those of this queue.") Queue queue,
            @QueryParam("type") @Nullable @Parameter(description = "Only those of this type.") TaskType type,
            @QueryParam("assignee")
                    @Nullable
                    @Parameter(description = "Only those that this colleague has or had, by id; me for the caller.")
                    String assignee,
            @QueryParam("state") @Nullable TaskState state,
            @QueryParam("patient") @Nullable @Parameter(description = "Only this patient's: an id or number.")
                    String patient,
            @QueryParam("case") @Nullable @Parameter(description = "Only this case's: an id or number.")
                    String patientCase,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter = new TaskFilter(
                queue,
                type,
                ME.equals(assignee) ? worker().colleague().id() : assignee,
                state,
                patient == null ? null : PatientReference.of(patient),
                patientCase);
        return desk.list(filter, cursors.page(LIST, limit, sort, cursor)).map(found -> {
            var items = found.items().stream().map(TaskView::of).toList();
            var next = found.more() ? cursors.after(items.getLast().id(), LIST, sort) : null;
            return new TaskPage(items, next);
        });
    }

    @GET
    @Path("/{task}")
    @PermissionsAllowed(Names.TASK_READ)
    @Operation(
            operationId = "getTask",
            summary = "Read a task",
            description = "Of a patient who was erased, without what was written.")
    @APIResponse(responseCode = "200", description = "The task as it is now.")
    public Uni<RestResponse<TaskView>> get(@RestPath String task) {
        return desk.read(TaskId.of(task)).map(TaskResource::ok);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{task}/assignment")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.TASK_WORK)
    @Operation(
            operationId = "assignTask",
            summary = "Take a task, or hand it over",
            description = "What waits may be taken or given to a colleague; what one has may be handed over; a manager"
                    + " takes tasks out of others' hands, too. The caller works its queue.")
    @APIResponse(responseCode = "200", description = "The task is the assignee's.")
    @APIResponse(responseCode = "409", description = "Another colleague has it, or it is over.")
    public Uni<RestResponse<TaskView>> assign(
            @RestPath String task,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid NewTaskAssignment body) {
        return desk.assign(TaskId.of(task), EntityTags.seen(ifMatch), assignee(body), worker())
                .map(TaskResource::ok);
    }

    private Colleague assignee(NewTaskAssignment body) {
        return body.assignee() == null ? worker().colleague() : body.assignee().colleague();
    }

    @DELETE
    @Path("/{task}/assignment")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.TASK_WORK)
    @Operation(operationId = "giveTaskBack", summary = "Give a task back into its queue")
    @APIResponse(responseCode = "204", description = "It waits for somebody else, in its old place.")
    @APIResponse(responseCode = "409", description = "Another colleague has it, nobody has it, or it is over.")
    public Uni<RestResponse<Void>> giveBack(
            @RestPath String task, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return desk.giveBack(TaskId.of(task), EntityTags.seen(ifMatch), worker())
                .map(givenBack -> RestResponse.noContent());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{task}/snooze")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.TASK_WORK)
    @Operation(
            operationId = "snoozeTask",
            summary = "Put a task off",
            description = "It stays with whoever has it. One that waits is pulled by nobody until then, and then before"
                    + " what was opened later.")
    @APIResponse(responseCode = "200", description = "The task, put off.")
    @APIResponse(responseCode = "409", description = "Another colleague has it, or it is over.")
    @APIResponse(responseCode = "410", description = "The patient was erased, and no reason can be kept.")
    @APIResponse(responseCode = "422", description = "The time is past, or too far off.")
    public Uni<RestResponse<TaskView>> snooze(
            @RestPath String task, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid NewSnooze body) {
        return desk.snooze(TaskId.of(task), EntityTags.seen(ifMatch), body.until(), body.reason(), worker())
                .map(TaskResource::ok);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{task}/completion")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.TASK_WORK)
    @Operation(
            operationId = "completeTask",
            summary = "Say what became of a task",
            description = "Of those that colleagues opened. What a case opened is done when the case moves on.")
    @APIResponse(responseCode = "200", description = "The task, completed.")
    @APIResponse(responseCode = "409", description = "A case closes it, another colleague has it, or it is over.")
    @APIResponse(responseCode = "410", description = "The patient was erased, and no note can be kept.")
    public Uni<RestResponse<TaskView>> complete(
            @RestPath String task,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid NewCompletion body) {
        return desk.complete(
                        TaskId.of(task),
                        EntityTags.seen(ifMatch),
                        TaskOutcome.of(body.outcome()),
                        body.note(),
                        worker())
                .map(TaskResource::ok);
    }

    private TaskWorker worker() {
        return QueueRights.worker(callers.current());
    }

    private static RestResponse<TaskView> ok(Task task) {
        return Answers.ok(TaskView.of(task), task.version());
    }
}
