package dev.firstfill.assessments;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a patient was asked, and about what.
 *
 * @param prescription the id of one, if it was about one; not looked up
 * @param dispense likewise
 */
public record Occasion(
        LocalDate assessedOn,
        @Nullable UUID prescription,
        @Nullable UUID dispense) {

    void mustNotBeAfter(LocalDate today) {
        if (assessedOn.isAfter(today)) {
            throw new AssessmentRefusals.AssessedInFuture();
        }
    }
}
