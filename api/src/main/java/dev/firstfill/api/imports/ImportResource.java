package dev.firstfill.api.imports;

import dev.firstfill.api.http.Answers;
import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.imports.ImportDesk;
import dev.firstfill.imports.ImportId;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Imports of other systems' files, from the first line to the last. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "What other systems know, line by line.")
public class ImportResource {
    private static final String LIST = "refused-lines";

    private final ImportDesk desk;
    private final Cursors cursors;
    private final Callers callers;

    ImportResource(ImportDesk desk, Cursors cursors, Callers callers) {
        this.desk = desk;
        this.cursors = cursors;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.IMPORT_RUN)
    @Operation(
            operationId = "createImport",
            summary = "Begin an import",
            description = "A source has one open import at a time.")
    @APIResponse(responseCode = "201", description = "Lines may be sent.")
    @APIResponse(responseCode = "409", description = "An import of this source is open.")
    public Uni<RestResponse<ImportView>> begin(@Valid NewImport body) {
        return desk.begin(body.source(), callers.current().asColleague())
                .map(job -> Answers.created("/v1/imports/" + job.id(), ImportView.of(job)));
    }

    @GET
    @Path("/{import}")
    @PermissionsAllowed(Names.IMPORT_RUN)
    @Operation(operationId = "getImport", summary = "See how far an import is")
    public Uni<ImportView> get(@RestPath("import") String job) {
        return desk.read(ImportId.of(job)).map(ImportView::of);
    }

    @GET
    @Path("/{import}/refusals")
    @PermissionsAllowed(Names.IMPORT_RUN)
    @Operation(
            operationId = "listRefusedLines",
            summary = "List the lines that were refused",
            description = "As they were answered last: whatever was sent again and taken in is not among them.")
    public Uni<RefusedLines> refused(
            @RestPath("import") String job,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return desk.refused(ImportId.of(job), cursors.page(LIST, limit, Sort.OLDEST, cursor))
                .map(found -> {
                    var items =
                            found.items().stream().map(RefusedLines.Item::of).toList();
                    var next = found.more()
                            ? cursors.after(new UUID(0, items.getLast().line()), LIST, Sort.OLDEST)
                            : null;
                    return new RefusedLines(items, next);
                });
    }

    @POST
    @Path("/{import}/completion")
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.IMPORT_RUN)
    @Operation(
            operationId = "completeImport",
            summary = "End an import",
            description = "It takes no more lines; another import of the source knows what this one took in.")
    @APIResponse(responseCode = "200", description = "What the import came to.")
    @APIResponse(responseCode = "409", description = "It is completed already.")
    public Uni<RestResponse<ImportView>> complete(@RestPath("import") String job) {
        return desk.complete(ImportId.of(job)).map(ImportView::of).map(RestResponse::ok);
    }
}
