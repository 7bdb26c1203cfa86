package dev.firstfill.api.claims;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.claims.Withdrawal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The wish that the payer take back what it paid, or may have paid. */
@Schema(name = "ClaimWithdrawal", description = "Who reversed or abandoned the claim, and when.")
public record WithdrawalView(
        ColleagueView by,
        Instant at,

        @Nullable @Schema(description = "When the payer answered; absent as long as it has not.")
        Instant answeredAt) {
    static @Nullable WithdrawalView of(@Nullable Withdrawal withdrawal) {
        return withdrawal == null
                ? null
                : new WithdrawalView(ColleagueView.of(withdrawal.by()), withdrawal.at(), withdrawal.answeredAt());
    }
}
