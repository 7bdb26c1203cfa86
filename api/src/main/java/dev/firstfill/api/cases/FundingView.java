package dev.firstfill.api.cases;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.benefits.FundingDecision;
import dev.firstfill.benefits.FundingKind;
import dev.firstfill.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who pays what the plan does not, as the front end reads it. */
@Schema(name = "FundingDecision", description = "Who pays what the plan does not.")
public record FundingView(
        FundingKind kind,
        @Nullable String program,
        @Nullable Money amount,
        @Nullable Money balance,
        @Nullable LocalDate validUntil,
        Instant decidedAt,
        ColleagueView decidedBy) {
    static FundingView of(FundingDecision decided) {
        return new FundingView(
                decided.kind(),
                decided.program(),
                Money.orNull(decided.amount()),
                Money.orNull(decided.balance()),
                decided.validUntil(),
                decided.decidedAt(),
                ColleagueView.of(decided.decidedBy()));
    }
}
