package dev.firstfill.api.assessments;

import dev.firstfill.api.http.Answers;
import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.assessments.ConcernDesk;
import dev.firstfill.assessments.ConcernFilter;
import dev.firstfill.assessments.ConcernId;
import dev.firstfill.assessments.ConcernKind;
import dev.firstfill.assessments.ConcernState;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.PatientReference;
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

/** Side effects and barriers that somebody has to do something about. */
@Path("/v1/clinical-concerns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinical concerns", description = "Side effects and barriers, until they are resolved.")
public class ClinicalConcernResource {
    private static final String LIST = "clinical-concerns";

    private final ConcernDesk desk;
    private final Cursors cursors;
    private final Callers callers;

    ClinicalConcernResource(ConcernDesk desk, Cursors cursors, Callers callers) {
        this.desk = desk;
        this.cursors = cursors;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.ASSESSMENT_WRITE)
    @Operation(operationId = "createClinicalConcern", summary = "Raise a concern by hand")
    @APIResponse(responseCode = "201", description = "The concern is open.")
    @APIResponse(responseCode = "404", description = "The pharmacy has no such patient.")
    @APIResponse(responseCode = "409", description = "The patient has this concern already, and it is not resolved.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "A side effect lacks its severity, or a barrier has one.")
    public Uni<RestResponse<ConcernView>> create(@Valid NewConcern body) {
        return desk.raise(PatientReference.of(body.patient()), body.sign(), body.dueOn(), body.note(), caller())
                .map(concern -> Answers.created("/v1/clinical-concerns/" + concern.id(), ConcernView.of(concern)));
    }

    @GET
    @PermissionsAllowed(Names.ASSESSMENT_READ)
    @Operation(operationId = "listClinicalConcerns", summary = "List concerns in the order they were raised")
    public Uni<ConcernPage> list(
            @QueryParam("patient") @Nullable @Parameter(description = "Of one patient only, by id or number.")
                    String patient,
            @QueryParam("kind") @Nullable @Parameter(description = "Only those of this kind.") ConcernKind kind,
            @QueryParam("state") @Nullable @Parameter(description = "Only those in this state.") ConcernState state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter = new ConcernFilter(state, kind, patient == null ? null : PatientReference.of(patient));
        return desk.list(filter, cursors.page(LIST, limit, sort, cursor)).map(found -> {
            var items = found.items().stream().map(ConcernView::of).toList();
            var next = found.more() ? cursors.after(items.get(items.size() - 1).id(), LIST, sort) : null;
            return new ConcernPage(items, next);
        });
    }

    @GET
    @Path("/{concern}")
    @PermissionsAllowed(Names.ASSESSMENT_READ)
    @Operation(operationId = "getClinicalConcern", summary = "Read a concern and what was done about it")
    @APIResponse(responseCode = "200", description = "The concern.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<ConcernView> get(@RestPath String concern) {
        return desk.read(ConcernId.of(concern)).map(ConcernView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{concern}/follow-ups")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.ASSESSMENT_WRITE)
    @Operation(operationId = "followUpClinicalConcern", summary = "Say what was done about a concern")
    @APIResponse(responseCode = "200", description = "The concern, followed up.")
    @APIResponse(responseCode = "409", description = "It is resolved.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<ConcernView> followUp(@RestPath String concern, @Valid NewFollowUp body) {
        return desk.followUp(ConcernId.of(concern), body.action(), body.dueOn(), body.note(), caller())
                .map(ConcernView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{concern}/resolution")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.ASSESSMENT_SIGN)
    @Operation(operationId = "resolveClinicalConcern", summary = "Say what became of a concern")
    @APIResponse(responseCode = "200", description = "The concern, resolved.")
    @APIResponse(responseCode = "409", description = "It is resolved already.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<ConcernView> resolve(@RestPath String concern, @Valid NewResolution body) {
        return desk.resolve(ConcernId.of(concern), body.outcome(), body.note(), caller())
                .map(ConcernView::of);
    }

    private Colleague caller() {
        return callers.current().asColleague();
    }
}
