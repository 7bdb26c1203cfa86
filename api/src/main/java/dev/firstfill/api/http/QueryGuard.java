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
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that a method does not have, and those given twice. A filter that is misspelt and ignored
 * answers with everything, which looks like an answer; and a name or phone number in a URL ends up in logs of others.
 */
@Singleton
class QueryGuard {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        var sent = request.getUriInfo().getQueryParameters();
        var method = resource.getResourceMethod();
        if (sent.isEmpty() || method == null) {
            return;
        }
        var allowed = known.computeIfAbsent(method, QueryGuard::parameters);
        if (!allowed.containsAll(sent.keySet())) {
            throw refused(
                    allowed.isEmpty()
                            ? "It takes no query parameters."
                            : "It takes the query parameters %s and no others.".formatted(String.join(", ", allowed)));
        }
        sent.forEach((name, values) -> {
            if (values.size() > 1) {
                throw refused("Give %s once.".formatted(name));
            }
        });
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(ProblemType.INVALID_PARAMETER, detail);
    }

    private static Set<String> parameters(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .filter(Objects::nonNull)
                .map(QueryParam::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
