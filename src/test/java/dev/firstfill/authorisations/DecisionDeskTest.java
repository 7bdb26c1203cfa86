package dev.firstfill.authorisations;

import static dev.firstfill.authorisations.Asking.PIOTR;
import static dev.firstfill.authorisations.Asking.approval;
import static dev.firstfill.authorisations.Asking.await;
import static dev.firstfill.authorisations.Asking.denial;
import static dev.firstfill.authorisations.AuthorisationChannel.EPA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.patients.ErasureReason;
import dev.firstfill.patients.PatientRegistry;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A Part D plan that is asked at 15:04:05 has 72 hours. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DecisionDeskTest {
    private static OnePharmacy pharmacy;

    private Asking asking;
    private PriorAuthorisation submitted;

    @BeforeAll
    static void open() {
        pharmacy = OnePharmacy.open();
    }

    @AfterAll
    static void close() {
        pharmacy.close();
    }

    @BeforeEach
    void somebodyHasAsked() {
        asking = Asking.withCard(pharmacy);
        submitted = asking.submitted(EPA);
    }

    @Test
    void a_payer_may_approve_at_once() {
        asking.payer.willAnswer(decided(approval()));

        assertThat(await(asking.decisions.ask(submitted.id()))).isEmpty();

        assertThat(types()).containsExactly("prior-authorisation.approved");
        var approved = asking.read(submitted);
        assertThat(approved.state()).isEqualTo(AuthorisationState.APPROVED);
        assertThat(approved.record().reference()).isEqualTo("EPA-1");
        assertThat(approved.record().steps().getLast().by()).isNull();
        assertThat(await(asking.decisions.ask(submitted.id()))).isEmpty();
        assertThat(asking.payer.asked).hasSize(1);
    }

    @Test
    void a_denial_gives_the_time_to_appeal_that_the_law_gives() {
        asking.payer.willAnswer(decided(denial(null)));

        await(asking.decisions.ask(submitted.id()));

        var denied = asking.read(submitted);
        assertThat(denied.state()).isEqualTo(AuthorisationState.DENIED);
        assertThat(denied.progress().actUntil()).isEqualTo("2026-05-01");
    }

    @Test
    void a_payer_that_wants_to_know_more_is_answered_under_the_next_round() {
        asking.payer.willAnswer(new AuthorisationAnswer.InformationWanted(
                "EPA-1", new InformationRequest("LAST CRP?", LocalDate.parse("2026-03-04"))));
        await(asking.decisions.ask(submitted.id()));
        assertThat(asking.read(submitted).state()).isEqualTo(AuthorisationState.INFORMATION_REQUESTED);

        asking.acting(letters -> letters.answerInformation(submitted.id(), "CRP 31 mg/L.", PIOTR));
        asking.payer.willAnswer(decided(approval()));
        await(asking.decisions.ask(submitted.id()));

        assertThat(asking.payer.asked).extracting(AuthorisationQuestion::round).containsExactly(0, 1);
        assertThat(asking.payer.asked.getLast().information()).isEqualTo("CRP 31 mg/L.");
        assertThat(asking.read(submitted).state()).isEqualTo(AuthorisationState.APPROVED);
    }

    @Test
    void a_payer_that_takes_its_time_is_asked_again_at_growing_intervals_until_its_time_is_over() {
        assertThat(pended()).contains(Duration.ofMinutes(1));
        asking.clock.passes(Duration.ofMinutes(20));
        assertThat(pended()).contains(Duration.ofMinutes(10));
        asking.clock.passes(Duration.ofHours(20));
        assertThat(pended()).contains(Duration.ofHours(4));
        asking.clock.passes(Duration.ofHours(51));
        assertThat(pended()).contains(Duration.ofMinutes(40));
        assertThat(asking.read(submitted).progress().trouble()).isNull();

        asking.clock.passes(Duration.ofMinutes(40));
        assertThat(pended()).isEmpty();
        assertThat(types()).containsExactly("prior-authorisation.needs-attention");
        assertThat(asking.read(submitted).progress().trouble()).isEqualTo(AuthorisationTrouble.DECISION_OVERDUE);
    }

    @Test
    void whoever_inquires_has_the_payer_asked_at_once() {
        var asked = await(asking.desk.inquire(submitted.id()));

        assertThat(asked).isEqualTo(submitted);
        assertThat(pharmacy.told().events)
                .containsExactly(new Event(
                        AuthorisationQuestion.TYPE,
                        "payer-question",
                        submitted.id().value(),
                        2));
        assertThat(pharmacy.told().toldAgain).containsExactly(submitted.id().value());

        asking.payer.willAnswer(decided(approval()));
        await(asking.decisions.ask(submitted.id()));
        assertThatThrownBy(() -> await(asking.desk.inquire(submitted.id())))
                .isInstanceOf(AuthorisationRefusals.NoAnswerAwaited.class);
    }

    @Test
    void no_answer_is_shown_once_and_asked_for_again() {
        assertThatThrownBy(() -> await(asking.decisions.ask(submitted.id()))).isInstanceOf(NoAnswer.class);
        assertThat(types()).containsExactly("prior-authorisation.needs-attention");
        assertThat(asking.read(submitted).progress().trouble()).isEqualTo(AuthorisationTrouble.NO_ANSWER);

        assertThatThrownBy(() -> await(asking.decisions.ask(submitted.id()))).isInstanceOf(NoAnswer.class);
        assertThat(types()).isEmpty();

        asking.payer.willAnswer(decided(approval()));
        await(asking.decisions.ask(submitted.id()));
        assertThat(asking.read(submitted).progress().trouble()).isNull();
    }

    @Test
    void an_answer_that_cannot_be_changes_nothing() {
        var backwards = new PayerDecision.Approved(
                null, LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-01"), null, null);
        var nothing = new PayerDecision.Approved(
                null, LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-02"), BigDecimal.ZERO, null);
        for (var impossible : List.of(backwards, nothing, denial("2026-03-01"))) {
            asking.payer.willAnswer(decided(impossible));
            assertThatThrownBy(() -> await(asking.decisions.ask(submitted.id())))
                    .isInstanceOf(NoAnswer.class);
        }

        assertThat(asking.read(submitted).state()).isEqualTo(AuthorisationState.SUBMITTED);
        assertThat(asking.read(submitted).progress().trouble()).isEqualTo(AuthorisationTrouble.ANSWER_DOES_NOT_FIT);
    }

    @Test
    void an_answer_that_contradicts_what_was_recorded_meanwhile_changes_nothing_and_needs_attention() {
        asking.payer.meanwhile(asking.desk.recordDecision(submitted.id(), 2, approval(), PIOTR));
        asking.payer.willAnswer(decided(denial(null)));

        await(asking.decisions.ask(submitted.id()));

        assertThat(types()).containsExactly("prior-authorisation.needs-attention");
        var read = asking.read(submitted);
        assertThat(read.state()).isEqualTo(AuthorisationState.APPROVED);
        assertThat(read.progress().trouble()).isEqualTo(AuthorisationTrouble.ANSWERS_CONTRADICT);
    }

    @Test
    void an_answer_that_says_the_same_as_was_recorded_meanwhile_is_no_news() {
        asking.payer.meanwhile(asking.desk.recordDecision(submitted.id(), 2, approval(), PIOTR));
        asking.payer.willAnswer(decided(approval()));

        await(asking.decisions.ask(submitted.id()));

        assertThat(pharmacy.told().events).isEmpty();
        assertThat(asking.read(submitted).version()).isEqualTo(3);
    }

    @Test
    void an_answer_to_what_was_said_before_is_nobodys_news() {
        asking.acting(letters ->
                letters.recordInformationRequest(submitted.id(), new InformationRequest("LAST CRP?", null), PIOTR));
        asking.acting(letters -> letters.answerInformation(submitted.id(), "CRP 31 mg/L.", PIOTR));
        asking.payer.meanwhile(asking.desk
                .recordInformationRequest(submitted.id(), 4, new InformationRequest("AND THE ONE BEFORE?", null), PIOTR)
                .chain(() -> asking.desk.answerInformation(submitted.id(), 5, "CRP 40 mg/L.", PIOTR)));
        asking.payer.willAnswer(decided(denial(null)));

        await(asking.decisions.ask(submitted.id()));

        assertThat(asking.read(submitted).state()).isEqualTo(AuthorisationState.SUBMITTED);
    }

    @Test
    void what_was_withdrawn_is_not_asked_about_and_what_the_payer_says_to_it_is_ignored() {
        asking.payer.meanwhile(pharmacy.write(
                Act.of("move", "case"), act -> new AuthorisationCorrespondence(act, asking.payer, asking.clock)
                        .withdraw(submitted.id(), PIOTR)));
        asking.payer.willAnswer(decided(approval()));

        await(asking.decisions.ask(submitted.id()));
        await(asking.decisions.ask(submitted.id()));

        assertThat(asking.read(submitted).state()).isEqualTo(AuthorisationState.WITHDRAWN);
        assertThat(asking.payer.asked).hasSize(1);
    }

    @Test
    void what_leaves_the_pharmacy_is_recorded_as_disclosed() {
        asking.payer.willAnswer(new AuthorisationAnswer.Pended(null));
        var told = new AtomicReference<List<?>>();
        asking.payer.meanwhile(
                Uni.createFrom().item(() -> pharmacy.told().disclosures).invoke(told::set));

        await(asking.decisions.ask(submitted.id()));

        assertThat(told.get()).hasSize(1);
    }

    @Test
    void of_somebody_who_was_erased_nobody_is_asked() {
        await(new PatientRegistry(pharmacy, asking.clock).erase(asking.vega.id(), 1, ErasureReason.PATIENT_REQUEST));

        assertThat(await(asking.decisions.ask(submitted.id()))).isEmpty();

        assertThat(asking.payer.asked).isEmpty();
        assertThat(types()).containsExactly("prior-authorisation.needs-attention");
    }

    private Optional<Duration> pended() {
        asking.payer.willAnswer(new AuthorisationAnswer.Pended("EPA-1"));
        return await(asking.decisions.ask(submitted.id()));
    }

    private static AuthorisationAnswer decided(PayerDecision decision) {
        return new AuthorisationAnswer.Decided("EPA-1", decision);
    }

    private static List<String> types() {
        return pharmacy.told().events.stream().map(Event::type).toList();
    }
}
