package dev.firstfill.assessments;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is a sign of.
 *
 * @param severity of side effects, and of nothing else
 */
@Schema(description = "The concern that an answer raises.")
public record ConcernSign(
        @NotNull ConcernKind kind,

        @NotNull @Pattern(regexp = TemplateContent.CODE) @Schema(examples = "cost")
        String code,

        @Nullable @Schema(description = "Of side effects, and of nothing else.")
        Severity severity) {

    /** However bad. */
    boolean isSame(ConcernSign other) {
        return kind == other.kind && code.equals(other.code);
    }

    boolean isWhole() {
        return (kind == ConcernKind.SIDE_EFFECT) == (severity != null);
    }
}
