package dev.firstfill.api.tenants;

import dev.firstfill.tenancy.catalogue.Actor;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.provisioning.Offboarding;
import dev.firstfill.tenancy.provisioning.Tenancies;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Pharmacies that are leaving at this moment: an export takes longer than a request may. */
@Singleton
class Departures {
    private final Provider<Offboarding> offboarding;
    private final Provider<Tenancies> tenancies;
    private final Path exports;
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();

    Departures(
            Provider<Offboarding> offboarding,
            Provider<Tenancies> tenancies,
            @ConfigProperty(name = "firstfill.exports") Path exports) {
        this.offboarding = offboarding;
        this.tenancies = tenancies;
        this.exports = exports;
    }

    /** Refuses what can be refused at once; goes on in the background, where the catalogue shows how far it got. */
    Uni<Tenant> begin(String slug, Actor actor) {
        return tenancies.get().named(slug).chain(tenant -> {
            if (tenant.state() != TenantState.OFFBOARDING) {
                tenant.mustBeAbleToBecome(TenantState.OFFBOARDING);
            }
            if (leaving.add(slug)) {
                leave(slug, actor);
            }
            return tenancies.get().named(slug);
        });
    }

    private void leave(String slug, Actor actor) {
        offboarding
                .get()
                .offboard(slug, exports, actor)
                .onTermination()
                .invoke(() -> leaving.remove(slug))
                .subscribe()
                .with(
                        left -> Log.infof(
                                "A pharmacy has left (tenant=%s files=%d rows=%d)", slug, left.files(), left.rows()),
                        failure -> Log.errorf(failure, "Off-boarding stopped; repeat it (tenant=%s)", slug));
    }
}
