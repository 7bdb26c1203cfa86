package dev.firstfill.api.security;

import dev.firstfill.kernel.Act;
import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.door.TenantTransactions;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records in the pharmacy's ledger who attempted what their roles do not allow (45 CFR 164.312(b)). Such an attempt is
 * refused before the pharmacy is opened to it, so the door itself never hears of it.
 */
@Singleton
public final class RefusedAttempts {
    private final SecurityIdentity identity;
    private final Catalogue catalogue;
    private final TenantTransactions door;

    RefusedAttempts(SecurityIdentity identity, Catalogue catalogue, TenantTransactions door) {
        this.identity = identity;
        this.catalogue = catalogue;
        this.door = door;
    }

    /**
     * Does nothing for callers of no pharmacy of ours: there is no ledger they could be recorded in.
     *
     * @param operation its name in the contract
     * @param reference what the path named, if anything
     */
    public Uni<Void> record(String operation, @Nullable String reference, String code, RoutingContext request) {
        Caller caller = identity.getAttribute(Caller.ATTRIBUTE);
        var tenant = Optional.ofNullable(caller)
                .map(Caller::organisation)
                .flatMap(catalogue::ofOrganisation)
                .filter(RefusedAttempts::hasLedger);
        if (tenant.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        // What the header says was not looked at yet, and may be anything.
        var requester = PharmacyGate.requester(caller, request, PurposeOfUse.usual(caller.roles()));
        return door.refused(tenant.get(), requester, Act.of("attempt", operation), reference, code);
    }

    private static boolean hasLedger(Tenant tenant) {
        return tenant.state() == TenantState.ACTIVE || tenant.state() == TenantState.SUSPENDED;
    }
}
