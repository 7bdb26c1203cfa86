package dev.firstfill.api.assessments;

import dev.firstfill.assessments.Template;
import dev.firstfill.assessments.TemplateState;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version of a questionnaire, as a list shows it. */
@Schema(description = "One version of a questionnaire, without its questions.")
public record AssessmentTemplateSummary(
        UUID id,

        @Schema(examples = "ra") String code,

        int number,
        boolean shipped,
        TemplateState state,

        @Schema(examples = "Rheumatoid arthritis") String title,

        @Schema(examples = "ra") String condition) {

    static AssessmentTemplateSummary of(Template template) {
        return new AssessmentTemplateSummary(
                template.id(),
                template.code(),
                template.number(),
                template.isShipped(),
                template.state(),
                template.content().title(),
                template.content().condition());
    }
}
