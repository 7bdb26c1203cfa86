package dev.firstfill.api.security;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * Gives each request one and the same name in metrics and traces until a resource puts its own in the place. Otherwise
 * the path that was sent would be the name: it may hold a patient's, and the first hundred would use up all labels.
 */
final class UnknownRoutes {
    /** Where Quarkus keeps the template of the resource that serves the request. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final String UNMATCHED = "/unmatched";

    private static final Set<String> OPERATORS_PATHS =
            Set.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics", "/q/openapi");

    private UnknownRoutes() {}

    static void nameUntilKnown(RoutingContext request) {
        if (!OPERATORS_PATHS.contains(request.request().path())) {
            Vertx.currentContext().putLocal(TEMPLATE, UNMATCHED);
        }
    }
}
