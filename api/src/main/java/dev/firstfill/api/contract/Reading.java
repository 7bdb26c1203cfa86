package dev.firstfill.api.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who reads a document: we, or the client. */
enum Reading {
    /** We read: required is what validation or the use case asks for; lists and switches that are left out are empty and off. */
    REQUEST {
        @Override
        boolean requires(RecordComponent part) {
            var type = part.getAnnotatedType();
            var said = part.getAccessor().getAnnotation(Schema.class);
            return said != null && said.required()
                    || type.isAnnotationPresent(NotNull.class)
                    || type.isAnnotationPresent(NotBlank.class)
                    || type.isAnnotationPresent(NotEmpty.class);
        }
    },
    /** The client reads: all is there that is neither null nor left out when empty. */
    ANSWER {
        @Override
        boolean requires(RecordComponent part) {
            return !part.getAnnotatedType().isAnnotationPresent(Nullable.class) && !isLeftOutWhenEmpty(part);
        }
    };

    private static boolean isLeftOutWhenEmpty(RecordComponent part) {
        var inclusion = part.getDeclaringRecord().getAnnotation(JsonInclude.class);
        return inclusion != null
                && inclusion.value() == JsonInclude.Include.NON_EMPTY
                && Collection.class.isAssignableFrom(part.getType());
    }

    abstract boolean requires(RecordComponent part);
}
