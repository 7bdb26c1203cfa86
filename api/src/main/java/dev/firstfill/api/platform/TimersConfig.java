package dev.firstfill.api.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Firing what falls due by itself. */
@ConfigMapping(prefix = "firstfill.timers")
interface TimersConfig {

    /** How long a round over all pharmacies takes: what is set in between is late by that much at most. */
    @WithDefault("1M")
    Duration aroundAll();

    /** How long the advance of a sandbox's clock may take before it answers with how far it came. */
    @WithDefault("20S")
    Duration advanceWithin();
}
