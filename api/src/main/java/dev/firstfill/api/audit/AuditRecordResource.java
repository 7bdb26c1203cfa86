package dev.firstfill.api.audit;

import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.tenancy.door.LedgerFilter;
import dev.firstfill.tenancy.door.LedgerReader;
import dev.firstfill.tenancy.door.LedgerReference;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Provider;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The ledger of the caller's pharmacy. */
@Path("/v1/audit-records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what to whose data.")
public class AuditRecordResource {
    private static final String LIST = "audit-records";

    private final Provider<LedgerReader> reader;
    private final Cursors cursors;

    AuditRecordResource(Provider<LedgerReader> reader, Cursors cursors) {
        this.reader = reader;
        this.cursors = cursors;
    }

    @GET
    @PermissionsAllowed(Names.AUDIT_READ)
    @Operation(
            operationId = "listAuditRecords",
            summary = "Read the audit ledger",
            description = "Looking into the ledger leaves a record in it as well.")
    public Uni<AuditRecordPage> list(
            @QueryParam("actor") @Nullable @Parameter(description = "The id of the person or program that did it.")
                    String actor,
            @QueryParam("patient") @Nullable @Parameter(description = "Whose data was seen or changed.") String patient,
            @QueryParam("act") @Nullable @Parameter(description = "Such as read patient.") String act,
            @QueryParam("outcome") @Nullable @Parameter(description = "done, refused, undone or failed.")
                    String outcome,
            @QueryParam("from") @Nullable @Parameter(description = "The first moment.") Instant from,
            @QueryParam("to") @Nullable @Parameter(description = "The moment after the last.") Instant to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("newest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter =
                new LedgerFilter(actor, patient == null ? null : PatientReference.of(patient), act, outcome, from, to);
        return reader.get()
                .list(filter, cursors.page(LIST, limit, sort, cursor))
                .map(found -> {
                    var items = found.items().stream().map(AuditRecordView::of).toList();
                    var next = found.more()
                            ? cursors.after(LedgerReader.pageKey(found.items().get(items.size() - 1)), LIST, sort)
                            : null;
                    return new AuditRecordPage(items, next);
                });
    }

    @GET
    @Path("/{record}")
    @PermissionsAllowed(Names.AUDIT_READ)
    @Operation(
            operationId = "getAuditRecord",
            summary = "Read one record of the ledger, with what is kept sealed in it")
    public Uni<AuditRecordView> get(@RestPath String record) {
        return Uni.createFrom()
                .deferred(() -> reader.get().read(LedgerReference.of(record)))
                .map(AuditRecordView::of);
    }
}
