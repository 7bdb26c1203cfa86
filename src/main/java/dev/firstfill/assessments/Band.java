package dev.firstfill.assessments;

import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a score means, from one total to another, both included. */
@Schema(name = "ScoreBand", description = "What a score means, from one total to another, both included.")
public record Band(
        @NotNull Scale scale,
        @NotNull Integer from,
        @NotNull Integer to,

        @NotNull @Pattern(regexp = TemplateContent.CODE) @Schema(examples = "low")
        String code,

        @NotBlank @OneLine @Size(max = 200) String label) {

    boolean holds(int score) {
        return from <= score && score <= to;
    }

    boolean overlaps(Band other) {
        return scale == other.scale && from <= other.to && other.from <= to;
    }
}
