package dev.firstfill.api.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Counting requests. */
@ConfigMapping(prefix = "firstfill.limits")
interface LimitsConfig {

    /** How long a request waits for Redis before this replica counts by itself. */
    @WithDefault("50ms")
    Duration redisPatience();
}
