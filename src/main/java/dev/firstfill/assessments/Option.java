package dev.firstfill.assessments;

import dev.firstfill.kernel.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One of a question's options. */
@Schema(name = "AssessmentOption", description = "What can be chosen, and what it means.")
public record Option(
        @NotNull @Pattern(regexp = TemplateContent.CODE) @Schema(examples = "cost")
        String code,

        @NotBlank @OneLine @Size(max = 200) @Schema(examples = "It costs too much")
        String label,

        @Nullable @Min(-100) @Max(100) Integer points,
        @Nullable @Valid ConcernSign concern) {

    Meaning meaning() {
        return new Meaning(points, concern);
    }
}
