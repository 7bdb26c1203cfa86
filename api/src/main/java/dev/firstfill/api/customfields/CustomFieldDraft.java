package dev.firstfill.api.customfields;

import dev.firstfill.customfields.CustomFieldDefinition;
import dev.firstfill.customfields.CustomFieldType;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A definition as a client writes it. It may be wrong in many places, where a {@link CustomFieldDefinition} cannot be:
 * made while the body is read, that one would end the reading, and mistakes of form would stay unnamed.
 */
@Schema(description = "A field of the pharmacy's own, as it is to be defined. Key and type never change.")
public record CustomFieldDraft(
        @Nullable
        @Schema(
                required = true,
                examples = "journeyStage",
                description = "How programs name it: lowerCamelCase, at most 40 letters and digits.")
        String key,

        @Nullable
        @Schema(required = true, examples = "Journey stage", description = "How people name it: at most 80 characters.")
        String label,

        @Nullable @Schema(required = true) CustomFieldType type,

        @Nullable @Schema(description = "Whether every patient must have a value; false when absent.")
        Boolean required,

        @Nullable @Schema(description = "For texts, in characters; 2000 when absent.")
        Integer maxLength,

        @Nullable @Schema(description = "For numbers: the smallest allowed.")
        BigDecimal min,

        @Nullable @Schema(description = "For numbers: the largest allowed.")
        BigDecimal max,

        @Nullable @Schema(description = "For choices: 1 to 50, in the order in which people see them.")
        List<String> options,

        @Nullable @Schema(description = "Only for those who may see sensitive fields; false when absent.")
        Boolean sensitive,

        @Nullable @Schema(description = "Takes no new values; false when absent.")
        Boolean archived) {

    static CustomFieldDraft of(CustomFieldDefinition definition) {
        return new CustomFieldDraft(
                definition.key(),
                definition.label(),
                definition.type(),
                definition.required(),
                definition.maxLength(),
                definition.min(),
                definition.max(),
                definition.options(),
                definition.sensitive(),
                definition.archived());
    }

    /** @throws dev.firstfill.customfields.CustomFieldsRefused naming everything that is wrong */
    @SuppressWarnings("NullAway") // What is missing is among the problems that the definition names.
    CustomFieldDefinition checked() {
        return new CustomFieldDefinition(
                key,
                label,
                type,
                Boolean.TRUE.equals(required),
                maxLength,
                min,
                max,
                options,
                Boolean.TRUE.equals(sensitive),
                Boolean.TRUE.equals(archived));
    }
}
