package dev.firstfill.assessments;

import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as somebody fills it in.
 *
 * @param patient id or number
 * @param template id, code for its present version, or code and number as in {@code ra.1}
 * @param assessedOn today where the pharmacy is, when absent
 * @param answers by the codes of their questions
 */
@Schema(description = "What a patient is asked, and answers so far. Patient and template never change.")
public record AssessmentDraft(
        @NotBlank @OneLine @Size(max = 36) @Schema(examples = "P1001", description = "The patient's id or number.")
        String patient,

        @NotBlank
        @OneLine
        @Size(max = 50)
        @Schema(examples = "ra", description = "A version's id, a code for its present version, or both, as in ra.1.")
        String template,

        @Nullable @Schema(description = "The day the patient was asked; today when absent.")
        LocalDate assessedOn,

        @Nullable @Schema(description = "The prescription it is about.")
        UUID prescription,

        @Nullable @Schema(description = "The dispense it is about.")
        UUID dispense,

        @Size(max = TemplateContent.QUESTIONS_MAX)
        @Schema(
                description =
                        "By the codes of their questions: true or false, an option, a list of options, a number, a"
                                + " date as YYYY-MM-DD, or a text.")
        Map<String, Object> answers) {

    @SuppressWarnings("NullAway") // JSON may leave it out.
    public AssessmentDraft {
        answers = answers == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    public static AssessmentDraft of(Assessment present) {
        return new AssessmentDraft(
                present.patient().toString(),
                present.template() + "." + present.templateNumber(),
                present.occasion().assessedOn(),
                present.occasion().prescription(),
                present.occasion().dispense(),
                present.answers().plain());
    }

    Occasion occasion(LocalDate today) {
        var occasion = new Occasion(assessedOn == null ? today : assessedOn, prescription, dispense);
        occasion.mustNotBeAfter(today);
        return occasion;
    }

    @Override
    public String toString() {
        return "AssessmentDraft[hidden]";
    }
}
