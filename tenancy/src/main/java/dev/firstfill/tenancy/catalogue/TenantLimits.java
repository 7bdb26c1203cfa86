package dev.firstfill.tenancy.catalogue;

import dev.firstfill.tenancy.catalogue.TenancyRefusals.TenantLimitsInvalid;

/**
 * How much of the platform a pharmacy may take.
 *
 * @param requestsPerMinute of each of its clients, over all replicas together
 * @param concurrentActs passages through the door at once, on each replica
 */
public record TenantLimits(int requestsPerMinute, int concurrentActs) {
    /** One a second: with less, a person who clicks twice would be refused. */
    public static final int REQUESTS_MIN = 60;

    public static final int REQUESTS_MAX = 1_000_000;
    public static final int ACTS_MIN = 1;
    public static final int ACTS_MAX = 1_000;

    /** As the catalogue's columns have it: half of a usual pool of connections, and 100 requests a second. */
    public static final TenantLimits USUAL = new TenantLimits(6_000, 10);

    public TenantLimits {
        if (requestsPerMinute < REQUESTS_MIN || requestsPerMinute > REQUESTS_MAX) {
            throw new TenantLimitsInvalid("A client's requests in a minute are limited to a number from %d to %d."
                    .formatted(REQUESTS_MIN, REQUESTS_MAX));
        }
        if (concurrentActs < ACTS_MIN || concurrentActs > ACTS_MAX) {
            throw new TenantLimitsInvalid(
                    "Acts at the same time are limited to a number from %d to %d.".formatted(ACTS_MIN, ACTS_MAX));
        }
    }
}
