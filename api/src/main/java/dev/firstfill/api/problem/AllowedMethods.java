package dev.firstfill.api.problem;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which methods a path has: a client that is told which it has not must be told these (RFC 9110, section 15.5.6). */
@Singleton
class AllowedMethods {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^/}]+}");

    private volatile @Nullable List<Route> routes;

    private record Route(Pattern path, String verb) {}

    String at(String path) {
        var known = routes;
        if (known == null) {
            known = all();
            routes = known;
        }
        var verbs = known.stream()
                .filter(route -> route.path().matcher(path).matches())
                .map(Route::verb)
                .collect(Collectors.toCollection(TreeSet::new));
        if (verbs.contains(HttpMethod.GET)) {
            verbs.add(HttpMethod.HEAD);
        }
        verbs.add(HttpMethod.OPTIONS);
        return String.join(", ", verbs);
    }

    private static List<Route> all() {
        return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods())
                        .map(method -> route(resource.getAnnotation(Path.class).value(), method))
                        .filter(Objects::nonNull))
                .toList();
    }

    private static @Nullable Route route(String base, Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            var verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                var own = method.getAnnotation(Path.class);
                return new Route(pattern(base + (own == null ? "" : own.value())), verb.value());
            }
        }
        return null;
    }

    /** A trailing slash makes no difference to the framework either. */
    private static Pattern pattern(String template) {
        return Pattern.compile(VARIABLE.matcher(template).replaceAll("[^/]+") + "/?");
    }
}
