package dev.firstfill.api.assessments;

import dev.firstfill.assessments.TemplateContent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A questionnaire under a code of its own. */
@Schema(description = "A questionnaire under a code of its own.")
public record NewAssessmentTemplate(
        @NotNull
        @Pattern(regexp = TemplateContent.CODE)
        @Schema(examples = "first-visit", description = "Stays for good.")
        String code,

        @NotNull @Valid TemplateContent content) {}
