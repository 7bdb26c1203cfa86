package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.catalogue.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time on the wall of the pharmacy that is being served. A prescription expires at the end of a day, and a day ends
 * in Chicago an hour after it ended in New York; where nobody is served it is UTC.
 *
 * <p>In a sandbox pharmacy whose test clock was set it is what that clock shows, standing still. In every other one it is
 * real.
 */
public final class PharmacyClock extends Clock {
    private final Clock real;

    /** @param real what tells real time */
    public PharmacyClock(Clock real) {
        this.real = real;
    }

    @Override
    public ZoneId getZone() {
        return CurrentTenant.find().map(Tenant::timeZone).orElse(ZoneOffset.UTC);
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource same = this::instant;
        return same.withZone(zone);
    }

    @Override
    public Instant instant() {
        return CurrentTenant.find()
                .filter(Tenant::sandbox)
                .flatMap(sandbox -> TestTime.now())
                .orElseGet(real::instant);
    }
}
