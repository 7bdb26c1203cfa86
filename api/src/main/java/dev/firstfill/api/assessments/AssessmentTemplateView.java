package dev.firstfill.api.assessments;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.assessments.Template;
import dev.firstfill.assessments.TemplateContent;
import dev.firstfill.assessments.TemplateState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One version of a questionnaire, whole. */
@Schema(name = "AssessmentTemplate", description = "One version of a questionnaire; its content never changes.")
public record AssessmentTemplateView(
        UUID id,

        @Schema(examples = "ra") String code,

        @Schema(description = "Counts up under the code; a pharmacy's own begin with 1001.")
        int number,

        @Schema(description = "Whether it comes with the platform, for every pharmacy.")
        boolean shipped,

        TemplateState state,
        TemplateContent content,

        @Nullable @Schema(description = "Absent when it comes with the platform.")
        ColleagueView publishedBy,

        @Nullable @Schema(description = "Absent when it comes with the platform.")
        Instant publishedAt,

        @Nullable @Schema(description = "Absent as long as it is not retired.")
        Instant retiredAt) {

    static AssessmentTemplateView of(Template template) {
        return new AssessmentTemplateView(
                template.id(),
                template.code(),
                template.number(),
                template.isShipped(),
                template.state(),
                template.content(),
                template.publishedBy() == null ? null : ColleagueView.of(template.publishedBy()),
                template.publishedAt(),
                template.retiredAt());
    }
}
