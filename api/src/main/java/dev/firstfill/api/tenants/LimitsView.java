package dev.firstfill.api.tenants;

import dev.firstfill.tenancy.catalogue.TenantLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of the platform a pharmacy may take, as its operator says and sees it. */
@Schema(name = "TenantLimits", description = "How much of the platform a pharmacy may take.")
public record LimitsView(
        @NotNull
        @Min(TenantLimits.REQUESTS_MIN)
        @Max(TenantLimits.REQUESTS_MAX)
        @Schema(
                examples = "6000",
                description = "How many requests each of its clients may send in a minute, over all replicas together")
        Integer requestsPerMinute,

        @NotNull
        @Min(TenantLimits.ACTS_MIN)
        @Max(TenantLimits.ACTS_MAX)
        @Schema(examples = "10", description = "How many of its acts may be in the database at once, on each replica")
        Integer concurrentActs) {

    static LimitsView of(TenantLimits limits) {
        return new LimitsView(limits.requestsPerMinute(), limits.concurrentActs());
    }

    TenantLimits toLimits() {
        return new TenantLimits(requestsPerMinute, concurrentActs);
    }
}
