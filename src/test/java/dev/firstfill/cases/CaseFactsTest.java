package dev.firstfill.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.benefits.BenefitsInvestigation;
import dev.firstfill.benefits.CoverageFound;
import dev.firstfill.benefits.FundingDecision;
import dev.firstfill.benefits.FundingKind;
import dev.firstfill.benefits.PayerKind;
import dev.firstfill.claims.ClaimId;
import dev.firstfill.claims.RejectCode;
import dev.firstfill.clocks.Party;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Json;
import dev.firstfill.patients.Coverage;
import dev.firstfill.workflowsettings.RequiredStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseFactsTest {
    private static final Instant AT = Instant.parse("2026-11-20T14:00:00Z");
    private static final Colleague BEN = new Colleague("ben", "ben.northgate");

    @Test
    void a_case_of_which_hardly_anything_is_known_is_read_as_it_was_kept() {
        var facts = CaseFacts.lacking(List.of()).with(found(List.of()));

        assertThat(kept(facts)).isEqualTo(facts);
    }

    @Test
    void a_case_of_which_everything_is_known_is_read_as_it_was_kept() {
        var dispense = UUID.randomUUID();
        var facts = CaseFacts.lacking(List.of(new Missing("diagnosis-code-missing", Party.PRESCRIBER, true)))
                .with(found(List.of(new RejectCode("75"))))
                .with(new FundingDecision(
                        FundingKind.FOUNDATION,
                        "Transplant Patients' Aid",
                        new BigDecimal("50.00"),
                        new BigDecimal("2950.00"),
                        LocalDate.of(2027, 11, 30),
                        AT,
                        BEN))
                .with(new ContactAttempt(AT, ContactAttempt.Channel.PHONE, ContactAttempt.Result.VOICEMAIL))
                .with(new CaseFacts.Supply(dispense, LocalDate.of(2026, 11, 24), 30, LocalDate.of(2026, 12, 24)))
                .with(new CaseFacts.Authorisation(UUID.randomUUID(), LocalDate.of(2027, 11, 19)))
                .withHold(new CaseFacts.Hold(MoveReason.TRAVELLING, LocalDate.of(2026, 12, 1)))
                .withDone(Set.of(RequiredStep.CONSENT))
                .marked("hold over 2026-12-01");

        assertThat(kept(facts)).isEqualTo(facts);
    }

    @Test
    void a_fill_that_was_undone_lasts_for_no_day() {
        var lost = UUID.randomUUID();
        var facts = CaseFacts.lacking(List.of())
                .with(new CaseFacts.Supply(lost, LocalDate.of(2026, 11, 24), 30, LocalDate.of(2026, 12, 24)));

        assertThat(facts.withoutSupplyOf(lost).supply()).isNull();
        assertThat(facts.withoutSupplyOf(UUID.randomUUID())).isEqualTo(facts);
    }

    @Test
    void what_was_left_before_a_refill_that_was_undone_lasts_as_it_did() {
        var refill = UUID.randomUUID();
        var shipped = LocalDate.of(2026, 12, 16);
        var facts =
                CaseFacts.lacking(List.of()).with(new CaseFacts.Supply(refill, shipped, 30, LocalDate.of(2027, 1, 23)));

        assertThat(facts.withoutSupplyOf(refill).supply())
                .isEqualTo(new CaseFacts.Supply(refill, shipped, 0, LocalDate.of(2026, 12, 24)));
    }

    private static BenefitsInvestigation found(List<RejectCode> codes) {
        return new BenefitsInvestigation(
                PayerKind.COMMERCIAL,
                "Aetna",
                Coverage.Benefit.PHARMACY,
                CoverageFound.COVERED,
                !codes.isEmpty(),
                new BigDecimal("50.00"),
                null,
                null,
                false,
                codes,
                new ClaimId(UUID.randomUUID()),
                AT,
                BEN);
    }

    private static CaseFacts kept(CaseFacts facts) {
        return Json.read(Json.bytes(facts), CaseFacts.class);
    }
}
