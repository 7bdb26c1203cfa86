package dev.firstfill.customfields;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of a patient's custom fields. */
public sealed interface CustomFieldsCheck {

    /** The values as they are to be kept, or {@link CustomFieldsRefused}. */
    Map<String, Object> orRefuse();

    /** @param values in the order of the definitions, made of texts, numbers, booleans and lists of texts */
    record Accepted(Map<String, Object> values) implements CustomFieldsCheck {
        public Accepted {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public Map<String, Object> orRefuse() {
            return values;
        }

        @Override
        public String toString() {
            return "Accepted[hidden]";
        }
    }

    /** @param problems all of them, first those of fields that do not belong there */
    record Refused(List<CustomFieldProblem> problems) implements CustomFieldsCheck {
        public Refused {
            problems = List.copyOf(problems);
        }

        @Override
        public Map<String, Object> orRefuse() {
            throw new CustomFieldsRefused(problems);
        }
    }
}
