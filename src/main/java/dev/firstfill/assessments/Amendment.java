package dev.firstfill.assessments;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to stand in place of a signed assessment.
 *
 * @param reason why, in words
 * @param assessedOn the day it should have said; as it was when null
 * @param answers all of them
 */
public record Amendment(String reason, @Nullable LocalDate assessedOn, Map<String, Object> answers) {

    Occasion occasion(Occasion before, LocalDate today) {
        var occasion = new Occasion(
                assessedOn == null ? before.assessedOn() : assessedOn, before.prescription(), before.dispense());
        occasion.mustNotBeAfter(today);
        return occasion;
    }

    @Override
    public String toString() {
        return "Amendment[hidden]";
    }
}
