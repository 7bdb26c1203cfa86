package dev.firstfill.assessments;

import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a patient was asked on a day, and answered.
 *
 * @param currentUntil the last day on which it counts, once it is signed
 * @param sideEffects codes of those that the answers named, once it is signed
 * @param barriers likewise
 * @param amends the one that this one amends, if it does, with the reason
 * @param amendedBy the one that counts in place of this one
 * @param signature null for drafts
 */
public record Assessment(
        UUID id,
        int version,
        UUID patient,
        String template,
        int templateNumber,
        String condition,
        Occasion occasion,
        LocalDate currentUntil,
        AssessmentState state,
        AnswerSheet answers,
        Scores scores,
        List<String> sideEffects,
        List<String> barriers,
        @Nullable UUID amends,
        @Nullable String amendmentReason,
        @Nullable UUID amendedBy,
        Colleague begunBy,
        Instant begunAt,
        @Nullable Signature signature) {
    @Override
    public String toString() {
        return "Assessment[%s]".formatted(id);
    }
}
