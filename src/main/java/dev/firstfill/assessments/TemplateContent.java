package dev.firstfill.assessments;

import dev.firstfill.identifiers.Icd10Code;
import dev.firstfill.kernel.Lists;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A questionnaire. What one member says of itself is held to the rules beside it; what they say of each other is
 * {@code TemplateCheck}'s.
 *
 * @param condition what it is about: {@code ra}, {@code ms}, {@code hcv}, {@code oncology}, {@code transplant}, {@code
 *     general}, or a word of the pharmacy's
 * @param icd10Prefixes the diagnoses it is meant for; none means any
 * @param daysCurrent for how many days after it an assessment counts
 * @param signatories as what one may sign it
 */
@Schema(name = "AssessmentTemplateContent", description = "A questionnaire: what is asked, and what answers mean.")
public record TemplateContent(
        @NotBlank @OneLine @Size(max = 120) @Schema(examples = "Rheumatoid arthritis")
        String title,

        @NotNull
        @Pattern(regexp = TemplateContent.CODE)
        @Schema(
                examples = "ra",
                description = "What it is about: ra, ms, hcv, oncology, transplant, general or your word.")
        String condition,

        @Size(max = 50) @Schema(description = "The diagnoses it is meant for, as beginnings of codes; none means any.")
        List<@NotNull @Pattern(regexp = TemplateContent.ICD10_PREFIX) String> icd10Prefixes,

        @Min(1) @Max(730) @Schema(description = "For how many days after its day an assessment counts.")
        int daysCurrent,

        @NotEmpty @Size(max = 2) @Schema(description = "As what one may sign it.")
        List<@NotNull Signatory> signatories,

        @NotEmpty @Size(max = TemplateContent.QUESTIONS_MAX) List<@NotNull @Valid Question> questions,

        @Size(max = 20) @Schema(description = "What scores mean.")
        List<@NotNull @Valid Band> bands) {

    /** More than anybody answers in one call. */
    public static final int QUESTIONS_MAX = 100;

    /** More than a list on a screen can show. */
    public static final int OPTIONS_MAX = 50;

    /** Of templates, questions, options, bands and concerns. */
    public static final String CODE = "[a-z][a-z0-9-]{0,39}";

    static final String ICD10_PREFIX = "[A-Z]([0-9]([0-9AB](\\.[0-9A-Z]{1,4})?)?)?";

    public TemplateContent {
        icd10Prefixes = Lists.kept(icd10Prefixes);
        signatories = Lists.kept(signatories);
        questions = Lists.kept(questions);
        bands = Lists.kept(bands);
    }

    Optional<Question> question(String code) {
        return questions.stream()
                .filter(question -> question.code().equals(code))
                .findFirst();
    }

    Optional<Band> band(Scale scale, int score) {
        return bands.stream()
                .filter(band -> band.scale() == scale && band.holds(score))
                .findFirst();
    }

    /** @param prefixes none means any */
    static boolean isMeantFor(List<String> prefixes, Icd10Code diagnosis) {
        return prefixes.isEmpty() || prefixes.stream().anyMatch(diagnosis.value()::startsWith);
    }
}
