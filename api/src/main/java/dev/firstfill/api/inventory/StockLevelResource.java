package dev.firstfill.api.inventory;

import dev.firstfill.api.http.Answers;
import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.EntityTags;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.drugs.DrugReference;
import dev.firstfill.inventory.DrugStock;
import dev.firstfill.inventory.LevelDesk;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What there is of each drug. */
@Path("/v1/stock-levels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory", description = "What lies on the shelves, whose it is, and how it came and went.")
public class StockLevelResource {
    private static final String LIST = "stock-levels";

    private final LevelDesk desk;
    private final Cursors cursors;

    StockLevelResource(LevelDesk desk, Cursors cursors) {
        this.desk = desk;
        this.cursors = cursors;
    }

    @GET
    @PermissionsAllowed(Names.INVENTORY_READ)
    @Operation(operationId = "listStockLevels", summary = "List what there is of each drug")
    public Uni<StockLevelPage> list(
            @QueryParam("show")
                    @Nullable
                    @Parameter(
                            description = "All, unless said otherwise.",
                            schema = @Schema(implementation = LevelsShown.class))
                    String show,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("oldest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var page = cursors.page(LIST, limit, sort, cursor);
        return desk.list(FilterWord.read("show", LevelsShown.class, show) == LevelsShown.LOW, page)
                .map(found -> {
                    var items = found.items().stream().map(StockLevelView::of).toList();
                    var next = found.more()
                            ? cursors.after(found.items().getLast().drug().value(), LIST, sort)
                            : null;
                    return new StockLevelPage(items, next);
                });
    }

    @GET
    @Path("/{drug}")
    @PermissionsAllowed(Names.INVENTORY_READ)
    @Operation(operationId = "getStockLevel", summary = "Read what there is of a drug, by id or NDC")
    public Uni<RestResponse<StockLevelView>> get(@RestPath String drug) {
        return desk.read(DrugReference.of(drug)).map(StockLevelResource::ok);
    }

    @PUT
    @Path("/{drug}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.INVENTORY_WRITE)
    @Operation(operationId = "replaceStockLevel", summary = "Say how much of a drug should be there")
    @APIResponse(responseCode = "200", description = "What there is, and should be.")
    public Uni<RestResponse<StockLevelView>> replace(
            @RestPath String drug,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid NewStockLevel body) {
        return desk.reorderAt(DrugReference.of(drug), EntityTags.seen(ifMatch), body.reorderLevel())
                .map(StockLevelResource::ok);
    }

    private static RestResponse<StockLevelView> ok(DrugStock stock) {
        return Answers.ok(StockLevelView.of(stock), stock.version());
    }
}
