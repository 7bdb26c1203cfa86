package dev.firstfill.assessments;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How often a value was answered.
 *
 * @param value as text: {@code true}, an option's code, a number or a date
 */
@Schema(description = "How often a value was answered.")
public record ValueCount(
        @Schema(examples = "cost", description = "As text: true or false, an option's code, a number or a date.")
        String value,

        long count) {}
