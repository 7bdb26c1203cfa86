package dev.firstfill.api.security;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * By which names requests go in metrics and traces: those of the resources that served them, and one for all others.
 * Otherwise the path that was sent would be the name: it may hold a patient's, and the first hundred would use up all
 * labels.
 */
@Singleton
class RouteNames {
    /** Where Quarkus keeps the template of the resource that serves the request. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final String UNMATCHED = "/unmatched";

    private static final Set<String> OPERATORS_PATHS =
            Set.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics", "/q/openapi");

    /** As many as the contract has paths. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    RouteNames() {
        known.add(UNMATCHED);
        known.addAll(OPERATORS_PATHS);
    }

    /** Until a resource puts its own name in the place, which is known before the answer leaves. */
    void nameUnmatched(RoutingContext request) {
        if (!OPERATORS_PATHS.contains(request.request().path())) {
            var context = Vertx.currentContext();
            context.putLocal(TEMPLATE, UNMATCHED);
            request.addHeadersEndHandler(answering -> known.add(context.getLocal(TEMPLATE)));
        }
    }

    /** What the server itself refuses never came by here, and is measured all the same. */
    @Produces
    @Singleton
    MeterFilter onlyKnownNames() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                var uri = id.getName().startsWith("http.server") ? id.getTag("uri") : null;
                return uri == null || known.contains(uri) ? id : id.replaceTags(renamed(id));
            }
        };
    }

    private static Iterable<Tag> renamed(Meter.Id id) {
        return id.getTags().stream()
                .map(tag -> tag.getKey().equals("uri") ? Tag.of("uri", UNMATCHED) : tag)
                .toList();
    }
}
