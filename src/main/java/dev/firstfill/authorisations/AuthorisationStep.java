package dev.firstfill.authorisations;

import dev.firstfill.kernel.Colleague;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a prior authorisation once.
 *
 * @param by who did it or wrote it down; null when the payer answered electronically
 * @param level of an appeal, or of its decision
 * @param until the last day to answer, or to appeal, that came with it
 * @param text what was asked, answered, argued or said
 */
public record AuthorisationStep(
        AuthorisationMove move,
        Instant at,
        @Nullable Colleague by,
        @Nullable AppealLevel level,
        @Nullable DenialReason reason,
        @Nullable LocalDate until,
        @Nullable String text) {

    AuthorisationStep withoutText() {
        return new AuthorisationStep(move, at, by, level, reason, until, null);
    }

    @Override
    public String toString() {
        return "AuthorisationStep[%s]".formatted(move);
    }
}
