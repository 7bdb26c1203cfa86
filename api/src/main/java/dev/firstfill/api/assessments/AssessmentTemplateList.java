package dev.firstfill.api.assessments;

import dev.firstfill.assessments.Template;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** So few that they are never paged. */
@Schema(description = "Questionnaires, without their questions.")
public record AssessmentTemplateList(List<AssessmentTemplateSummary> items) {
    static AssessmentTemplateList of(List<Template> templates) {
        return new AssessmentTemplateList(
                templates.stream().map(AssessmentTemplateSummary::of).toList());
    }
}
