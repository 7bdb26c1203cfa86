package dev.firstfill.cases;

import static dev.firstfill.cases.ContactAttempt.Channel.LETTER;
import static dev.firstfill.cases.ContactAttempt.Channel.PHONE;
import static dev.firstfill.cases.Lack.Code.ASSESSMENT_MISSING;
import static dev.firstfill.cases.Lack.Code.AUTHORISATION_MISSING;
import static dev.firstfill.cases.Lack.Code.BENEFITS_MISSING;
import static dev.firstfill.cases.Lack.Code.CONTACT_ATTEMPTS_MISSING;
import static dev.firstfill.cases.Lack.Code.FIRST_FILL_MISSING;
import static dev.firstfill.cases.Lack.Code.FIRST_FILL_SHIPPED;
import static dev.firstfill.cases.Lack.Code.FUNDING_MISSING;
import static dev.firstfill.cases.Lack.Code.INFORMATION_MISSING;
import static dev.firstfill.cases.Lack.Code.PRESCRIPTION_MISSING;
import static dev.firstfill.cases.Lack.Code.STEP_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.benefits.BenefitsInvestigation;
import dev.firstfill.benefits.CoverageFound;
import dev.firstfill.benefits.FundingDecision;
import dev.firstfill.benefits.FundingKind;
import dev.firstfill.benefits.PayerKind;
import dev.firstfill.clocks.Party;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.Coverage;
import dev.firstfill.workflowsettings.ContactRule;
import dev.firstfill.workflowsettings.Programme;
import dev.firstfill.workflowsettings.RequiredStep;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What each move asks for, each lack alone: with it the move is refused, without it nothing is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuardsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");
    private static final Colleague BEN = new Colleague("ben", "ben.northgate");
    private static final CaseFacts NOTHING_MISSING = CaseFacts.lacking(List.of());

    private CaseFacts facts = NOTHING_MISSING;
    private Set<RequiredStep> required = Set.of();
    private boolean prescribed = true;
    private boolean assessed = true;
    private boolean authorised = true;
    private boolean treated;

    @Test
    void the_intake_is_not_complete_while_something_is_missing_or_no_prescription_was_drafted() {
        assertThat(lacks(CaseMove.COMPLETE_INTAKE)).isEmpty();

        facts = CaseFacts.lacking(List.of(new Missing("insurance-missing", Party.PRESCRIBER, true)));
        prescribed = false;

        assertThat(lacks(CaseMove.COMPLETE_INTAKE)).containsExactly(INFORMATION_MISSING, PRESCRIPTION_MISSING);
    }

    @Test
    void information_was_not_received_while_some_is_missing() {
        assertThat(lacks(CaseMove.RECEIVE_INFORMATION)).isEmpty();

        facts = CaseFacts.lacking(List.of(new Missing("insurance-missing", Party.PRESCRIBER, true)));

        assertThat(lacks(CaseMove.RECEIVE_INFORMATION)).containsExactly(INFORMATION_MISSING);
    }

    @Test
    void nobody_is_called_before_the_benefits_are_known() {
        assertThat(lacks(CaseMove.SCHEDULE_WELCOME_CALL)).containsExactly(BENEFITS_MISSING);
    }

    @Test
    void nobody_is_called_whose_payer_has_not_given_leave() {
        facts = NOTHING_MISSING.with(found(CoverageFound.COVERED, true));
        assertThat(lacks(CaseMove.SCHEDULE_WELCOME_CALL)).isEmpty();

        authorised = false;

        assertThat(lacks(CaseMove.SCHEDULE_WELCOME_CALL)).containsExactly(AUTHORISATION_MISSING);
    }

    @Test
    void nobody_is_called_for_whom_nobody_pays() {
        facts = NOTHING_MISSING.with(found(CoverageFound.NOT_COVERED, false));
        assertThat(lacks(CaseMove.SCHEDULE_WELCOME_CALL)).containsExactly(FUNDING_MISSING);

        facts = facts.with(new FundingDecision(
                FundingKind.FOUNDATION,
                "Transplant Patients' Aid",
                new BigDecimal("50.00"),
                new BigDecimal("2950.00"),
                LocalDate.of(2027, 11, 30),
                NOW,
                BEN));

        assertThat(lacks(CaseMove.SCHEDULE_WELCOME_CALL)).isEmpty();
    }

    @Test
    void nobody_is_cleared_without_an_assessment_and_all_that_the_programme_asks_for() {
        assertThat(lacks(CaseMove.CLEAR)).isEmpty();

        assessed = false;
        required = Set.of(RequiredStep.CONSENT, RequiredStep.REMS_ENROLMENT);
        facts = NOTHING_MISSING.withDone(Set.of(RequiredStep.CONSENT));

        assertThat(lacks(CaseMove.CLEAR)).containsExactly(ASSESSMENT_MISSING, STEP_MISSING);
    }

    @Test
    void a_patient_is_unreachable_after_three_attempts_by_two_channels_over_four_days_and_nothing_less() {
        facts = tried(attempt(0, PHONE), attempt(2, PHONE), attempt(4, LETTER));
        assertThat(lacks(CaseMove.LOSE_CONTACT)).isEmpty();

        facts = tried(attempt(0, PHONE), attempt(4, LETTER));
        assertThat(lacks(CaseMove.LOSE_CONTACT)).containsExactly(CONTACT_ATTEMPTS_MISSING);
        facts = tried(attempt(0, PHONE), attempt(2, PHONE), attempt(4, PHONE));
        assertThat(lacks(CaseMove.LOSE_CONTACT)).containsExactly(CONTACT_ATTEMPTS_MISSING);
        facts = tried(attempt(0, PHONE), attempt(2, PHONE), attempt(3, LETTER));
        assertThat(lacks(CaseMove.LOSE_CONTACT)).containsExactly(CONTACT_ATTEMPTS_MISSING);
    }

    @Test
    void before_the_first_fill_a_case_is_cancelled_and_after_it_discontinued() {
        assertThat(lacks(CaseMove.CANCEL)).isEmpty();
        assertThat(lacks(CaseMove.DISCONTINUE)).containsExactly(FIRST_FILL_MISSING);

        treated = true;

        assertThat(lacks(CaseMove.CANCEL)).containsExactly(FIRST_FILL_SHIPPED);
        assertThat(lacks(CaseMove.DISCONTINUE)).isEmpty();
    }

    private List<Lack.Code> lacks(CaseMove move) {
        var programme = new Programme(
                "default", "All others", List.of(), Map.of(), required, new ContactRule(3, 2, 4), 7, 30, 30, 5);
        var situation = new Situation(
                new CaseState.NewReferralIntake(), facts, programme, prescribed, assessed, authorised, treated, NOW);
        return Guards.of(move, situation).stream().map(Lack::code).toList();
    }

    private static BenefitsInvestigation found(CoverageFound coverage, boolean priorAuthorisationRequired) {
        return new BenefitsInvestigation(
                PayerKind.COMMERCIAL,
                "Aetna",
                Coverage.Benefit.PHARMACY,
                coverage,
                priorAuthorisationRequired,
                new BigDecimal("50.00"),
                null,
                null,
                false,
                List.of(),
                null,
                NOW,
                BEN);
    }

    private static CaseFacts tried(ContactAttempt... attempts) {
        var facts = NOTHING_MISSING;
        for (var attempt : attempts) {
            facts = facts.with(attempt);
        }
        return facts;
    }

    private static ContactAttempt attempt(int day, ContactAttempt.Channel channel) {
        return new ContactAttempt(NOW.plus(Duration.ofDays(day)), channel, ContactAttempt.Result.NO_ANSWER);
    }
}
