package dev.firstfill.api.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Who is asked to pay. */
@ConfigMapping(prefix = "firstfill.payer")
interface PayerConfig {

    /** Where claims are posted; without it none can be submitted. */
    Optional<URI> url();

    /** Authorities that its certificate is verified against; those that Java trusts when nothing is said. */
    Optional<Path> ca();

    /** How long an answer is waited for before the payer is asked again. Less than a relay's lease of 30 s. */
    @WithDefault("10s")
    Duration answerWithin();
}
