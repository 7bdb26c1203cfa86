package dev.firstfill.api.logging;

import dev.firstfill.api.testing.RealStack;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** With everything on that could tell: a log on disk, more of ours in it than in production, and traces. */
public final class Watched implements QuarkusTestProfile {
    static final Path LOG = Path.of("target", "canaries.log");

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.log.file.enabled", "true",
                "quarkus.log.file.path", LOG.toString(),
                "quarkus.log.category.\"dev.firstfill\".level", "DEBUG",
                "quarkus.otel.sdk.disabled", "false",
                "quarkus.otel.bsp.schedule.delay", "200ms",
                "quarkus.otel.exporter.otlp.protocol", "http/protobuf");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(RealStack.class), new TestResourceEntry(TraceCollector.class));
    }
}
