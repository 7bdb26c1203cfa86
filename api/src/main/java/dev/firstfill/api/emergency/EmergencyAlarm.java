package dev.firstfill.api.emergency;

import dev.firstfill.emergency.EmergencyAccess;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;

/**
 * Tells whoever watches the platform that a record was opened in an emergency, and nothing of whose it was or why. Those
 * who watch the pharmacy learn it from the event {@code emergency-access.opened}.
 */
@Singleton
class EmergencyAlarm {
    private final MeterRegistry meters;

    EmergencyAlarm(MeterRegistry meters) {
        this.meters = meters;
    }

    void sound(Tenant pharmacy, EmergencyAccess access) {
        Log.warnf("A record was opened in an emergency (tenant=%s emergencyAccess=%s)", pharmacy.slug(), access.id());
        meters.counter("firstfill.emergency.accesses", "tenant", pharmacy.slug())
                .increment();
    }
}
