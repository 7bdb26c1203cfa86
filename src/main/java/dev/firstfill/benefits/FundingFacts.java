package dev.firstfill.benefits;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decides which funding a patient may have.
 *
 * @param payers of all the patient's coverages, the second and third ones too
 * @param businessDaysDelayed how long the payer has had the request for prior authorisation; null when it has none, or
 *     has decided
 * @param bridgeAfterBusinessDays that a payer may take before the manufacturer helps out, by its programme
 */
public record FundingFacts(
        Set<PayerKind> payers, @Nullable Integer businessDaysDelayed, int bridgeAfterBusinessDays, LocalDate today) {
    public FundingFacts {
        payers = Set.copyOf(payers);
    }

    boolean isInsured() {
        return payers.stream().anyMatch(PayerKind::isInsurance);
    }
}
