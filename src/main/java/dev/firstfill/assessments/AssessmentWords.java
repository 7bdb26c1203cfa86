package dev.firstfill.assessments;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of an assessment is written in words: the document that is sealed by the patient's key.
 *
 * @param answers by the codes of their questions
 * @param amendmentReason why it amends another; null when it amends none
 */
record AssessmentWords(
        Map<String, String> answers, @Nullable String amendmentReason) {

    @SuppressWarnings("NullAway") // What is empty is not stored.
    AssessmentWords {
        answers = answers == null ? Map.of() : Map.copyOf(answers);
    }

    @Override
    public String toString() {
        return "AssessmentWords[hidden]";
    }
}
