package dev.firstfill.api.audit;

import dev.firstfill.api.security.Permission.Names;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.RealTime;
import dev.firstfill.tenancy.audit.VerificationResult;
import dev.firstfill.tenancy.audit.Verifier;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.door.LedgerRefusals;
import dev.firstfill.tenancy.door.TenantTransactions;
import dev.firstfill.tenancy.routing.CurrentTenant;
import dev.firstfill.tenancy.routing.WayBack;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Provider;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Verifies the ledger of the caller's pharmacy while the caller waits. */
@Path("/v1/audit-verifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what to whose data.")
public class VerificationResource {
    /** A few seconds' work, and less than half of what an answer may take; longer ledgers are for {@code bin/audit}. */
    static final long RECORDS_MAX = 200_000;

    private static final Act VERIFY = Act.of("verify", "audit-record");

    private final Provider<Verifier> verifier;
    private final Provider<TenantTransactions> door;
    private final Clock clock;

    VerificationResource(Provider<Verifier> verifier, Provider<TenantTransactions> door, @RealTime Clock clock) {
        this.verifier = verifier;
        this.door = door;
        this.clock = clock;
    }

    @POST
    @Cancellable(false)
    @PermissionsAllowed(Names.AUDIT_READ)
    @Operation(
            operationId = "verifyAuditRecords",
            summary = "Verify that nobody has changed the ledger",
            description = "Reckons every hash anew and compares with the signed checkpoints. Nothing is kept but the"
                    + " record that it was done.")
    @APIResponse(responseCode = "200", description = "What was found.")
    @APIResponse(responseCode = "422", description = "The ledger is too long to be verified while you wait.")
    public Uni<VerificationView> verify() {
        return door.get()
                .read(VERIFY, desk -> onWorker(CurrentTenant.require()))
                .map(result -> VerificationView.of(result, Now.by(clock)));
    }

    private Uni<VerificationResult> onWorker(Tenant tenant) {
        return Uni.createFrom()
                .item(() -> verified(tenant))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(WayBack.toHere());
    }

    private VerificationResult verified(Tenant tenant) {
        if (verifier.get().length(tenant) > RECORDS_MAX) {
            throw new LedgerRefusals.LedgerTooLong();
        }
        return verifier.get().verify(tenant, progress -> {});
    }
}
