package dev.firstfill.api.http;

import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import jakarta.inject.Singleton;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the called method does not have, and those given twice. A filter with a typing error
 * that is ignored shows everybody where somebody was meant.
 */
@Singleton
class KnownParameters {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        var given = request.getUriInfo().getQueryParameters();
        var method = resource.getResourceMethod();
        if (given.isEmpty() || method == null) {
            return;
        }
        var possible = known.computeIfAbsent(method, KnownParameters::of);
        given.forEach((name, values) -> {
            if (!possible.contains(name)) {
                throw refused("This resource has no such query parameter: it has %s."
                        .formatted(possible.isEmpty() ? "none" : String.join(", ", possible)));
            }
            if (values.size() > 1) {
                throw refused("Give %s once.".formatted(name));
            }
        });
    }

    private static Set<String> of(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .filter(Objects::nonNull)
                .map(QueryParam::value)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(ProblemType.INVALID_PARAMETER, detail);
    }
}
