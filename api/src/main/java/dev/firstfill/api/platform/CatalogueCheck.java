package dev.firstfill.api.platform;

import dev.firstfill.tenancy.catalogue.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether this replica knows which pharmacies may be served. */
@Readiness
@ApplicationScoped
class CatalogueCheck implements HealthCheck {
    private final Catalogue catalogue;

    CatalogueCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("catalogue")
                .status(catalogue.isFresh())
                .build();
    }
}
