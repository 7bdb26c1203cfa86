package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.catalogue.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time on the wall of the pharmacy that is being served. A prescription expires at the end of a day, and a day ends
 * in Chicago an hour after it ended in New York; where nobody is served it is UTC.
 */
public final class PharmacyClock extends Clock {
    private final Clock instants;

    public PharmacyClock(Clock instants) {
        this.instants = instants;
    }

    @Override
    public ZoneId getZone() {
        return CurrentTenant.find().map(Tenant::timeZone).orElse(ZoneOffset.UTC);
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return instants.withZone(zone);
    }

    @Override
    public Instant instant() {
        return instants.instant();
    }
}
