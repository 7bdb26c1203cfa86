package dev.firstfill.api.imports;

import dev.firstfill.api.json.Ndjson;
import dev.firstfill.api.json.NdjsonBody;
import dev.firstfill.api.security.Callers;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.imports.ImportDesk;
import dev.firstfill.imports.ImportId;
import dev.firstfill.imports.ImportLine;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Batches of lines. They take no {@code Idempotency-Key}: the keys of the source tell what was taken in, so a batch may
 * be sent as often as one likes; and an answer about several persons could not be erased with each of them.
 */
@Path("/v1/imports")
@Produces(Ndjson.MEDIA_TYPE)
@Tag(name = "Imports")
public class ImportLineResource {
    private final ImportDesk desk;
    private final LineReader reader;
    private final Callers callers;

    ImportLineResource(ImportDesk desk, LineReader reader, Callers callers) {
        this.desk = desk;
        this.reader = reader;
        this.callers = callers;
    }

    @POST
    @Path("/{import}/lines")
    @Consumes(Ndjson.MEDIA_TYPE)
    @Cancellable(false)
    @PermissionsAllowed(Names.IMPORT_RUN)
    @Operation(
            operationId = "importLines",
            summary = "Send the next lines of the file",
            description = "At most 1,000 lines and 256 KiB at once, in one transaction: without an answer, nothing was"
                    + " taken in, and the same lines are sent again. What was taken in before is answered as present."
                    + " A line that is wrong is refused alone.")
    @APIResponse(responseCode = "200", description = "What became of each line, in order.")
    @APIResponse(responseCode = "409", description = "The import is completed.")
    public Uni<Ndjson<ImportAnswer>> take(@RestPath("import") String job, NdjsonBody<NewImportLine> body) {
        var by = callers.current().asColleague();
        return readAside(body.lines())
                .chain(lines -> desk.take(ImportId.of(job), lines, by))
                .map(results ->
                        new Ndjson<>(results.stream().map(ImportAnswer::of).toList()));
    }

    /** A thousand documents take longer to read and to hold to their rules than others may wait for the event loop. */
    private Uni<List<ImportLine>> readAside(List<byte[]> lines) {
        return Uni.createFrom().completionStage(() -> Vertx.currentContext()
                .executeBlocking(() -> reader.read(lines), false)
                .toCompletionStage());
    }
}
