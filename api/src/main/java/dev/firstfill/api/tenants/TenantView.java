package dev.firstfill.api.tenants;

import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantState;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pharmacy as the platform's operator sees it: from outside. */
@Schema(name = "Tenant", description = "A pharmacy on the platform, from outside.")
public record TenantView(
        UUID id,
        @Schema(examples = "northgate") String slug,
        @Schema(examples = "Northgate Specialty Pharmacy") String name,
        TenantState state,

        @Schema(description = "The last migration its schema has seen")
        int schemaVersion,

        @Schema(examples = "main", description = "The database node that holds it")
        String node,

        boolean sandbox,
        @Schema(examples = "America/New_York") String timeZone,
        LimitsView limits) {

    static TenantView of(Tenant tenant) {
        return new TenantView(
                tenant.id().value(),
                tenant.slug(),
                tenant.name(),
                tenant.state(),
                tenant.schemaVersion(),
                tenant.node(),
                tenant.sandbox(),
                tenant.timeZone().getId(),
                LimitsView.of(tenant.limits()));
    }
}
