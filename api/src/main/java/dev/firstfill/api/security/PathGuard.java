package dev.firstfill.api.security;

import dev.firstfill.api.json.SentDocument;
import dev.firstfill.api.problem.Problem;
import dev.firstfill.api.problem.ProblemType;
import dev.firstfill.api.problem.TraceId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The first thing every request meets: gives it an id, and refuses what is too long, and paths that two parts of a
 * server could read in two ways. Such paths have walked round path-based security before ({@code ;}, {@code %2f},
 * {@code %5c}), and no client of ours has a use for them.
 */
@Singleton
class PathGuard {
    /** Before authentication (200) and everything else. */
    private static final int FIRST = 1_000;

    private static final Pattern AMBIGUOUS =
            Pattern.compile(";|\\\\|//|/\\.{1,2}(/|$)|%(00|2e|2f|3b|5c|25)", Pattern.CASE_INSENSITIVE);

    /** What a client may choose as id for its request: it ends up in logs. */
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final RouteNames routeNames;
    private final long bodyMax;
    private final long bundleMax;
    private final int addressMax;

    PathGuard(
            RouteNames routeNames,
            @ConfigProperty(name = "firstfill.http.body-max-bytes") long bodyMax,
            @ConfigProperty(name = "firstfill.http.bundle-max-bytes") long bundleMax,
            @ConfigProperty(name = "firstfill.http.address-max-bytes") int addressMax) {
        this.routeNames = routeNames;
        this.bodyMax = bodyMax;
        this.bundleMax = bundleMax;
        this.addressMax = addressMax;
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, FIRST);
    }

    /** What the server itself refuses, before or around all filters, looks like everything else we refuse. */
    void lastResort(@Observes Router router) {
        for (var type : List.of(
                ProblemType.PATH_REFUSED,
                ProblemType.NOT_FOUND,
                ProblemType.METHOD_NOT_ALLOWED,
                ProblemType.NOT_ACCEPTABLE,
                ProblemType.BODY_TOO_LARGE,
                ProblemType.UNSUPPORTED_MEDIA_TYPE)) {
            router.errorHandler(type.status(), request -> {
                identify(request);
                refuse(request, type, null);
            });
        }
    }

    private void pass(RoutingContext request) {
        identify(request);
        routeNames.nameUnmatched(request);
        if (request.request().uri().length() > addressMax) {
            refuse(request, ProblemType.ADDRESS_TOO_LONG, "The limit is %d bytes.".formatted(addressMax));
        } else if (AMBIGUOUS.matcher(request.request().path()).find()) {
            refuse(request, ProblemType.PATH_REFUSED, null);
        } else if (declaredLength(request) > bodyMax(request)) {
            refuse(request, ProblemType.BODY_TOO_LARGE, "The limit is %d bytes.".formatted(bodyMax(request)));
        } else {
            request.next();
        }
    }

    /** Whoever takes no FHIR refuses the media type before reading anything. */
    private long bodyMax(RoutingContext request) {
        var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        boolean isBundle = type != null && type.toLowerCase(Locale.ROOT).startsWith(SentDocument.FHIR);
        return isBundle ? bundleMax : bodyMax;
    }

    private static void identify(RoutingContext request) {
        var given = request.request().getHeader("X-Request-Id");
        var id = given != null && REQUEST_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        var parent = request.request().getHeader("traceparent");
        var traced = parent == null ? null : TRACE_PARENT.matcher(parent);
        TraceId.set(traced != null && traced.matches() ? traced.group(1) : id);
        request.response().putHeader("X-Request-Id", id);
        SecurityHeaders.addTo(request);
    }

    private static long declaredLength(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException nonsense) {
            return Long.MAX_VALUE;
        }
    }

    private static void refuse(RoutingContext request, ProblemType type, String detail) {
        var problem = Problem.of(type, detail);
        if (request.request().version() != HttpVersion.HTTP_2) {
            // The rest of an oversized body is not read: the connection cannot be used again. HTTP/2 ends the stream
            // alone, and forbids this header.
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Json.encode(problem));
    }
}
