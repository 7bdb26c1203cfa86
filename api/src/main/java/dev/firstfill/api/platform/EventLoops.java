package dev.firstfill.api.platform;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * One event loop for each processor that Java may use, where Quarkus would take two: nothing here blocks a loop, and with
 * more of them than processors they only take turns. Two at least, so that a slow answer does not hold up the probes. Said
 * otherwise by {@code QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE}.
 */
public final class EventLoops implements ConfigSourceFactory {
    private static final int LEAST = 2;

    /** Below {@code application.properties} (250). */
    private static final int ORDINAL = 240;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        int loops = Math.max(LEAST, Runtime.getRuntime().availableProcessors());
        return List.of(new PropertiesConfigSource(
                Map.of("quarkus.vertx.event-loops-pool-size", Integer.toString(loops)),
                "event loops by processors",
                ORDINAL));
    }
}
