package dev.firstfill.cases;

import dev.firstfill.assessments.TemplateContent;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A call about how the patient takes the drug, as whoever made it enters it.
 *
 * @param template as for an assessment
 * @param runsOutOn the first day without any of the drug, when the patient says so; else as reckoned from the shipments
 */
@Schema(name = "NewAdherenceCall", description = "A call about how the patient takes the drug.")
public record AdherenceCall(
        @NotNull ContactAttempt.Channel channel,

        @NotBlank
        @Size(max = 50)
        @Schema(examples = "adherence", description = "What was asked: an assessment template.")
        String template,

        @Size(max = TemplateContent.QUESTIONS_MAX) @Schema(description = "By the codes of their questions.")
        Map<String, Object> answers,

        @Nullable
        @Schema(
                description =
                        "The first day without any of the drug, when the patient says so; the refill is scheduled by it.")
        LocalDate runsOutOn,

        @Size(min = 1, max = 2000) @Nullable String note) {

    @SuppressWarnings("NullAway") // JSON may leave it out.
    public AdherenceCall {
        answers = answers == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    @Override
    public String toString() {
        return "AdherenceCall[hidden]";
    }
}
