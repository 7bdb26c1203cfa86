package dev.firstfill.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.firstfill.api.security.RefusedAttempts;
import dev.firstfill.identifiers.MalformedIdentifier;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.StaleVersion;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Provider;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.StaleStateException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns whatever went wrong into a problem document. The only place with statuses. */
final class ProblemMappers {
    private static final long RETRY_AFTER_SECONDS = 2;
    private static final Set<Integer> MAY_WORK_LATER = Set.of(
            Response.Status.TOO_MANY_REQUESTS.getStatusCode(), Response.Status.SERVICE_UNAVAILABLE.getStatusCode());

    private final AllowedMethods allowedMethods;

    /** Mappers are made while the program is built up, before there is a door. */
    private final Provider<RefusedAttempts> refusedAttempts;

    ProblemMappers(AllowedMethods allowedMethods, Provider<RefusedAttempts> refusedAttempts) {
        this.allowedMethods = allowedMethods;
        this.refusedAttempts = refusedAttempts;
    }

    @ServerExceptionMapper
    Response problem(ProblemException stopped) {
        var retryAfter = stopped.retryAfterSeconds();
        return answer(stopped.problem(), retryAfter == 0 ? RETRY_AFTER_SECONDS : retryAfter);
    }

    @ServerExceptionMapper
    Response refusal(Refusal refusal) {
        return answer(Problem.of(status(refusal.kind()), refusal.code(), refusal.getMessage()));
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case STALE -> 412;
            case NOT_ALLOWED -> 403;
            case UNPROCESSABLE -> 422;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    @ServerExceptionMapper({OptimisticLockException.class, StaleStateException.class})
    Response lostRace(RuntimeException race) {
        return refusal(new StaleVersion());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException violations) {
        return answer(Violations.problem(violations));
    }

    @ServerExceptionMapper
    Response malformed(MalformedIdentifier identifier) {
        return answer(Problem.of(ProblemType.INVALID_PARAMETER, identifier.getMessage()));
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException json) {
        return answer(Problem.of(ProblemType.MALFORMED_JSON, null));
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response unauthenticated(SecurityException noToken) {
        if (Identity.isUnreachable(noToken)) {
            Log.warn("Keycloak cannot be reached to fetch its keys", noToken);
            return answer(Problem.of(ProblemType.IDENTITY_UNAVAILABLE, null));
        }
        // What was wrong with a token is nobody's business but its issuer's.
        return Response.fromResponse(answer(Problem.of(ProblemType.TOKEN_REQUIRED, null)))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    /** Whoever attempts what they may not is recorded first, and told then. */
    @ServerExceptionMapper
    Uni<Response> forbidden(ForbiddenException forbidden, ResourceInfo resource, UriInfo path, RoutingContext request) {
        var method = resource.getResourceMethod();
        var annotation = method == null ? null : method.getAnnotation(PermissionsAllowed.class);
        var detail = annotation == null
                ? null
                : "It takes the permission " + Arrays.stream(annotation.value()).collect(Collectors.joining(" or "))
                        + ".";
        var type = ProblemType.PERMISSION_MISSING;
        return Uni.createFrom()
                .deferred(() -> refusedAttempts.get().record(operation(method), named(path), type.code(), request))
                .replaceWith(() -> answer(Problem.of(type, detail)))
                .onFailure(Refusal.class)
                .recoverWithItem(this::refusal)
                .onFailure()
                .recoverWithItem(this::anything);
    }

    private static String operation(@Nullable Method method) {
        var operation = method == null ? null : method.getAnnotation(Operation.class);
        return operation == null ? "unknown" : operation.operationId();
    }

    private static @Nullable String named(UriInfo path) {
        return path.getPathParameters().values().stream()
                .flatMap(List::stream)
                .findFirst()
                .orElse(null);
    }

    /** The framework says so too of a query parameter that does not convert, which is there and wrong. */
    @ServerExceptionMapper
    Response notFound(NotFoundException nothing) {
        return switch (nothing.getCause()) {
            case null -> answer(Problem.of(ProblemType.NOT_FOUND, null));
            case ProblemException stopped -> problem(stopped);
            default -> answer(Problem.of(ProblemType.INVALID_PARAMETER, "A parameter is not of the expected type."));
        };
    }

    /** RFC 9110, section 15.5.6: with what is allowed. */
    @ServerExceptionMapper
    Response notAllowed(NotAllowedException method, UriInfo request) {
        return Response.fromResponse(answer(Problem.of(ProblemType.METHOD_NOT_ALLOWED, null)))
                .header(HttpHeaders.ALLOW, allowedMethods.at(request.getPath()))
                .build();
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        var type = ProblemType.ofStatus(status);
        if (type.isPresent() && status < Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            return answer(Problem.of(type.get(), null));
        }
        return status < Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()
                ? answer(Problem.of(status, "http-" + status, "The request was not understood"))
                : fault(refused);
    }

    /** The place is for the log: it would tell the caller nothing that can be acted on. */
    @ServerExceptionMapper
    Response brokenSeal(Seals.BrokenSeal broken) {
        Log.errorf("%s (trace=%s)", broken.getMessage(), TraceId.current());
        return answer(Problem.of(ProblemType.SEALED_VALUE_BROKEN, null));
    }

    @ServerExceptionMapper
    Response anything(Throwable failure) {
        var database = DatabaseFaults.of(failure);
        if (database.isPresent()) {
            Log.warnf("Database fault (trace=%s): %s", TraceId.current(), failure.toString());
            return answer(Problem.of(database.get(), null));
        }
        return fault(failure);
    }

    private static Response fault(Throwable failure) {
        Log.errorf(failure, "Request failed (trace=%s)", TraceId.current());
        return answer(Problem.of(ProblemType.INTERNAL_FAULT, null));
    }

    private static Response answer(Problem problem) {
        return answer(problem, RETRY_AFTER_SECONDS);
    }

    private static Response answer(Problem problem, long retryAfterSeconds) {
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (MAY_WORK_LATER.contains(problem.status())) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        }
        if (problem.status() == ProblemType.BODY_TOO_LARGE.status()) {
            // The rest of it will not be read, so nothing that follows on the connection could be understood.
            answer.header(HttpHeaderNames.CONNECTION.toString(), "close");
        }
        return answer.build();
    }
}
