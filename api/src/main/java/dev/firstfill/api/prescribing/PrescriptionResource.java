package dev.firstfill.api.prescribing;

import dev.firstfill.api.http.Answers;
import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.EntityTags;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.json.MergePatch;
import dev.firstfill.api.json.ValidBodies;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.prescribing.AmendmentScope;
import dev.firstfill.prescribing.OpenedPrescription;
import dev.firstfill.prescribing.PrescriptionDesk;
import dev.firstfill.prescribing.PrescriptionDetails;
import dev.firstfill.prescribing.PrescriptionFilter;
import dev.firstfill.prescribing.PrescriptionReference;
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
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Prescriptions of the caller's pharmacy. */
@Path("/v1/prescriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prescriptions", description = "What prescribers order for patients.")
public class PrescriptionResource {
    private static final String LIST = "prescriptions";
    private static final String CHANGES = "prescription-changes";

    private final PrescriptionDesk desk;
    private final Cursors cursors;
    private final ValidBodies bodies;
    private final Callers callers;

    PrescriptionResource(PrescriptionDesk desk, Cursors cursors, ValidBodies bodies, Callers callers) {
        this.desk = desk;
        this.cursors = cursors;
        this.bodies = bodies;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PRESCRIPTION_WRITE)
    @Operation(
            operationId = "createPrescription",
            summary = "Enter a prescription",
            description = "As a draft, which a pharmacist activates before anything is filled.")
    @APIResponse(responseCode = "201", description = "The draft was entered.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "A rule forbids it, or what it names is not there; see code.")
    public Uni<RestResponse<PrescriptionView>> create(@Valid PrescriptionDetails body) {
        return desk.enter(body, callers.current().asColleague())
                .map(entered -> Answers.created(
                        "/v1/prescriptions/" + entered.prescription().id(),
                        PrescriptionView.of(entered),
                        entered.prescription().version()));
    }

    @GET
    @PermissionsAllowed(Names.PRESCRIPTION_READ)
    @Operation(operationId = "listPrescriptions", summary = "List prescriptions in the order they were entered")
    @APIResponse(responseCode = "200", description = "One page of them.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<PrescriptionPage> list(
            @QueryParam("patient") @Nullable @Parameter(description = "The id or number of one whose they are.")
                    String patient,
            @QueryParam("state") @Nullable @Parameter(description = "As it is today.") StateFilter state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter = new PrescriptionFilter(
                patient == null ? null : PatientReference.of(patient), state == null ? null : state.state());
        return desk.list(filter, cursors.page(LIST, limit, sort, cursor)).map(found -> {
            var items = found.items().stream().map(PrescriptionView::of).toList();
            var next = found.more() ? cursors.after(items.getLast().id(), LIST, sort) : null;
            return new PrescriptionPage(items, next);
        });
    }

    @GET
    @Path("/{prescription}")
    @PermissionsAllowed(Names.PRESCRIPTION_READ)
    @Operation(operationId = "getPrescription", summary = "Read a prescription, by id or number")
    @APIResponse(responseCode = "200", description = "The prescription as it is today.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<PrescriptionView>> get(@RestPath String prescription) {
        return desk.read(PrescriptionReference.of(prescription)).map(PrescriptionResource::ok);
    }

    @PUT
    @Path("/{prescription}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PRESCRIPTION_WRITE)
    @Operation(
            operationId = "replacePrescription",
            summary = "Write a prescription anew",
            description =
                    "A draft, all but its patient. Once it is active a pharmacist changes sig, dosing, daysSupply,"
                            + " refillsAuthorised, icd10Codes, clinicalIndication, dispenseAsWritten and note, and says in"
                            + " amendment why and who authorised it; all else takes a new prescription.")
    @APIResponse(responseCode = "200", description = "The prescription as it is now.")
    @APIResponse(responseCode = "409", description = "It cannot be changed, or not in this; see code.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "A rule forbids it, or what it names is not there; see code.")
    public Uni<RestResponse<PrescriptionView>> replace(
            @RestPath String prescription,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid PrescriptionDetails body) {
        return amended(prescription, ifMatch, present -> body);
    }

    @PATCH
    @Path("/{prescription}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PRESCRIPTION_WRITE)
    @Operation(
            operationId = "updatePrescription",
            summary = "Change parts of a prescription",
            description = "By the rules of replacePrescription. What was computed stays as it was unless it is sent as"
                    + " null, which has it computed anew.")
    @APIResponse(responseCode = "200", description = "The prescription as it is now.")
    @APIResponse(responseCode = "409", description = "It cannot be changed, or not in this; see code.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "A rule forbids it, or what it names is not there; see code.")
    public Uni<RestResponse<PrescriptionView>> update(
            @RestPath String prescription,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            MergePatch body) {
        return amended(prescription, ifMatch, present -> bodies.patched(present, body, PrescriptionDetails.class));
    }

    @GET
    @Path("/{prescription}/changes")
    @PermissionsAllowed(Names.PRESCRIPTION_READ)
    @Operation(operationId = "listPrescriptionChanges", summary = "List what happened to a prescription")
    public Uni<PrescriptionChangePage> changes(
            @RestPath String prescription,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        return desk.changes(PrescriptionReference.of(prescription), cursors.page(CHANGES, limit, sort, cursor))
                .map(found -> {
                    var items = found.items().stream()
                            .map(PrescriptionChangeView::of)
                            .toList();
                    var next = found.more() ? cursors.after(items.getLast().id(), CHANGES, sort) : null;
                    return new PrescriptionChangePage(items, next);
                });
    }

    private Uni<RestResponse<PrescriptionView>> amended(
            String prescription, @Nullable String ifMatch, UnaryOperator<PrescriptionDetails> change) {
        var caller = callers.current();
        var scope = caller.may(Permission.PRESCRIPTION_VERIFY) ? AmendmentScope.ALL : AmendmentScope.DRAFTS;
        int seen = EntityTags.seen(ifMatch);
        return desk.amend(PrescriptionReference.of(prescription), seen, change, scope, caller.asColleague())
                .map(PrescriptionResource::ok);
    }

    static RestResponse<PrescriptionView> ok(OpenedPrescription opened) {
        return Answers.ok(PrescriptionView.of(opened), opened.prescription().version());
    }
}
