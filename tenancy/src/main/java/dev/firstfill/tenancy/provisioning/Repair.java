package dev.firstfill.tenancy.provisioning;

import dev.firstfill.tenancy.catalogue.Actor;
import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.catalogue.Tenants;
import dev.firstfill.tenancy.migration.TenantSchemas;
import dev.firstfill.tenancy.sealing.TenantKeys;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/** Sweeps what a crash has left of pharmacies in the making. */
public final class Repair {

    /** Every step of provisioning has given up by then, retries included: nobody is at it any more. */
    public static final Duration PROVISIONING_OVER = Duration.ofMinutes(5);

    private final Tenants tenants;
    private final Catalogue catalogue;
    private final Provisioning provisioning;
    private final Clock clock;

    public Repair(
            Tenants tenants,
            Catalogue catalogue,
            TenantSchemas schemas,
            TenantKeys keys,
            Organisations organisations,
            Clock clock) {
        this.tenants = tenants;
        this.catalogue = catalogue;
        this.provisioning = new Provisioning(tenants, schemas, keys, organisations);
        this.clock = clock;
    }

    /** @return the pharmacies that were closed */
    public Uni<List<Tenant>> sweep(Actor actor) {
        return tenants.stuckIn(
                        TenantState.PROVISIONING, OffsetDateTime.now(clock).minus(PROVISIONING_OVER))
                .onItem()
                .transformToMulti(stuck -> Multi.createFrom().iterable(stuck))
                .onItem()
                .transformToUniAndConcatenate(tenant -> provisioning.undo(tenant, actor, "Interrupted."))
                .collect()
                .asList()
                .call(catalogue::refresh);
    }

    /** Those whose off-boarding was interrupted; only the operator knows where their export shall lie. */
    public Uni<List<Tenant>> interruptedOffboardings() {
        return tenants.stuckIn(TenantState.OFFBOARDING, OffsetDateTime.now(clock));
    }
}
