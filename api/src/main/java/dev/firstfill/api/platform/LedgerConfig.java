package dev.firstfill.api.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The audit ledger. */
@ConfigMapping(prefix = "firstfill.ledger")
interface LedgerConfig {

    /** How long an answer waits for its record before it is refused. */
    @WithDefault("900ms")
    Duration patience();

    /** The folder, outside the database, that keeps the signed checkpoints. */
    Path checkpoints();

    /** How long whoever rules the database could cut off records without being found out. */
    @WithDefault("10s")
    Duration checkpointEvery();

    /** The key that signs; when nothing is said, it lies beside the key-encryption key. */
    Optional<Path> signingKeyFile();

    /** A witness outside who is told the digest of each checkpoint. */
    Optional<URI> anchorUrl();
}
