package dev.firstfill.api.contract;

import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/**
 * One operation of the document beside the method that serves it.
 *
 * @param document what the framework wrote of it, to be completed
 */
record ResourceOperation(String path, HttpMethod verb, Operation document, Method method) {
    private static final List<String> PARAMETER_PACKAGES = List.of("jakarta.ws.rs", "org.jboss.resteasy.reactive");

    String id() {
        return document.getOperationId();
    }

    /** Null in no operation but those that are for everybody. */
    Optional<String> permission() {
        var required = method.getAnnotation(PermissionsAllowed.class);
        if (required != null && required.value().length == 1) {
            return Optional.of(required.value()[0]);
        }
        if (method.isAnnotationPresent(PermitAll.class)) {
            return Optional.empty();
        }
        throw new IllegalStateException("Say with @PermissionsAllowed which one permission %s takes.".formatted(id()));
    }

    /** The type of the argument that is no parameter. */
    Optional<AnnotatedType> bodyType() {
        return Arrays.stream(method.getParameters())
                .filter(argument -> Arrays.stream(argument.getAnnotations()).noneMatch(ResourceOperation::isParameter))
                .map(Parameter::getAnnotatedType)
                .findFirst();
    }

    String answerMediaType() {
        return method.getDeclaringClass().getAnnotation(Produces.class).value()[0];
    }

    Optional<Parameter> parameter(String name) {
        return Arrays.stream(method.getParameters())
                .filter(argument -> Arrays.stream(argument.getAnnotations()).anyMatch(a -> names(a, argument, name)))
                .findFirst();
    }

    boolean hasParameter(In where) {
        return document.getParameters() != null
                && document.getParameters().stream().anyMatch(parameter -> parameter.getIn() == where);
    }

    boolean hasHeaderParameter(String name) {
        return document.getParameters() != null
                && document.getParameters().stream()
                        .anyMatch(parameter -> parameter.getIn() == In.HEADER && name.equals(parameter.getName()));
    }

    private static boolean isParameter(Annotation annotation) {
        var name = annotation.annotationType().getName();
        return PARAMETER_PACKAGES.stream().anyMatch(name::startsWith);
    }

    private static boolean names(Annotation annotation, Parameter argument, String name) {
        return switch (annotation) {
            case jakarta.ws.rs.QueryParam query -> query.value().equals(name);
            case jakarta.ws.rs.HeaderParam header -> header.value().equals(name);
            case org.jboss.resteasy.reactive.RestPath path -> argument.getName().equals(name);
            default -> false;
        };
    }
}
