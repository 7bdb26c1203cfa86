package dev.firstfill.api.cases;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.benefits.BenefitsInvestigation;
import dev.firstfill.benefits.CoverageFound;
import dev.firstfill.benefits.PayerKind;
import dev.firstfill.claims.RejectCode;
import dev.firstfill.kernel.Money;
import dev.firstfill.patients.Coverage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an investigation found, as the front end reads it. */
@Schema(name = "BenefitsInvestigation", description = "What an investigation of the patient's benefits found.")
public record BenefitsView(
        PayerKind payerKind,
        String payer,
        Coverage.Benefit benefit,
        CoverageFound coverage,
        boolean priorAuthorisationRequired,
        @Nullable Money copay,
        @Nullable Money deductibleRemaining,
        @Nullable Money outOfPocketRemaining,
        boolean accumulator,
        List<String> rejectCodes,
        @Nullable UUID testClaim,
        Instant verifiedAt,
        ColleagueView verifiedBy) {
    static BenefitsView of(BenefitsInvestigation found) {
        return new BenefitsView(
                found.payerKind(),
                found.payer(),
                found.benefit(),
                found.coverage(),
                found.priorAuthorisationRequired(),
                Money.orNull(found.copay()),
                Money.orNull(found.deductibleRemaining()),
                Money.orNull(found.outOfPocketRemaining()),
                found.accumulator(),
                found.rejectCodes().stream().map(RejectCode::code).toList(),
                found.testClaim() == null ? null : found.testClaim().value(),
                found.verifiedAt(),
                ColleagueView.of(found.verifiedBy()));
    }
}
