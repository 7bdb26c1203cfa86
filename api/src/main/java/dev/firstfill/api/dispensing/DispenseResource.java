package dev.firstfill.api.dispensing;

import dev.firstfill.api.http.Answers;
import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.dispensing.DispenseFilter;
import dev.firstfill.dispensing.DispenseQueue;
import dev.firstfill.dispensing.DispenseReference;
import dev.firstfill.dispensing.FillingBench;
import dev.firstfill.dispensing.LabelPress;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.prescribing.PrescriptionReference;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The queue of dispenses, and each of them. */
@Path("/v1/dispenses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dispenses", description = "From the queue to the patient's door, and back.")
public class DispenseResource {
    private static final String LIST = "dispenses";

    private final DispenseQueue queue;
    private final FillingBench bench;
    private final LabelPress press;
    private final Cursors cursors;
    private final Callers callers;

    DispenseResource(DispenseQueue queue, FillingBench bench, LabelPress press, Cursors cursors, Callers callers) {
        this.queue = queue;
        this.bench = bench;
        this.press = press;
        this.cursors = cursors;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_WRITE)
    @Operation(
            operationId = "createDispense",
            summary = "Queue a fill of a prescription",
            description = "Takes one of its fills, or goes on with one that was split.")
    @APIResponse(responseCode = "201", description = "The dispense is queued.")
    @APIResponse(
            responseCode = "409",
            description = "The prescription cannot be filled now, or another of its dispenses has not left.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "Quantity, days' supply or billing contradict the prescription.")
    public Uni<RestResponse<DispenseView>> create(@Valid NewDispense body) {
        return queue.queue(PrescriptionReference.of(body.prescription()), body.wish(), caller())
                .map(dispense -> Answers.created("/v1/dispenses/" + dispense.id(), DispenseView.of(dispense)));
    }

    @GET
    @PermissionsAllowed(Names.DISPENSE_READ)
    @Operation(operationId = "listDispenses", summary = "List dispenses in the order in which they were queued")
    public Uni<DispensePage> list(
            @QueryParam("state") @Parameter(description = "Those in this state.") @Nullable DispenseStateFilter state,
            @QueryParam("patient") @Parameter(description = "Those of this patient, by id or number.") @Nullable
                    String patient,
            @QueryParam("prescription") @Parameter(description = "Those of this prescription, by its id.") @Nullable
                    String prescription,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter = new DispenseFilter(
                state == null ? null : state.state(),
                patient == null ? null : PatientReference.of(patient),
                prescription == null ? null : PrescriptionReference.of(prescription));
        return queue.list(filter, cursors.page(LIST, limit, sort, cursor)).map(found -> {
            var items = found.items().stream().map(DispenseView::of).toList();
            var next = found.more() ? cursors.after(items.getLast().id(), LIST, sort) : null;
            return new DispensePage(items, next);
        });
    }

    @GET
    @Path("/{dispense}")
    @PermissionsAllowed(Names.DISPENSE_READ)
    @Operation(operationId = "getDispense", summary = "Read a dispense, by id or number")
    @APIResponse(responseCode = "200", description = "The dispense as it is now.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<DispenseView>> get(@RestPath String dispense) {
        return queue.read(DispenseReference.of(dispense)).map(DispenseAnswers::ok);
    }

    @GET
    @Path("/{dispense}/events")
    @PermissionsAllowed(Names.DISPENSE_READ)
    @Operation(operationId = "listDispenseEvents", summary = "Read the story of a dispense")
    @APIResponse(responseCode = "200", description = "All that happened to it, in order.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<DispenseEvents> events(@RestPath String dispense) {
        return queue.story(DispenseReference.of(dispense)).map(DispenseEvents::of);
    }

    @GET
    @Path("/{dispense}/label")
    @PermissionsAllowed(Names.DISPENSE_READ)
    @Operation(operationId = "getDispenseLabel", summary = "Read what is printed for a dispense")
    @APIResponse(responseCode = "200", description = "Label and packing data.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<LabelView> label(@RestPath String dispense) {
        return press.label(DispenseReference.of(dispense)).map(LabelView::of);
    }

    @POST
    @Path("/{dispense}/fill")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_WRITE)
    @Operation(
            operationId = "fillDispense",
            summary = "Set stock aside for a dispense",
            description = "Lots that expire first are taken first, as long as they last until the supply is used up.")
    @APIResponse(responseCode = "200", description = "The dispense with its lots.")
    @APIResponse(responseCode = "409", description = "The dispense is not queued, or there is too little stock.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "The chosen lots do not fit, or others expire before them.")
    public Uni<RestResponse<DispenseView>> fill(@RestPath String dispense, @Valid ChosenLots body) {
        return bench.fill(DispenseReference.of(dispense), body.choice(), caller())
                .map(DispenseAnswers::ok);
    }

    @POST
    @Path("/{dispense}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISPENSE_WRITE)
    @Operation(
            operationId = "cancelDispense",
            summary = "Undo a dispense that has not left",
            description = "Its stock is free again, and fill and claim are given back.")
    @APIResponse(responseCode = "200", description = "The dispense, cancelled.")
    @APIResponse(responseCode = "409", description = "It has left already, or was undone.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<DispenseView>> cancel(@RestPath String dispense, @Valid DispenseUndoing body) {
        return queue.cancel(DispenseReference.of(dispense), body.reason(), body.note(), caller())
                .map(DispenseAnswers::ok);
    }

    private Colleague caller() {
        return callers.current().asColleague();
    }
}
