package dev.firstfill.api.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The audit ledger. */
@ConfigMapping(prefix = "firstfill.ledger")
interface LedgerConfig {

    /** How long an answer waits for its record before it is refused. */
    @WithDefault("900ms")
    Duration patience();
}
