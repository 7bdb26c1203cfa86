package dev.firstfill.benefits;

import dev.firstfill.inventory.Ownership;
import dev.firstfill.kernel.Colleague;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about who pays the rest. Amounts are in US dollars.
 *
 * @param program that helps; null when nobody does
 * @param amount that it pays of each fill; null when it gives the drug, or nobody helps
 * @param balance left on the card or in the grant
 * @param validUntil the last day on which it helps
 */
public record FundingDecision(
        FundingKind kind,
        @Nullable String program,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal balance,
        @Nullable LocalDate validUntil,
        Instant decidedAt,
        Colleague decidedBy) {

    public FundingDecision {
        boolean amountsFit = Stream.of(Optional.ofNullable(amount), Optional.ofNullable(balance))
                .flatMap(Optional::stream)
                .allMatch(Amounts::isOne);
        if (!amountsFit) {
            throw new BenefitsRefusals.FundingUnfit("Amounts are in dollars and cents and not negative.");
        }
        boolean helps = kind != FundingKind.NONE;
        if (helps != (program != null && !program.isBlank())) {
            throw new BenefitsRefusals.FundingUnfit("Help has the name of its program, and no help has none.");
        }
        boolean pays = kind == FundingKind.COPAY_CARD || kind == FundingKind.FOUNDATION;
        if (pays != (amount != null) || !pays && balance != null) {
            throw new BenefitsRefusals.FundingUnfit(
                    "A copay card and a foundation pay an amount of each fill; free goods, bridge and none do not.");
        }
    }

    /**
     * @throws dev.firstfill.kernel.Refusal when the law or the program keeps the patient from it: a federal
     *     beneficiary from a copay card, or a patient from bridge supply who is uninsured or need not wait
     */
    public void mustBeOpenTo(FundingFacts facts) {
        if (validUntil != null && validUntil.isBefore(facts.today())) {
            throw new BenefitsRefusals.FundingUnfit("The help has ended already.");
        }
        switch (kind) {
            case COPAY_CARD -> copayCardMustBeOpenTo(facts);
            case BRIDGE -> bridgeMustBeDue(facts);
            case FOUNDATION, FREE_GOODS, NONE -> {}
        }
    }

    /** Any federal coverage is one too many, the first or the third. */
    private static void copayCardMustBeOpenTo(FundingFacts facts) {
        facts.payers().stream()
                .filter(PayerKind::isFederalProgram)
                .min(Comparator.naturalOrder())
                .ifPresent(federal -> {
                    throw new BenefitsRefusals.CopayCardForFederalBeneficiary(federal);
                });
        if (!facts.payers().contains(PayerKind.COMMERCIAL)) {
            throw new BenefitsRefusals.CopayCardWithoutCommercialPlan();
        }
    }

    private static void bridgeMustBeDue(FundingFacts facts) {
        if (!facts.isInsured()) {
            throw new BenefitsRefusals.BridgeNotDue(
                    "Bridge supply is for the insured whose payer takes its time. Try free goods.");
        }
        var delayed = facts.businessDaysDelayed();
        if (delayed == null || delayed <= facts.bridgeAfterBusinessDays()) {
            throw new BenefitsRefusals.BridgeNotDue(
                    "Bridge supply is due when the payer has had the request for more than %d business days."
                            .formatted(facts.bridgeAfterBusinessDays()));
        }
    }

    /** Of which stock it must be filled; empty when of any. What was given must never be billed. */
    public Optional<Ownership> stock() {
        return switch (kind) {
            case FREE_GOODS -> Optional.of(Ownership.FREE_GOODS);
            case BRIDGE -> Optional.of(Ownership.BRIDGE);
            case COPAY_CARD, FOUNDATION, NONE -> Optional.empty();
        };
    }

    public boolean mayBeBilled() {
        return stock().isEmpty();
    }

    @Override
    public String toString() {
        return "FundingDecision[%s]".formatted(kind);
    }
}
