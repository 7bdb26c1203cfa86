package dev.firstfill.api.emergency;

import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.patients.PatientView;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.emergency.EmergencyAccess;
import dev.firstfill.emergency.EmergencyAccessId;
import dev.firstfill.emergency.EmergencyDesk;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.RealTime;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.tenancy.routing.CurrentTenant;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Provider;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Patients' records, opened in emergencies. */
@Path("/v1/emergency-accesses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Emergencies", description = "Reading a record in an emergency, and the review of it.")
public class EmergencyAccessResource {
    private static final String LIST = "emergency-accesses";

    private final EmergencyDesk desk;
    private final Provider<EmergencyAlarm> alarm;
    private final Cursors cursors;
    private final Callers callers;
    private final Clock clock;

    EmergencyAccessResource(
            EmergencyDesk desk,
            Provider<EmergencyAlarm> alarm,
            Cursors cursors,
            Callers callers,
            @RealTime Clock clock) {
        this.desk = desk;
        this.alarm = alarm;
        this.cursors = cursors;
        this.callers = callers;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.EMERGENCY_ACCESS)
    @Operation(
            operationId = "createEmergencyAccess",
            summary = "Open a patient's record in an emergency",
            description = "For an hour, for the caller alone, and to be read only. It is told at once, and the privacy"
                    + " officer reviews it.")
    @APIResponse(responseCode = "201", description = "The record may be read until expiresAt.")
    @APIResponse(responseCode = "404", description = "The pharmacy has no such patient.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<OpenedEmergencyAccess>> create(@Valid NewEmergencyAccess body) {
        return desk.open(PatientReference.of(body.patient()), body.reasonCode(), body.reason(), caller())
                .invoke(access -> alarm.get().sound(CurrentTenant.require(), access))
                .map(access -> ResponseBuilder.<OpenedEmergencyAccess>created(
                                URI.create("/v1/emergency-accesses/" + access.id()))
                        .entity(OpenedEmergencyAccess.of(access))
                        .build());
    }

    @GET
    @Path("/{access}/patient")
    @PermissionsAllowed(Names.EMERGENCY_ACCESS)
    @Operation(
            operationId = "getEmergencyPatient",
            summary = "Read the record that was opened in an emergency",
            description = "Whole, sensitive fields included, for whoever opened it; to anybody else it is not there.")
    @APIResponse(responseCode = "200", description = "The record as it is now.")
    @APIResponse(responseCode = "409", description = "The access has expired or was closed.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<PatientView> patient(@RestPath String access) {
        return desk.patient(EmergencyAccessId.of(access), caller()).map(PatientView::of);
    }

    @POST
    @Path("/{access}/closure")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.EMERGENCY_ACCESS)
    @Operation(operationId = "closeEmergencyAccess", summary = "End an emergency access of one's own before its time")
    @APIResponse(responseCode = "204", description = "The record is no longer shown.")
    @APIResponse(responseCode = "409", description = "The access was over already.")
    public Uni<RestResponse<Void>> close(@RestPath String access) {
        return desk.close(EmergencyAccessId.of(access), caller()).map(closed -> RestResponse.noContent());
    }

    @GET
    @PermissionsAllowed(Names.EMERGENCY_REVIEW)
    @Operation(operationId = "listEmergencyAccesses", summary = "List emergency accesses and how their review stands")
    public Uni<EmergencyAccessPage> list(
            @QueryParam("review")
                    @DefaultValue("pending")
                    @Parameter(description = "Those to be reviewed, those that were, or all.")
                    ReviewFilter review,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("newest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        return desk.list(review.state(), cursors.page(LIST, limit, sort, cursor))
                .map(found -> {
                    var items = found.items().stream().map(this::view).toList();
                    var next = found.more()
                            ? cursors.after(items.get(items.size() - 1).id(), LIST, sort)
                            : null;
                    return new EmergencyAccessPage(items, next);
                });
    }

    @GET
    @Path("/{access}")
    @PermissionsAllowed(Names.EMERGENCY_REVIEW)
    @Operation(operationId = "getEmergencyAccess", summary = "Read who opened whose record in an emergency, and why")
    public Uni<EmergencyAccessView> get(@RestPath String access) {
        return desk.read(EmergencyAccessId.of(access)).map(this::view);
    }

    @POST
    @Path("/{access}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.EMERGENCY_REVIEW)
    @Operation(
            operationId = "reviewEmergencyAccess",
            summary = "Review an emergency access",
            description = "Once, and by somebody else than whoever opened it.")
    @APIResponse(responseCode = "200", description = "The access with its review.")
    @APIResponse(responseCode = "409", description = "It was reviewed already, or is one's own.")
    @APIResponse(responseCode = "410", description = "The patient was erased, and no note can be kept.")
    public Uni<EmergencyAccessView> review(@RestPath String access, @Valid NewEmergencyReview body) {
        return desk.review(EmergencyAccessId.of(access), body.outcome(), body.note(), caller())
                .map(this::view);
    }

    private Colleague caller() {
        return callers.current().asColleague();
    }

    private EmergencyAccessView view(EmergencyAccess access) {
        return EmergencyAccessView.of(access, CurrentTenant.require().timeZone(), clock.instant());
    }
}
