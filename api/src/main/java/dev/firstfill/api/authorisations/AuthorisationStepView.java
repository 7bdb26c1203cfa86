package dev.firstfill.api.authorisations;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.authorisations.AppealLevel;
import dev.firstfill.authorisations.AuthorisationMove;
import dev.firstfill.authorisations.AuthorisationStep;
import dev.firstfill.authorisations.DenialReason;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What happened to a prior authorisation once. */
@Schema(name = "AuthorisationStep", description = "What happened to a prior authorisation once.")
public record AuthorisationStepView(
        AuthorisationMove move,
        Instant at,

        @Nullable @Schema(description = "Absent when the payer answered electronically.")
        ColleagueView by,

        @Nullable AppealLevel level,
        @Nullable DenialReason reason,

        @Nullable @Schema(description = "The last day to answer, to appeal or to dispense that came with it.")
        LocalDate until,

        @Nullable @Schema(description = "What was asked, answered, argued or said.")
        String text) {

    static AuthorisationStepView of(AuthorisationStep step) {
        return new AuthorisationStepView(
                step.move(),
                step.at(),
                step.by() == null ? null : ColleagueView.of(step.by()),
                step.level(),
                step.reason(),
                step.until(),
                step.text());
    }
}
