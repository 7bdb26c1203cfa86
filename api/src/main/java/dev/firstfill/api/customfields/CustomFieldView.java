package dev.firstfill.api.customfields;

import dev.firstfill.customfields.CustomField;
import dev.firstfill.customfields.CustomFieldType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A custom field as the front end reads one. */
@Schema(name = "CustomField", description = "A field that the pharmacy records of its patients and defined for itself.")
public record CustomFieldView(
        UUID id,

        @Schema(examples = "journeyStage", description = "The name of its values in a patient's customFields.")
        String key,

        @Schema(examples = "Journey stage") String label,

        CustomFieldType type,
        boolean required,
        @Nullable Integer maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,

        @Schema(description = "What can be chosen; empty for fields that are no choice.")
        List<String> options,

        boolean sensitive,
        boolean archived,
        Instant createdAt,
        Instant updatedAt) {

    static CustomFieldView of(CustomField field) {
        var definition = field.definition();
        return new CustomFieldView(
                field.id().value(),
                definition.key(),
                definition.label(),
                definition.type(),
                definition.required(),
                definition.maxLength(),
                definition.min(),
                definition.max(),
                definition.options(),
                definition.sensitive(),
                definition.archived(),
                field.createdAt(),
                field.updatedAt());
    }
}
