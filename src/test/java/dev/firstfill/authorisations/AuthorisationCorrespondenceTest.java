package dev.firstfill.authorisations;

import static dev.firstfill.authorisations.Asking.PIOTR;
import static dev.firstfill.authorisations.Asking.approval;
import static dev.firstfill.authorisations.Asking.await;
import static dev.firstfill.authorisations.Asking.denial;
import static dev.firstfill.authorisations.AuthorisationChannel.EPA;
import static dev.firstfill.authorisations.AuthorisationChannel.FAX;
import static dev.firstfill.authorisations.AuthorisationChannel.PORTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.StaleVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The clock stands at 2 March 2026, 15:04:05 UTC. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthorisationCorrespondenceTest {
    private static OnePharmacy pharmacy;

    private Asking asking;

    @BeforeAll
    static void open() {
        pharmacy = OnePharmacy.open();
    }

    @AfterAll
    static void close() {
        pharmacy.close();
    }

    @BeforeEach
    void somebodyAsks() {
        asking = Asking.withCard(pharmacy);
    }

    @Test
    void what_is_prepared_is_submitted_by_fax_and_decided_by_hand() {
        var prepared = asking.prepared(FAX);
        assertThat(events()).isEqualTo(named(prepared, "prepared"));

        var submitted = asking.acting(letters -> letters.submit(prepared.id(), "FX-77", PIOTR));
        assertThat(events()).isEqualTo(named(submitted, "submitted"));
        assertThat(submitted.progress().submittedAt()).isEqualTo("2026-03-02T15:04:05Z");
        assertThat(submitted.progress().decisionDueAt()).isEqualTo("2026-03-05T15:04:05Z");
        assertThat(submitted.record().reference()).isEqualTo("FX-77");

        var approved = asking.decided(submitted, approval());
        assertThat(events()).isEqualTo(named(approved, "approved"));
        assertThat(approved.holdsOn(LocalDate.parse("2027-03-01"))).isTrue();
        assertThat(approved.quantity()).isEqualByComparingTo("26");
        assertThat(approved.record().number()).isEqualTo("PA-2026-55120");
        assertThat(approved.progress().decisionDueAt()).isNull();
        assertThat(asking.read(approved)).isEqualTo(approved);
        assertThat(approved.record().steps())
                .extracting(AuthorisationStep::move)
                .containsExactly(AuthorisationMove.PREPARE, AuthorisationMove.SUBMIT, AuthorisationMove.APPROVE);
        assertThat(asking.payer.asked).isEmpty();
    }

    @Test
    void a_payer_may_want_to_know_more_first() {
        var submitted = asking.submitted(PORTAL);

        var wanted = asking.acting(letters -> letters.recordInformationRequest(
                submitted.id(), new InformationRequest("LAST CRP?", LocalDate.parse("2026-03-16")), PIOTR));
        assertThat(events()).isEqualTo(named(wanted, "information-requested"));
        assertThat(wanted.progress().actUntil()).isEqualTo("2026-03-16");

        var answered = asking.acting(letters -> letters.answerInformation(submitted.id(), "CRP 31 mg/L.", PIOTR));
        assertThat(events()).isEqualTo(named(answered, "information-answered"));
        assertThat(answered.state()).isEqualTo(AuthorisationState.SUBMITTED);
        assertThat(answered.progress().actUntil()).isNull();
        assertThat(answered.progress().round()).isEqualTo(1);
        assertThat(answered.record().steps())
                .extracting(AuthorisationStep::text)
                .contains("LAST CRP?", "CRP 31 mg/L.");
    }

    @Test
    void a_denial_is_appealed_level_by_level_until_it_is_final() {
        var denied = asking.denied(FAX);
        assertThat(denied.progress().denialReason()).isEqualTo(DenialReason.STEP_THERAPY);
        assertThat(denied.progress().actUntil()).isEqualTo("2026-05-01");

        var internal = asking.appealed(denied, AppealLevel.INTERNAL);
        assertThat(events()).isEqualTo(named(internal, "appealed"));
        assertThat(internal.state()).isEqualTo(AuthorisationState.APPEALED);
        assertThat(internal.progress().decisionDueAt()).isEqualTo(Instant.parse("2026-03-09T15:04:05Z"));
        asking.decided(internal, denial(null));
        asking.decided(asking.appealed(denied, AppealLevel.RECONSIDERATION), denial(null));
        var last = asking.decided(asking.appealed(denied, AppealLevel.EXTERNAL), denial(null));

        assertThat(last.state()).isEqualTo(AuthorisationState.DENIED);
        assertThat(last.progress().actUntil()).isNull();
        for (var level : AppealLevel.values()) {
            assertThatThrownBy(() -> asking.appealed(last, level))
                    .isInstanceOf(AuthorisationRefusals.AppealLevelNotNext.class);
        }
        assertThat(asking.read(last)).isEqualTo(last);
    }

    @Test
    void an_appeal_may_be_won_and_may_be_asked_about() {
        var appealed = asking.appealed(asking.denied(FAX), AppealLevel.INTERNAL);
        asking.acting(letters ->
                letters.recordInformationRequest(appealed.id(), new InformationRequest("CHART NOTES?", null), PIOTR));

        var answered = asking.acting(letters -> letters.answerInformation(appealed.id(), "Sent.", PIOTR));
        assertThat(answered.state()).isEqualTo(AuthorisationState.APPEALED);

        var won = asking.decided(answered, approval());
        assertThat(won.state()).isEqualTo(AuthorisationState.APPROVED);
        assertThat(won.holdsOn(LocalDate.parse("2026-03-02"))).isTrue();
    }

    @Test
    void appeals_begin_with_the_payer_itself() {
        var denied = asking.denied(FAX);

        assertThatThrownBy(() -> asking.appealed(denied, AppealLevel.EXTERNAL))
                .isInstanceOf(AuthorisationRefusals.AppealLevelNotNext.class);

        assertThat(asking.read(denied)).isEqualTo(denied);
    }

    @Test
    void a_late_appeal_needs_a_good_cause() {
        var denied = asking.decided(asking.submitted(FAX), denial("2026-03-31"));
        asking.clock.day("2026-03-31");
        var late = new Appeal(AppealLevel.INTERNAL, Urgency.STANDARD, null, false);

        asking.clock.day("2026-04-01");
        assertThatThrownBy(() -> asking.acting(letters -> letters.appeal(denied.id(), late, PIOTR)))
                .isInstanceOf(AuthorisationRefusals.AppealTooLate.class);
        assertThat(asking.read(denied)).isEqualTo(denied);

        var excused = new Appeal(AppealLevel.INTERNAL, Urgency.STANDARD, null, true);
        assertThat(asking.acting(letters -> letters.appeal(denied.id(), excused, PIOTR))
                        .state())
                .isEqualTo(AuthorisationState.APPEALED);
    }

    @Test
    void on_its_last_day_an_appeal_is_in_time() {
        var denied = asking.decided(asking.submitted(FAX), denial("2026-03-31"));
        asking.clock.day("2026-03-31");

        assertThat(asking.appealed(denied, AppealLevel.INTERNAL).state()).isEqualTo(AuthorisationState.APPEALED);
    }

    @Test
    void a_payer_may_let_a_request_expire_but_not_an_appeal() {
        var expired = asking.decided(asking.submitted(FAX), new PayerDecision.Closed("NO RESPONSE"));
        assertThat(events()).isEqualTo(named(expired, "expired"));
        assertThat(expired.state()).isEqualTo(AuthorisationState.CLOSED_UNANSWERED);

        var appealed = asking.appealed(asking.denied(FAX), AppealLevel.INTERNAL);
        assertThatThrownBy(() -> asking.decided(appealed, new PayerDecision.Closed(null)))
                .isInstanceOf(AuthorisationRefusals.MoveNotAllowed.class);
        assertThat(asking.read(appealed)).isEqualTo(appealed);
    }

    @Test
    void a_change_of_plan_voids_an_approval_and_nothing_else() {
        var approved = asking.decided(asking.submitted(FAX), approval());
        var voided = asking.acting(letters -> letters.voidIt(approved.id(), PIOTR));
        assertThat(events()).isEqualTo(named(voided, "voided"));
        assertThat(voided.holdsOn(LocalDate.parse("2026-03-02"))).isFalse();

        var denied = asking.denied(FAX);
        assertThatThrownBy(() -> asking.acting(letters -> letters.voidIt(denied.id(), PIOTR)))
                .isInstanceOf(AuthorisationRefusals.MoveNotAllowed.class);
        assertThat(asking.read(denied)).isEqualTo(denied);
    }

    @Test
    void an_electronic_request_shows_the_card_and_asks_after_the_commit() {
        var submitted = asking.submitted(EPA);

        assertThat(submitted.record().card().memberId().value()).isEqualTo("W123456789");
        assertThat(pharmacy.told().events)
                .containsExactly(
                        new Event("prior-authorisation.submitted", "prior-authorisation", id(submitted), 2),
                        new Event("payer-question.of-prior-authorisation", "payer-question", id(submitted), 2));
        assertThat(pharmacy.told().toldAgain).containsExactly(id(submitted));
        assertThat(asking.payer.asked).isEmpty();
    }

    @Test
    void without_a_card_in_force_nobody_is_asked_electronically() {
        for (var card : List.of(
                "\"effectiveFrom\": \"2026-01-01\"", "\"bin\": \"610502\", \"effectiveUntil\": \"2026-03-01\"")) {
            asking = new Asking(pharmacy, card);
            var prepared = asking.prepared(EPA);

            assertThatThrownBy(() -> asking.acting(letters -> letters.submit(prepared.id(), null, PIOTR)))
                    .isInstanceOf(AuthorisationRefusals.NoCardInForce.class);

            assertThat(asking.read(prepared)).isEqualTo(prepared);
        }
    }

    @Test
    void without_a_connected_payer_nobody_is_asked_electronically() {
        var prepared = asking.prepared(EPA);
        var unconnected = new AuthorisationDesk(pharmacy, AuthorisationPayer.NONE, asking.clock);

        assertThatThrownBy(() -> await(unconnected.submit(prepared.id(), 1, null, PIOTR)))
                .isInstanceOf(AuthorisationRefusals.PayerNotReached.class);

        assertThat(asking.read(prepared)).isEqualTo(prepared);
    }

    @Test
    void whoever_saw_an_older_version_does_nothing() {
        var prepared = asking.prepared(FAX);
        var submitted = await(asking.desk.submit(prepared.id(), 1, null, PIOTR));

        assertThatThrownBy(() -> await(asking.desk.recordDecision(prepared.id(), 1, approval(), PIOTR)))
                .isInstanceOf(StaleVersion.class);

        assertThat(asking.read(prepared)).isEqualTo(submitted);
    }

    @Test
    void what_is_too_long_for_its_row_is_refused_and_a_decision_is_kept_all_the_same() {
        var submitted = asking.submitted(FAX);
        for (int round = 0; round < 4; round++) {
            asking.acting(letters -> letters.recordInformationRequest(
                    submitted.id(), new InformationRequest("é".repeat(200), null), PIOTR));
            asking.acting(letters -> letters.answerInformation(submitted.id(), "b".repeat(400), PIOTR));
        }
        var wanted = asking.acting(letters ->
                letters.recordInformationRequest(submitted.id(), new InformationRequest("é".repeat(500), null), PIOTR));

        assertThatThrownBy(() ->
                        asking.acting(letters -> letters.answerInformation(submitted.id(), "c".repeat(1000), PIOTR)))
                .isInstanceOf(AuthorisationRefusals.RecordFull.class);
        assertThat(asking.read(wanted)).isEqualTo(wanted);

        var verbose =
                new PayerDecision.Denied(DenialReason.OTHER, LocalDate.parse("2026-03-02"), null, "é".repeat(1000));
        var denied = asking.decided(wanted, verbose);
        assertThat(denied.state()).isEqualTo(AuthorisationState.DENIED);
        assertThat(denied.record().steps().getLast().text()).isNull();
    }

    @Test
    void the_one_that_counts_holds_or_is_under_way_or_was_the_last_word() {
        var book = asking.denied(FAX);
        assertThat(current()).isEqualTo(book.id());

        var prepared = asking.prepared(FAX);
        assertThat(current()).isEqualTo(prepared.id());

        var approved = asking.decided(asking.submitted(FAX), approval());
        asking.prepared(FAX);
        assertThat(current()).isEqualTo(approved.id());
    }

    private AuthorisationId current() {
        return await(pharmacy.write(Act.of("look-at", "case"), act -> new AuthorisationBook(act.session(), act.seals())
                        .current(asking.vega.id(), asking.drug.id(), LocalDate.parse("2026-03-02"))))
                .orElseThrow()
                .id();
    }

    private static List<Event> named(PriorAuthorisation one, String... types) {
        return Arrays.stream(types)
                .map(type -> new Event("prior-authorisation." + type, "prior-authorisation", id(one), one.version()))
                .toList();
    }

    private static List<Event> events() {
        return pharmacy.told().events;
    }

    private static UUID id(PriorAuthorisation one) {
        return one.id().value();
    }
}
