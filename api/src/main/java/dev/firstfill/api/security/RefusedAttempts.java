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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Records in the pharmacy's ledger who attempted what their roles do not allow (45 CFR 164.312(b)). Such an attempt is
 * refused before the pharmacy is opened to it, so the door itself never hears of it.
 */
@Singleton
public final class RefusedAttempts {
    /** An id, or a number such as P1001 or RX1001; too short to hide a telephone's. */
    private static final Pattern OURS =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[A-Z]{1,2}[0-9]{4,9}");

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
        return door.refused(tenant.get(), requester, Act.of("attempt", operation), ours(reference), code);
    }

    /** What stands in a path may be anything, a name included; kept in clear is only what we ourselves call things. */
    private static @Nullable String ours(@Nullable String reference) {
        return reference != null && OURS.matcher(reference).matches() ? reference : null;
    }

    private static boolean hasLedger(Tenant tenant) {
        return tenant.state() == TenantState.ACTIVE || tenant.state() == TenantState.SUSPENDED;
    }
}
