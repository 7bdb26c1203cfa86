package dev.firstfill.api.drugs;

import dev.firstfill.api.http.Answers;
import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.EntityTags;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.json.MergePatch;
import dev.firstfill.api.json.ValidBodies;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.drugs.DrugFile;
import dev.firstfill.drugs.DrugReference;
import dev.firstfill.drugs.DrugSearch;
import dev.firstfill.kernel.PageRequest;
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

/** Drugs that the caller's pharmacy dispenses. */
@Path("/v1/drugs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drugs", description = "What the pharmacy dispenses: one drug for each package.")
public class DrugResource {
    private static final String LIST = "drugs";

    private final DrugFile file;
    private final Cursors cursors;
    private final ValidBodies bodies;

    DrugResource(DrugFile file, Cursors cursors, ValidBodies bodies) {
        this.file = file;
        this.cursors = cursors;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DRUG_WRITE)
    @Operation(operationId = "createDrug", summary = "Enter a drug")
    @APIResponse(responseCode = "201", description = "The drug was entered.")
    @APIResponse(responseCode = "409", description = "Another drug of the pharmacy has this NDC.")
    public Uni<RestResponse<DrugView>> create(@Valid DrugDetails body) {
        return file.enter(body)
                .map(drug -> Answers.created("/v1/drugs/" + drug.id(), DrugView.of(drug), drug.version()));
    }

    @GET
    @PermissionsAllowed(Names.DRUG_READ)
    @Operation(operationId = "listDrugs", summary = "List drugs in the order they were entered")
    public Uni<DrugPage> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = cursors.page(LIST, limit, sort, cursor);
        return file.list(page).map(found -> {
            var items = found.items().stream().map(DrugView::of).toList();
            var next = found.more() ? cursors.after(items.getLast().id(), LIST, sort) : null;
            return new DrugPage(items, next);
        });
    }

    @GET
    @Path("/{drug}")
    @PermissionsAllowed(Names.DRUG_READ)
    @Operation(operationId = "getDrug", summary = "Read a drug, by id or NDC")
    public Uni<RestResponse<DrugView>> get(@RestPath String drug) {
        return file.read(DrugReference.of(drug)).map(DrugResource::ok);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{drug}")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DRUG_WRITE)
    @Operation(operationId = "replaceDrug", summary = "Replace a drug's record")
    @APIResponse(responseCode = "200", description = "The record as it is now.")
    @APIResponse(responseCode = "409", description = "Another drug of the pharmacy has this NDC.")
    public Uni<RestResponse<DrugView>> replace(
            @RestPath String drug,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid DrugDetails body) {
        return file.amend(DrugReference.of(drug), EntityTags.seen(ifMatch), body)
                .map(DrugResource::ok);
    }

    @PATCH
    @Path("/{drug}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DRUG_WRITE)
    @Operation(operationId = "updateDrug", summary = "Change parts of a drug's record")
    @APIResponse(responseCode = "200", description = "The record as it is now.")
    @APIResponse(responseCode = "409", description = "Another drug of the pharmacy has this NDC.")
    public Uni<RestResponse<DrugView>> update(
            @RestPath String drug, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, MergePatch body) {
        return file.amend(
                        DrugReference.of(drug),
                        EntityTags.seen(ifMatch),
                        present -> bodies.patched(present, body, DrugDetails.class))
                .map(DrugResource::ok);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/search")
    @PermissionsAllowed(Names.DRUG_READ)
    @Operation(operationId = "searchDrugs", summary = "Find drugs by NDC or name")
    @APIResponse(responseCode = "200", description = "Whatever was found, perhaps nothing.")
    @APIResponse(responseCode = "422", description = "The search would show too much.")
    public Uni<DrugMatches> search(@Valid DrugSearch body) {
        return file.search(body)
                .map(found -> new DrugMatches(found.stream().map(DrugView::of).toList()));
    }

    private static RestResponse<DrugView> ok(Drug drug) {
        return Answers.ok(DrugView.of(drug), drug.version());
    }
}
