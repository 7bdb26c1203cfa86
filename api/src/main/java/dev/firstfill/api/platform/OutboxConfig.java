package dev.firstfill.api.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Who is told what happened. */
@ConfigMapping(prefix = "firstfill.outbox")
interface OutboxConfig {

    /** Where events are posted; without it they are told to nobody. */
    Optional<URI> url();

    /** What they are signed with: whsec_ and base64. Required with the address. */
    Optional<String> secret();

    /** How long a slow round over all pharmacies takes, for what a killed process left behind. */
    @WithDefault("5M")
    Duration aroundAll();
}
