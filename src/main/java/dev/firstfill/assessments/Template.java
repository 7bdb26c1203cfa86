package dev.firstfill.assessments;

import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a questionnaire. Its content never changes.
 *
 * @param version counts changes of its state, for those who retire it
 * @param number counts up under its code: 1 to {@value #SHIPPED_MAX} come with the program, the pharmacy's own follow
 * @param publishedBy null when it came with the program
 */
public record Template(
        UUID id,
        int version,
        String code,
        int number,
        TemplateState state,
        TemplateContent content,
        @Nullable Colleague publishedBy,
        @Nullable Instant publishedAt,
        @Nullable Instant retiredAt) {
    /** A pharmacy's own versions follow, so that those that come with later releases never supersede them. */
    static final int SHIPPED_MAX = 1000;

    public boolean isShipped() {
        return number <= SHIPPED_MAX;
    }

    void mustTakeAssessments() {
        if (state == TemplateState.RETIRED) {
            throw new AssessmentRefusals.TemplateRetired();
        }
    }
}
