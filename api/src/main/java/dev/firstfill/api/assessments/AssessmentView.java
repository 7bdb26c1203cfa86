package dev.firstfill.api.assessments;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.assessments.Assessment;
import dev.firstfill.assessments.AssessmentState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An assessment as the front end reads one. */
@Schema(name = "Assessment", description = "What a patient was asked on a day, and answered.")
public record AssessmentView(
        UUID id,

        @Schema(description = "The patient's id.") UUID patient,

        @Schema(examples = "ra", description = "The template's code.")
        String template,

        @Schema(description = "Which version of the template.")
        int templateNumber,

        @Schema(examples = "ra") String condition,

        LocalDate assessedOn,

        @Schema(description = "The last day on which it counts, once it is signed.")
        LocalDate currentUntil,

        @Nullable UUID prescription,
        @Nullable UUID dispense,
        AssessmentState state,

        @Schema(description = "By the codes of their questions.")
        Map<String, Object> answers,

        @Nullable @Schema(description = "Points on the scale of the disease; more is worse. From the signature on.")
        Integer score,

        @Nullable @Schema(description = "The code of the band that the score lies in.")
        String scoreBand,

        @Nullable @Schema(description = "Percent. From the signature on.")
        Integer adherenceScore,

        @Nullable @Schema(description = "The code of the band that the adherence score lies in.")
        String adherenceBand,

        @Schema(description = "Those that the answers named. From the signature on.")
        List<String> sideEffects,

        @Schema(description = "Those that the answers named. From the signature on.")
        List<String> barriers,

        @Nullable @Schema(description = "The assessment that this one stands in place of.")
        UUID amends,

        @Nullable @Schema(description = "Why it does, in words.")
        String amendmentReason,

        @Nullable @Schema(description = "The assessment that stands in place of this one.")
        UUID amendedBy,

        ColleagueView begunBy,
        Instant begunAt,

        @Nullable @Schema(description = "Absent from drafts.")
        SignatureView signature) {

    static AssessmentView of(Assessment assessment) {
        var scores = assessment.scores();
        return new AssessmentView(
                assessment.id(),
                assessment.patient(),
                assessment.template(),
                assessment.templateNumber(),
                assessment.condition(),
                assessment.occasion().assessedOn(),
                assessment.currentUntil(),
                assessment.occasion().prescription(),
                assessment.occasion().dispense(),
                assessment.state(),
                assessment.answers().plain(),
                scores.score(),
                scores.band(),
                scores.adherence(),
                scores.adherenceBand(),
                assessment.sideEffects(),
                assessment.barriers(),
                assessment.amends(),
                assessment.amendmentReason(),
                assessment.amendedBy(),
                ColleagueView.of(assessment.begunBy()),
                assessment.begunAt(),
                SignatureView.of(assessment.signature()));
    }

    @Override
    public String toString() {
        return "AssessmentView[hidden]";
    }
}
