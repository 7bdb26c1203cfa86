package dev.firstfill.api.inventory;

import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.drugs.DrugReference;
import dev.firstfill.inventory.Recall;
import dev.firstfill.inventory.RecallDesk;
import dev.firstfill.inventory.RecallId;
import dev.firstfill.kernel.Colleague;
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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Recalls. */
@Path("/v1/recalls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory", description = "What lies on the shelves, whose it is, and how it came and went.")
public class RecallResource {
    private static final String LIST = "recalls";

    private final RecallDesk desk;
    private final Cursors cursors;
    private final Callers callers;

    RecallResource(RecallDesk desk, Cursors cursors, Callers callers) {
        this.desk = desk;
        this.cursors = cursors;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.RECALL_MANAGE)
    @Operation(
            operationId = "createRecall",
            summary = "Open a recall",
            description =
                    "What is reserved stays reserved, so that whoever is about to dispense it is stopped. Lots that come later arrive recalled.")
    @APIResponse(responseCode = "201", description = "The lots are blocked at all places and of all owners.")
    @APIResponse(responseCode = "404", description = "The pharmacy has no such drug.")
    public Uni<RestResponse<RecallView>> create(@Valid NewRecall body) {
        return desk.open(DrugReference.of(body.drug()), body.notice(), caller())
                .map(recall -> ResponseBuilder.<RecallView>created(URI.create("/v1/recalls/" + recall.id()))
                        .entity(RecallView.of(recall))
                        .build());
    }

    @GET
    @PermissionsAllowed(Names.RECALL_READ)
    @Operation(operationId = "listRecalls", summary = "List recalls")
    public Uni<RecallPage> list(
            @QueryParam("show")
                    @Nullable
                    @Parameter(
                            description = "All, unless said otherwise.",
                            schema = @Schema(implementation = RecallsShown.class))
                    String show,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var page = cursors.page(LIST, limit, sort, cursor);
        return desk.list(FilterWord.read("show", RecallsShown.class, show) == RecallsShown.OPEN, page)
                .map(found -> {
                    var items = found.items().stream().map(RecallView::of).toList();
                    var next = found.more()
                            ? cursors.after(found.items().getLast().id().value(), LIST, sort)
                            : null;
                    return new RecallPage(items, next);
                });
    }

    @GET
    @Path("/{recall}")
    @PermissionsAllowed(Names.RECALL_READ)
    @Operation(operationId = "getRecall", summary = "Read a recall")
    public Uni<RestResponse<RecallView>> get(@RestPath String recall) {
        return desk.read(RecallId.of(recall)).map(RecallResource::ok);
    }

    @POST
    @Path("/{recall}/closure")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.RECALL_MANAGE)
    @Operation(
            operationId = "closeRecall",
            summary = "Close a recall",
            description = "What still lies there stays blocked until a pharmacist decides on it.")
    @APIResponse(responseCode = "200", description = "The recall as it is now.")
    @APIResponse(responseCode = "409", description = "It is closed already.")
    public Uni<RestResponse<RecallView>> close(@RestPath String recall) {
        return desk.close(RecallId.of(recall), caller()).map(RecallResource::ok);
    }

    private static RestResponse<RecallView> ok(Recall recall) {
        return RestResponse.ok(RecallView.of(recall));
    }

    private Colleague caller() {
        return callers.current().asColleague();
    }
}
