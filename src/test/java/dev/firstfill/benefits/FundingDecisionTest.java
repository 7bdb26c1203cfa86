package dev.firstfill.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.inventory.Ownership;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FundingDecisionTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final int BRIDGE_AFTER = 5;

    /** The payers of all coverages; how long the payer has had the request; what is refused. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COPAY_CARD | COMMERCIAL                     |   | allowed
            COPAY_CARD | MEDICARE_PART_D                |   | copay-card-for-federal-beneficiary
            COPAY_CARD | MEDICARE_PART_B                |   | copay-card-for-federal-beneficiary
            COPAY_CARD | MEDICARE_ADVANTAGE             |   | copay-card-for-federal-beneficiary
            COPAY_CARD | MEDICAID                       |   | copay-card-for-federal-beneficiary
            COPAY_CARD | DUAL_ELIGIBLE                  |   | copay-card-for-federal-beneficiary
            COPAY_CARD | CHIP                           |   | copay-card-for-federal-beneficiary
            COPAY_CARD | TRICARE                        |   | copay-card-for-federal-beneficiary
            COPAY_CARD | VA                             |   | copay-card-for-federal-beneficiary
            COPAY_CARD | COMMERCIAL MEDICARE_PART_D     |   | copay-card-for-federal-beneficiary
            COPAY_CARD | UNINSURED                      |   | copay-card-without-commercial-plan
            FOUNDATION | MEDICARE_PART_D                |   | allowed
            FREE_GOODS | UNINSURED                      |   | allowed
            FREE_GOODS | MEDICARE_PART_D                |   | allowed
            BRIDGE     | COMMERCIAL                     | 6 | allowed
            BRIDGE     | COMMERCIAL                     | 5 | bridge-supply-not-due
            BRIDGE     | COMMERCIAL                     |   | bridge-supply-not-due
            BRIDGE     | MEDICAID                       | 6 | allowed
            BRIDGE     | UNINSURED                      | 6 | bridge-supply-not-due
            NONE       | MEDICARE_PART_D                |   | allowed
            """)
    void the_law_and_the_program_say_who_may_be_helped(
            FundingKind kind, String payers, @Nullable Integer delayed, String verdict) {
        var facts = new FundingFacts(
                Arrays.stream(payers.split(" ")).map(PayerKind::valueOf).collect(Collectors.toSet()),
                delayed,
                BRIDGE_AFTER,
                TODAY);

        if (verdict.equals("allowed")) {
            assertThatCode(() -> funded(kind).mustBeOpenTo(facts)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> funded(kind).mustBeOpenTo(facts))
                    .isInstanceOfSatisfying(
                            Refusal.class, refused -> assertThat(refused.code()).isEqualTo(verdict));
        }
    }

    @Test
    void a_refused_card_names_the_payer_and_the_law() {
        var facts = new FundingFacts(Set.of(PayerKind.TRICARE), null, BRIDGE_AFTER, TODAY);

        assertThatThrownBy(() -> funded(FundingKind.COPAY_CARD).mustBeOpenTo(facts))
                .hasMessageContaining("tricare")
                .hasMessageContaining("42 U.S.C. 1320a-7b(b)");
    }

    @Test
    void help_that_has_ended_helps_nobody() {
        var facts = new FundingFacts(Set.of(PayerKind.COMMERCIAL), null, BRIDGE_AFTER, TODAY.plusYears(2));

        assertThatThrownBy(() -> funded(FundingKind.COPAY_CARD).mustBeOpenTo(facts))
                .isInstanceOf(BenefitsRefusals.FundingUnfit.class);
    }

    @ParameterizedTest
    @EnumSource(FundingKind.class)
    void what_was_given_is_filled_from_its_own_stock_and_never_billed(FundingKind kind) {
        var given =
                switch (kind) {
                    case FREE_GOODS -> Ownership.FREE_GOODS;
                    case BRIDGE -> Ownership.BRIDGE;
                    case COPAY_CARD, FOUNDATION, NONE -> null;
                };

        assertThat(funded(kind).stock().orElse(null)).isEqualTo(given);
        assertThat(funded(kind).mayBeBilled()).isEqualTo(given == null);
    }

    @ParameterizedTest
    @CsvSource({
        "COPAY_CARD, , 50.00, ",
        "COPAY_CARD, Helix Copay, , ",
        "COPAY_CARD, Helix Copay, -1.00, ",
        "COPAY_CARD, Helix Copay, 50.001, ",
        "FREE_GOODS, Helix Cares, 50.00, ",
        "BRIDGE, Helix QuickStart, , 100.00",
        "NONE, Helix Copay, , "
    })
    void a_decision_that_lacks_something_or_has_too_much_is_none(
            FundingKind kind, @Nullable String program, @Nullable BigDecimal amount, @Nullable BigDecimal balance) {
        assertThatThrownBy(() -> new FundingDecision(kind, program, amount, balance, null, Instant.EPOCH, somebody()))
                .isInstanceOf(BenefitsRefusals.FundingUnfit.class);
    }

    private static FundingDecision funded(FundingKind kind) {
        boolean pays = kind == FundingKind.COPAY_CARD || kind == FundingKind.FOUNDATION;
        return new FundingDecision(
                kind,
                kind == FundingKind.NONE ? null : "Helix Copay",
                pays ? new BigDecimal("50.00") : null,
                pays ? new BigDecimal("9600.00") : null,
                TODAY.plusYears(1),
                Instant.parse("2026-03-02T15:00:00Z"),
                somebody());
    }

    private static Colleague somebody() {
        return new Colleague("1", "Nora Finch");
    }
}
