package dev.firstfill.api.audit;

import dev.firstfill.api.http.Cursors;
import dev.firstfill.api.http.Sort;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.tenancy.door.LedgerReader;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Provider;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The report that a patient may ask for: who has seen my data? */
@Path("/v1/patients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what to whose data.")
public class AccessResource {
    private static final String LIST = "accesses";

    private final Provider<LedgerReader> reader;
    private final Cursors cursors;

    AccessResource(Provider<LedgerReader> reader, Cursors cursors) {
        this.reader = reader;
        this.cursors = cursors;
    }

    @GET
    @Path("/{patient}/accesses")
    @PermissionsAllowed(Names.AUDIT_READ)
    @Operation(operationId = "listAccesses", summary = "Report who saw or changed a patient's data")
    public Uni<AccessPage> list(
            @RestPath String patient,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @DefaultValue("newest") Sort sort,
            @QueryParam("cursor") @Nullable String cursor) {
        var list = LIST + " of " + patient;
        var page = cursors.page(list, limit, sort, cursor);
        return Uni.createFrom()
                .deferred(() -> reader.get().accesses(PatientReference.of(patient), page))
                .map(found -> {
                    var items = found.items().stream().map(AccessView::of).toList();
                    var next = found.more()
                            ? cursors.after(LedgerReader.pageKey(found.items().get(items.size() - 1)), list, sort)
                            : null;
                    return new AccessPage(items, next);
                });
    }
}
