package dev.firstfill.api.patients;

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
import dev.firstfill.customfields.CustomFieldSight;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.patients.PatientRegistry;
import dev.firstfill.patients.PatientSearch;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Patients of the caller's pharmacy. */
@Path("/v1/patients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Patients", description = "The people the pharmacy cares for.")
public class PatientResource {
    private static final String LIST = "patients";

    private final PatientRegistry registry;
    private final Cursors cursors;
    private final ValidBodies bodies;
    private final Callers callers;

    PatientResource(PatientRegistry registry, Cursors cursors, ValidBodies bodies, Callers callers) {
        this.registry = registry;
        this.cursors = cursors;
        this.bodies = bodies;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PATIENT_WRITE)
    @Operation(operationId = "createPatient", summary = "Register a patient")
    @APIResponse(responseCode = "201", description = "The patient was registered.")
    @APIResponse(responseCode = "422", description = "A custom field breaks the rules the pharmacy set for it.")
    public Uni<RestResponse<PatientView>> create(@Valid PatientDetails body) {
        return registry.register(body, sight())
                .map(patient ->
                        Answers.created("/v1/patients/" + patient.id(), PatientView.of(patient), patient.version()));
    }

    @GET
    @PermissionsAllowed(Names.PATIENT_READ)
    @Operation(operationId = "listPatients", summary = "List patients in the order they were registered")
    public Uni<PatientPage> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = cursors.page(LIST, limit, sort, cursor);
        return registry.list(page, sight()).map(found -> {
            var items = found.items().stream().map(PatientView::of).toList();
            var next = found.more() ? cursors.after(items.get(items.size() - 1).id(), LIST, sort) : null;
            return new PatientPage(items, next);
        });
    }

    @GET
    @Path("/{patient}")
    @PermissionsAllowed(Names.PATIENT_READ)
    @Operation(operationId = "getPatient", summary = "Read a patient")
    public Uni<RestResponse<PatientView>> get(@RestPath String patient) {
        return registry.read(PatientReference.of(patient), sight()).map(PatientResource::ok);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{patient}")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PATIENT_WRITE)
    @Operation(operationId = "replacePatient", summary = "Replace a patient's record")
    @APIResponse(responseCode = "200", description = "The record as it is now.")
    @APIResponse(responseCode = "422", description = "A custom field breaks the rules the pharmacy set for it.")
    public Uni<RestResponse<PatientView>> replace(
            @RestPath String patient,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid PatientDetails body) {
        return registry.amend(PatientReference.of(patient), EntityTags.seen(ifMatch), body, sight())
                .map(PatientResource::ok);
    }

    @PATCH
    @Path("/{patient}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PATIENT_WRITE)
    @Operation(operationId = "updatePatient", summary = "Change parts of a patient's record")
    @APIResponse(responseCode = "200", description = "The record as it is now.")
    @APIResponse(responseCode = "422", description = "A custom field breaks the rules the pharmacy set for it.")
    public Uni<RestResponse<PatientView>> update(
            @RestPath String patient, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, MergePatch body) {
        int seen = EntityTags.seen(ifMatch);
        return registry.amend(
                        PatientReference.of(patient),
                        seen,
                        present -> bodies.patched(present, body, PatientDetails.class),
                        sight())
                .map(PatientResource::ok);
    }

    @POST
    @Path("/{patient}/erasure")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PATIENT_ERASE)
    @Operation(
            operationId = "erasePatient",
            summary = "Erase a patient for good",
            description = "There is no way back: the patient's key is destroyed, and with it the record and all that"
                    + " was ever sealed with that key. Id and number stay and answer 410 from then on.")
    @APIResponse(responseCode = "204", description = "The patient is erased.")
    public Uni<RestResponse<Void>> erase(
            @RestPath String patient,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid PatientErasure body) {
        return registry.erase(PatientReference.of(patient), EntityTags.seen(ifMatch), body.reason())
                .map(erased -> RestResponse.noContent());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/search")
    @PermissionsAllowed(Names.PATIENT_READ)
    @Operation(operationId = "searchPatients", summary = "Find patients by name, birth date, phone or member id")
    @APIResponse(responseCode = "200", description = "Whoever was found, perhaps nobody.")
    @APIResponse(responseCode = "422", description = "The search would show too many people.")
    public Uni<PatientMatches> search(@Valid PatientSearch body) {
        return registry.search(body, sight())
                .map(found ->
                        new PatientMatches(found.stream().map(PatientView::of).toList()));
    }

    private CustomFieldSight sight() {
        return callers.current().may(Permission.CUSTOM_FIELD_READ_SENSITIVE)
                ? CustomFieldSight.ALL
                : CustomFieldSight.WITHOUT_SENSITIVE;
    }

    private static RestResponse<PatientView> ok(Patient patient) {
        return Answers.ok(PatientView.of(patient), patient.version());
    }
}
