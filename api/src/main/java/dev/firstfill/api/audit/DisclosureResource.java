package dev.firstfill.api.audit;

import dev.firstfill.api.idempotency.WritesOnce;
import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.RealTime;
import dev.firstfill.patients.DisclosureDesk;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.tenancy.door.LedgerReader;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Provider;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What was disclosed of a patient to whom. */
@Path("/v1/patients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what to whose data.")
public class DisclosureResource {
    /** 45 CFR 164.528(a)(1). */
    private static final int YEARS_OWED = 6;

    private final DisclosureDesk desk;
    private final Provider<LedgerReader> reader;
    private final Clock clock;

    DisclosureResource(DisclosureDesk desk, Provider<LedgerReader> reader, @RealTime Clock clock) {
        this.desk = desk;
        this.reader = reader;
        this.clock = clock;
    }

    @POST
    @Path("/{patient}/disclosures")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @WritesOnce
    @PermissionsAllowed(Names.DISCLOSURE_WRITE)
    @Operation(
            operationId = "createDisclosure",
            summary = "Record a disclosure",
            description = "Stands in the audit ledger from then on, and cannot be changed or taken back.")
    @APIResponse(responseCode = "201", description = "The disclosure was recorded.")
    @APIResponse(responseCode = "422", description = "The disclosure lies in the future.")
    public Uni<RestResponse<DisclosureView>> create(@RestPath String patient, @Valid NewDisclosure body) {
        var made = body.inLedger();
        return Uni.createFrom()
                .deferred(() -> desk.record(PatientReference.of(patient), made))
                .map(id -> ResponseBuilder.<DisclosureView>created(
                                URI.create("/v1/patients/%s/disclosures".formatted(id)))
                        .entity(DisclosureView.of(made))
                        .build());
    }

    @GET
    @Path("/{patient}/disclosures")
    @PermissionsAllowed(Names.DISCLOSURE_READ)
    @Operation(
            operationId = "getDisclosureAccount",
            summary = "Account for the disclosures of a patient's data",
            description = "The six years before now, unless from and to say otherwise; what a patient is not owed an"
                    + " account of, such as disclosures for treatment, is left out unless all is true.")
    public Uni<DisclosureAccount> account(
            @RestPath String patient,
            @QueryParam("from") @Nullable @Parameter(description = "The first moment.") Instant from,
            @QueryParam("to") @Nullable @Parameter(description = "The moment after the last.") Instant to,
            @QueryParam("all") @Parameter(description = "Also what is not owed.") boolean all) {
        var now = Now.by(clock);
        var end = to == null ? now : to;
        var begin = from == null
                ? end.atOffset(ZoneOffset.UTC).minusYears(YEARS_OWED).toInstant()
                : from;
        return Uni.createFrom()
                .deferred(() -> reader.get().disclosures(PatientReference.of(patient), begin, end, all))
                .map(made -> new DisclosureAccount(
                        begin, end, made.stream().map(DisclosureView::of).toList()));
    }
}
