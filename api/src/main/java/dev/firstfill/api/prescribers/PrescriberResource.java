package dev.firstfill.api.prescribers;

import dev.firstfill.api.http.Answers;
import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.EntityTags;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.json.MergePatch;
import dev.firstfill.api.json.ValidBodies;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.prescribers.Prescriber;
import dev.firstfill.prescribers.PrescriberDetails;
import dev.firstfill.prescribers.PrescriberDirectory;
import dev.firstfill.prescribers.PrescriberReference;
import dev.firstfill.prescribers.PrescriberSearch;
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

/** Prescribers as the caller's pharmacy knows them. */
@Path("/v1/prescribers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prescribers", description = "Who prescribes for the pharmacy's patients.")
public class PrescriberResource {
    private static final String LIST = "prescribers";

    private final PrescriberDirectory directory;
    private final Cursors cursors;
    private final ValidBodies bodies;

    PrescriberResource(PrescriberDirectory directory, Cursors cursors, ValidBodies bodies) {
        this.directory = directory;
        this.cursors = cursors;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PRESCRIBER_WRITE)
    @Operation(operationId = "createPrescriber", summary = "Enter a prescriber")
    @APIResponse(responseCode = "201", description = "The prescriber was entered.")
    @APIResponse(responseCode = "409", description = "Another prescriber of the pharmacy has this NPI.")
    public Uni<RestResponse<PrescriberView>> create(@Valid PrescriberDetails body) {
        return directory
                .enter(body)
                .map(prescriber -> Answers.created(
                        "/v1/prescribers/" + prescriber.id(), PrescriberView.of(prescriber), prescriber.version()));
    }

    @GET
    @PermissionsAllowed(Names.PRESCRIBER_READ)
    @Operation(operationId = "listPrescribers", summary = "List prescribers in the order they were entered")
    public Uni<PrescriberPage> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = cursors.page(LIST, limit, sort, cursor);
        return directory.list(page).map(found -> {
            var items = found.items().stream().map(PrescriberView::of).toList();
            var next = found.more() ? cursors.after(items.getLast().id(), LIST, sort) : null;
            return new PrescriberPage(items, next);
        });
    }

    @GET
    @Path("/{prescriber}")
    @PermissionsAllowed(Names.PRESCRIBER_READ)
    @Operation(operationId = "getPrescriber", summary = "Read a prescriber, by id or NPI")
    public Uni<RestResponse<PrescriberView>> get(@RestPath String prescriber) {
        return directory.read(PrescriberReference.of(prescriber)).map(PrescriberResource::ok);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{prescriber}")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PRESCRIBER_WRITE)
    @Operation(operationId = "replacePrescriber", summary = "Replace a prescriber's record")
    @APIResponse(responseCode = "200", description = "The record as it is now.")
    @APIResponse(responseCode = "409", description = "Another prescriber of the pharmacy has this NPI.")
    public Uni<RestResponse<PrescriberView>> replace(
            @RestPath String prescriber,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid PrescriberDetails body) {
        return directory
                .amend(PrescriberReference.of(prescriber), EntityTags.seen(ifMatch), body)
                .map(PrescriberResource::ok);
    }

    @PATCH
    @Path("/{prescriber}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.PRESCRIBER_WRITE)
    @Operation(operationId = "updatePrescriber", summary = "Change parts of a prescriber's record")
    @APIResponse(responseCode = "200", description = "The record as it is now.")
    @APIResponse(responseCode = "409", description = "Another prescriber of the pharmacy has this NPI.")
    public Uni<RestResponse<PrescriberView>> update(
            @RestPath String prescriber, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, MergePatch body) {
        return directory
                .amend(
                        PrescriberReference.of(prescriber),
                        EntityTags.seen(ifMatch),
                        present -> bodies.patched(present, body, PrescriberDetails.class))
                .map(PrescriberResource::ok);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/search")
    @PermissionsAllowed(Names.PRESCRIBER_READ)
    @Operation(operationId = "searchPrescribers", summary = "Find prescribers by NPI, family name or office phone")
    @APIResponse(responseCode = "200", description = "Whoever was found, perhaps nobody.")
    @APIResponse(responseCode = "422", description = "The search would show too many people.")
    public Uni<PrescriberMatches> search(@Valid PrescriberSearch body) {
        return directory
                .search(body)
                .map(found -> new PrescriberMatches(
                        found.stream().map(PrescriberView::of).toList()));
    }

    private static RestResponse<PrescriberView> ok(Prescriber prescriber) {
        return Answers.ok(PrescriberView.of(prescriber), prescriber.version());
    }
}
