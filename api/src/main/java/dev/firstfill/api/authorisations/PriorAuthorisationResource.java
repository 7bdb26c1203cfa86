package dev.firstfill.api.authorisations;

import dev.firstfill.api.claims.AttentionFilter;
import dev.firstfill.api.http.Answers;
import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.EntityTags;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.json.MergePatch;
import dev.firstfill.api.json.ValidBodies;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.authorisations.AuthorisationDesk;
import dev.firstfill.authorisations.AuthorisationDetails;
import dev.firstfill.authorisations.AuthorisationFilter;
import dev.firstfill.authorisations.AuthorisationId;
import dev.firstfill.authorisations.PriorAuthorisation;
import dev.firstfill.drugs.DrugReference;
import dev.firstfill.patients.PatientReference;
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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What payers have said to patients of the caller's pharmacy. */
@Path("/v1/prior-authorisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prior authorisations", description = "Payers' words on drugs for patients, which dispenses depend on.")
public class PriorAuthorisationResource {
    private static final String LIST = "prior-authorisations";

    private final AuthorisationDesk desk;
    private final Cursors cursors;
    private final ValidBodies bodies;
    private final Callers callers;

    PriorAuthorisationResource(AuthorisationDesk desk, Cursors cursors, ValidBodies bodies, Callers callers) {
        this.desk = desk;
        this.callers = callers;
        this.cursors = cursors;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.AUTHORISATION_WRITE)
    @Operation(operationId = "createPriorAuthorisation", summary = "Enter what a payer said")
    @APIResponse(responseCode = "201", description = "The payer's word was entered.")
    @APIResponse(responseCode = "404", description = "The pharmacy has no such patient or drug.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<PriorAuthorisationView>> create(@Valid AuthorisationDetails body) {
        return desk.enter(body, callers.current().asColleague())
                .map(entered -> Answers.created(
                        "/v1/prior-authorisations/" + entered.id(),
                        PriorAuthorisationView.of(entered),
                        entered.version()));
    }

    @GET
    @PermissionsAllowed(Names.AUTHORISATION_READ)
    @Operation(
            operationId = "listPriorAuthorisations",
            summary = "List prior authorisations in the order they were entered")
    @APIResponse(responseCode = "200", description = "One page of them.")
    @APIResponse(responseCode = "404", description = "The pharmacy has no such patient or drug.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<PriorAuthorisationPage> list(
            @QueryParam("patient") @Nullable @Parameter(description = "Only this patient's: an id or number.")
                    String patient,
            @QueryParam("drug") @Nullable @Parameter(description = "Only of this drug: an id or NDC.") String drug,
            @QueryParam("state") @Nullable AuthorisationStateFilter state,
            @QueryParam("attention") @Nullable AttentionFilter attention,
            @QueryParam("endingBefore")
                    @Nullable
                    @Parameter(description = "Only approved ones whose last day is before this one.")
                    LocalDate endingBefore,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("newest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter = new AuthorisationFilter(
                patient == null ? null : PatientReference.of(patient),
                drug == null ? null : DrugReference.of(drug),
                state == null ? null : state.state(),
                endingBefore,
                attention == AttentionFilter.NEEDED);
        return desk.list(filter, cursors.page(LIST, limit, sort, cursor)).map(found -> {
            var items = found.items().stream().map(PriorAuthorisationView::of).toList();
            var next = found.more() ? cursors.after(items.getLast().id(), LIST, sort) : null;
            return new PriorAuthorisationPage(items, next);
        });
    }

    @GET
    @Path("/{authorisation}")
    @PermissionsAllowed(Names.AUTHORISATION_READ)
    @Operation(operationId = "getPriorAuthorisation", summary = "Read a prior authorisation")
    @APIResponse(responseCode = "200", description = "The payer's word as it is now.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    public Uni<RestResponse<PriorAuthorisationView>> get(@RestPath String authorisation) {
        return desk.read(AuthorisationId.of(authorisation)).map(PriorAuthorisationResource::ok);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{authorisation}")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.AUTHORISATION_WRITE)
    @Operation(
            operationId = "replacePriorAuthorisation",
            summary = "Replace what a payer said",
            description = "Patient and drug stay what they are.")
    @APIResponse(responseCode = "200", description = "The payer's word as it is now.")
    @APIResponse(responseCode = "409", description = "It was withdrawn, or it was approved and is to be denied.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "It is about another patient or drug.")
    public Uni<RestResponse<PriorAuthorisationView>> replace(
            @RestPath String authorisation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid AuthorisationDetails body) {
        return desk.amend(
                        AuthorisationId.of(authorisation),
                        EntityTags.seen(ifMatch),
                        body,
                        callers.current().asColleague())
                .map(PriorAuthorisationResource::ok);
    }

    @PATCH
    @Path("/{authorisation}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.AUTHORISATION_WRITE)
    @Operation(
            operationId = "updatePriorAuthorisation",
            summary = "Change parts of what a payer said",
            description = "Patient and drug stay what they are.")
    @APIResponse(responseCode = "200", description = "The payer's word as it is now.")
    @APIResponse(responseCode = "409", description = "It was withdrawn, or it was approved and is to be denied.")
    @APIResponse(responseCode = "410", description = "The patient was erased.")
    @APIResponse(responseCode = "422", description = "It is about another patient or drug.")
    public Uni<RestResponse<PriorAuthorisationView>> update(
            @RestPath String authorisation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            MergePatch body) {
        return desk.amend(
                        AuthorisationId.of(authorisation),
                        EntityTags.seen(ifMatch),
                        present -> bodies.patched(present, body, AuthorisationDetails.class),
                        callers.current().asColleague())
                .map(PriorAuthorisationResource::ok);
    }

    private static RestResponse<PriorAuthorisationView> ok(PriorAuthorisation authorisation) {
        return Answers.ok(PriorAuthorisationView.of(authorisation), authorisation.version());
    }
}
