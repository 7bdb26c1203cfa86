package dev.firstfill.api.contract;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says in the schema's words what validation asks of a value. */
final class Constraints {
    private final AnnotatedType type;
    private final Class<?> raw;

    private Constraints(AnnotatedType type, Class<?> raw) {
        this.type = type;
        this.raw = raw;
    }

    static Consumer<Schema> of(AnnotatedType type, Class<?> raw) {
        return new Constraints(type, raw)::apply;
    }

    private void apply(Schema schema) {
        for (Annotation constraint : type.getAnnotations()) {
            switch (constraint) {
                case Size size -> size(schema, size);
                case NotBlank notBlank -> schema.pattern("\\S").minLength(1);
                // The validator matches whole values, a schema's pattern any part.
                case Pattern pattern -> schema.pattern("^(?:" + pattern.regexp() + ")$");
                case Min min -> schema.minimum(BigDecimal.valueOf(min.value()));
                case Max max -> schema.maximum(BigDecimal.valueOf(max.value()));
                case Positive positive -> schema.exclusiveMinimum(BigDecimal.ZERO);
                default -> {
                    // Not a constraint, or one that a schema cannot express.
                }
            }
        }
    }

    private void size(Schema schema, Size size) {
        var min = size.min() == 0 ? null : size.min();
        var max = size.max() == Integer.MAX_VALUE ? null : size.max();
        if (Collection.class.isAssignableFrom(raw)) {
            schema.minItems(min).maxItems(max);
        } else if (Map.class.isAssignableFrom(raw)) {
            schema.minProperties(min).maxProperties(max);
        } else {
            schema.maxLength(max);
            if (min != null) {
                schema.minLength(min);
            }
        }
    }
}
