package dev.firstfill.api.problem;

import dev.firstfill.api.problem.Problem.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.AssertTrue;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Turns the validator's findings into pointers into the body the client sent. */
public final class Violations {
    private Violations() {}

    static Problem problem(ConstraintViolationException violations) {
        var found = violations.getConstraintViolations();
        boolean inBody = found.stream().anyMatch(Violations::isInBody);
        var errors = errors(found);
        return inBody
                ? ProblemException.invalidBody(errors).problem()
                : Problem.of(ProblemType.INVALID_PARAMETER, null, errors);
    }

    /** Those of a body that was validated by itself, not as a method's argument. */
    public static List<FieldError> errors(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> new FieldError(pointer(violation), code(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .toList();
    }

    private static boolean isInBody(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                return node.getName().equals("body");
            }
        }
        return true;
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        boolean rule = violation.getConstraintDescriptor().getAnnotation() instanceof AssertTrue;
        var nodes = violation.getPropertyPath().iterator();
        while (nodes.hasNext()) {
            var node = nodes.next();
            boolean namesRule = rule && !nodes.hasNext();
            append(pointer, node, namesRule);
        }
        return pointer.toString();
    }

    /** A rule over several properties is reported at the object that holds them, not at a property of its own. */
    private static void append(StringBuilder pointer, Path.Node node, boolean namesRule) {
        if (node.isInIterable() && node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        } else if (node.isInIterable() && node.getKey() != null) {
            pointer.append('/').append(escaped(node.getKey().toString()));
        }
        boolean parameterOfQuery =
                node.getKind() == ElementKind.PARAMETER && !node.getName().equals("body");
        if (!namesRule && node.getKind() == ElementKind.PROPERTY || parameterOfQuery) {
            pointer.append('/').append(escaped(node.getName()));
        }
    }

    private static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    private static String code(ConstraintViolation<?> violation) {
        var annotation = violation.getConstraintDescriptor().getAnnotation();
        return annotation instanceof AssertTrue ? "rule" : code(annotation.annotationType());
    }

    /** {@code NotBlank} becomes {@code not-blank}. */
    static String code(Class<? extends Annotation> constraint) {
        return constraint.getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
