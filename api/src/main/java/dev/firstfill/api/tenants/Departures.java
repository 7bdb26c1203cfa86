package dev.firstfill.api.tenants;

import dev.firstfill.tenancy.catalogue.Actor;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.provisioning.Offboarding;
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
    private final Path exports;
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();

    Departures(Provider<Offboarding> offboarding, @ConfigProperty(name = "firstfill.exports") Path exports) {
        this.offboarding = offboarding;
        this.exports = exports;
    }

    /** When this answers, the pharmacy is leaving; the rest is done in the background, and the catalogue shows it. */
    Uni<Tenant> begin(String slug, Actor actor) {
        return offboarding.get().begin(slug, actor).invoke(tenant -> {
            if (leaving.add(slug)) {
                leave(slug, actor);
            }
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
