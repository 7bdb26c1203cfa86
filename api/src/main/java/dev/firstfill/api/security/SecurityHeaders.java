package dev.firstfill.api.security;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** What every answer tells a browser, errors included: keep nothing, guess nothing, show it to no other site. */
final class SecurityHeaders {
    private static final Map<CharSequence, String> ALWAYS = Map.of(
            HttpHeaders.CACHE_CONTROL,
            "no-store",
            "X-Content-Type-Options",
            "nosniff",
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    /** A year: RFC 6797 leaves it to the site, and browsers' preload lists ask for as much. */
    private static final String HTTPS_ONLY = "max-age=31536000; includeSubDomains";

    private SecurityHeaders() {}

    static void addTo(RoutingContext request) {
        ALWAYS.forEach(request.response()::putHeader);
        if (request.request().isSSL()) {
            // Over plain HTTP browsers must ignore it: anybody in between could have set it.
            request.response().putHeader("Strict-Transport-Security", HTTPS_ONLY);
        }
    }
}
