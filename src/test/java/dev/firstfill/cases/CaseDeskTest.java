package dev.firstfill.cases;

import static dev.firstfill.cases.CaseOffice.ALL_QUEUES;
import static dev.firstfill.cases.CaseOffice.RUTH;
import static dev.firstfill.cases.CaseOffice.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.clocks.ClockKind;
import dev.firstfill.clocks.Party;
import dev.firstfill.clocks.SlaClock;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.patients.Patient;
import dev.firstfill.referrals.FindingCode;
import dev.firstfill.tasks.Queue;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Cases as the people at the desks move them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseDeskTest {
    private static CaseOffice office;

    private Patient vega;

    @BeforeAll
    static void open() {
        office = new CaseOffice();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void aPatientOnMonday() {
        office.clock.day("2026-03-02");
        vega = office.patient();
    }

    @Test
    void a_referral_that_lacks_nothing_begins_in_intake_with_its_clock_and_its_task() {
        var begun = office.complete(vega);

        assertThat(begun.status()).isEqualTo(CaseStatus.NEW_REFERRAL_INTAKE);
        assertThat(begun.waitsFor()).isEqualTo(Party.PHARMACY);
        assertThat(begun.settingsVersion()).isEqualTo(1);
        assertThat(kinds(begun)).containsExactly(ClockKind.INTAKE, ClockKind.TIME_TO_FIRST_FILL);
        assertThat(office.openTasks(begun)).containsExactly("COMPLETE_INTAKE");
        // 15:04:05 UTC, two business hours, open from 8 to 18.
        assertThat(office.report(begun.id()).clocks().getFirst().dueAt())
                .isEqualTo(Instant.parse("2026-03-02T17:04:05Z"));
    }

    @Test
    void a_referral_that_lacks_a_diagnosis_waits_for_the_prescriber_and_its_clocks_stand() {
        var begun = office.lacking(vega, FindingCode.DIAGNOSIS_CODE_MISSING, FindingCode.INSURANCE_MISSING);

        assertThat(begun.status()).isEqualTo(CaseStatus.AWAITING_INFORMATION);
        assertThat(begun.then()).isEqualTo(CaseStatus.NEW_REFERRAL_INTAKE);
        assertThat(begun.waitsFor()).isEqualTo(Party.PRESCRIBER);
        assertThat(begun.facts().missing())
                .extracting(Missing::code)
                .containsExactly("diagnosis-code-missing", "insurance-missing");
        assertThat(begun.clocks().all())
                .allSatisfy(clock -> assertThat(clock.waitingFor()).contains(Party.PRESCRIBER));
        assertThat(office.openTasks(begun)).containsExactly("OBTAIN_INFORMATION");
    }

    @Test
    void what_a_move_lacks_is_named_and_nothing_changes() {
        var begun = office.lacking(vega, FindingCode.DIAGNOSIS_CODE_MISSING);
        var before = office.report(begun.id());

        assertThatThrownBy(() -> office.move(begun, CaseMove.RECEIVE_INFORMATION))
                .isInstanceOf(CaseRefusals.MoveLacks.class)
                .hasMessage(
                        "'receive-information' still lacks: information-missing. Enter it as a supplement to the referral: "
                                + "diagnosis-code-missing.");

        assertThat(office.report(begun.id()).about()).isEqualTo(before.about());
        assertThat(office.story(begun)).hasSize(1);
    }

    @Test
    void a_move_that_is_not_legal_says_where_the_case_stands_and_what_is_possible() {
        var begun = office.complete(vega);

        assertThatThrownBy(() -> office.move(begun, CaseMove.CLEAR))
                .isInstanceOf(CaseRefusals.MoveNotLegal.class)
                .hasMessage("The case is in 'New Referral - Intake', from where 'clear' is not possible. Possible are: "
                        + "complete-intake, request-information, mark-duplicate, reject, hold, cancel, transfer, "
                        + "discontinue.");
        assertThat(office.read(begun.id())).isEqualTo(begun);
    }

    @Test
    void whoever_works_no_queue_of_the_move_cannot_make_it_nor_can_anybody_make_one_that_follows_from_elsewhere() {
        var begun = office.complete(vega);
        var clinical = EnumSet.of(Queue.CLINICAL);

        assertThatThrownBy(() -> await(office.desk.move(
                        begun.id(), begun.version(), CaseTransition.of(CaseMove.COMPLETE_INTAKE), clinical, RUTH)))
                .isInstanceOf(CaseRefusals.MoveNotYours.class);
        assertThatThrownBy(() -> office.move(begun, CaseMove.SHIP)).isInstanceOf(CaseRefusals.MoveNotByHand.class);
        assertThat(office.read(begun.id())).isEqualTo(begun);
    }

    @Test
    void whoever_saw_an_earlier_version_moves_nothing() {
        var begun = office.complete(vega);
        office.move(begun, CaseMove.COMPLETE_INTAKE);

        assertThatThrownBy(() -> await(office.desk.move(
                        begun.id(), begun.version(), CaseTransition.of(CaseMove.CANCEL), ALL_QUEUES, RUTH)))
                .isInstanceOf(StaleVersion.class);
        assertThat(office.read(begun.id()).status()).isEqualTo(CaseStatus.BENEFITS_INVESTIGATION);
    }

    @Test
    void a_move_stops_the_clock_of_the_state_it_leaves_and_starts_the_next_and_hands_the_work_on() {
        var begun = office.complete(vega);
        office.clock.passes(Duration.ofMinutes(45));

        var moved = office.move(begun, CaseMove.COMPLETE_INTAKE);

        assertThat(moved.about().status()).isEqualTo(CaseStatus.BENEFITS_INVESTIGATION);
        assertThat(clock(moved, ClockKind.INTAKE).clock().isStopped()).isTrue();
        assertThat(clock(moved, ClockKind.INTAKE).net()).isEqualTo(Duration.ofMinutes(45));
        assertThat(clock(moved, ClockKind.BENEFITS_INVESTIGATION).clock().isStopped())
                .isFalse();
        assertThat(office.openTasks(begun)).containsExactly("INVESTIGATE_BENEFITS");
        assertThat(office.story(begun).getLast()).satisfies(event -> {
            assertThat(event.by()).isEqualTo(RUTH);
            assertThat(event.from()).isEqualTo(CaseStatus.NEW_REFERRAL_INTAKE);
            assertThat(event.to()).isEqualTo(CaseStatus.BENEFITS_INVESTIGATION);
            assertThat(event.facts()).isEqualTo(Map.of("move", "complete-intake"));
        });
    }

    @Test
    void a_hold_keeps_what_it_interrupts_and_for_whom_and_the_watchdog_runs() {
        var begun = office.complete(vega);
        var wish = new CaseTransition(
                CaseMove.HOLD,
                MoveReason.HOSPITALISED,
                "Back in a fortnight.",
                null,
                null,
                LocalDate.parse("2026-03-16"),
                null,
                null,
                null,
                null);

        var held = office.move(begun, wish);

        assertThat(held.about().status()).isEqualTo(CaseStatus.ON_HOLD);
        assertThat(held.about().then()).isEqualTo(CaseStatus.NEW_REFERRAL_INTAKE);
        assertThat(clock(held, ClockKind.INTAKE).clock().waitingFor()).contains(Party.PATIENT);
        assertThat(clock(held, ClockKind.MAXIMUM_HOLD).clock().isPaused()).isFalse();
        assertThat(office.story(begun).getLast().note()).isEqualTo("Back in a fortnight.");

        office.clock.passes(Duration.ofDays(1));
        var resumed = office.move(begun, CaseMove.RESUME);

        assertThat(resumed.about().status()).isEqualTo(CaseStatus.NEW_REFERRAL_INTAKE);
        assertThat(clock(resumed, ClockKind.INTAKE).net()).isZero();
        assertThat(clock(resumed, ClockKind.INTAKE).gross()).isEqualTo(Duration.ofHours(10));
        assertThat(clock(resumed, ClockKind.MAXIMUM_HOLD).clock().isStopped()).isTrue();
    }

    @Test
    void parts_that_a_move_does_not_take_or_lacks_are_refused() {
        var begun = office.complete(vega);

        assertThatThrownBy(() -> office.move(begun, CaseTransition.of(CaseMove.HOLD, MoveReason.HOSPITALISED)))
                .isInstanceOf(CaseRefusals.PartsUnfit.class)
                .hasMessage("'hold' needs 'until'.");
        assertThatThrownBy(() -> office.move(begun, CaseTransition.of(CaseMove.CANCEL, MoveReason.SIDE_EFFECT)))
                .isInstanceOf(CaseRefusals.PartsUnfit.class)
                .hasMessageStartingWith("'cancel' needs a 'reason' of: prescriber-request");
        assertThatThrownBy(() -> office.move(begun, CaseTransition.of(CaseMove.RESUME, MoveReason.COST)))
                .isInstanceOf(CaseRefusals.PartsUnfit.class)
                .hasMessage("'resume' takes no 'reason'.");
        assertThat(office.read(begun.id())).isEqualTo(begun);
    }

    @Test
    void a_patient_is_unreachable_only_after_the_attempts_that_the_settings_name() {
        var begun = office.complete(vega);
        office.stands(begun, new CaseState.WelcomeCallPending());
        attempt(begun, ContactAttempt.Channel.PHONE, ContactAttempt.Result.NO_ANSWER);
        attempt(begun, ContactAttempt.Channel.PHONE, ContactAttempt.Result.VOICEMAIL);
        office.clock.passes(Duration.ofDays(2));
        attempt(begun, ContactAttempt.Channel.LETTER, ContactAttempt.Result.SENT);

        assertThatThrownBy(() -> office.move(begun, CaseMove.LOSE_CONTACT))
                .isInstanceOf(CaseRefusals.MoveLacks.class)
                .hasMessageContaining("3 attempts by 2 channels, the first and last 3 days apart");

        office.clock.passes(Duration.ofDays(1));
        attempt(begun, ContactAttempt.Channel.PHONE, ContactAttempt.Result.NO_ANSWER);
        var lost = office.move(begun, CaseMove.LOSE_CONTACT);

        assertThat(lost.about().status()).isEqualTo(CaseStatus.PATIENT_UNREACHABLE);
        assertThat(lost.about().waitsFor()).isEqualTo(Party.PATIENT);
    }

    @Test
    void before_the_first_fill_a_case_is_cancelled_and_after_it_discontinued_and_begins_again_only_by_a_restart() {
        var begun = office.complete(vega);

        assertThatThrownBy(() -> office.move(begun, CaseTransition.of(CaseMove.DISCONTINUE, MoveReason.SIDE_EFFECT)))
                .isInstanceOf(CaseRefusals.MoveLacks.class);
        var cancelled = office.move(begun, CaseTransition.of(CaseMove.CANCEL, MoveReason.PATIENT_DECLINED));

        assertThat(cancelled.about().closedAt()).isNotNull();
        assertThat(cancelled.about().waitsFor()).isNull();
        assertThat(cancelled.about().clocks().all()).allMatch(SlaClock::isStopped);
        assertThat(cancelled.moves()).extracting(CaseReport.Possible::move).containsExactly(CaseMove.RESTART);
        assertThat(office.openTasks(begun)).isEmpty();

        assertThat(office.move(begun, CaseMove.RESTART).about().status()).isEqualTo(CaseStatus.BENEFITS_INVESTIGATION);
    }

    @Test
    void of_twenty_who_move_one_case_at_once_one_does() {
        var begun = office.complete(vega);

        var outcomes = Uni.join()
                .all(IntStream.range(0, 20)
                        .mapToObj(number -> office.desk
                                .move(
                                        begun.id(),
                                        begun.version(),
                                        CaseTransition.of(CaseMove.COMPLETE_INTAKE),
                                        ALL_QUEUES,
                                        RUTH)
                                .map(moved -> "moved")
                                .onFailure()
                                .recoverWithItem(failure -> failure.getClass().getSimpleName()))
                        .toList())
                .andCollectFailures();

        assertThat(await(outcomes)).containsOnlyOnce("moved").containsOnly("moved", "StaleVersion");
        assertThat(office.story(begun)).hasSize(2);
        assertThat(office.openTasks(begun)).containsExactly("INVESTIGATE_BENEFITS");
    }

    @Test
    void the_board_counts_what_the_list_lists() {
        var begun = office.complete(vega);
        office.stands(begun, new CaseState.PaPendingPayer());
        var pending = new CaseFilter(null, CaseStatus.PA_PENDING_PAYER, "Aetna", null, null, null, null);

        var board = await(new CaseBoard(office.pharmacy, office.clock).count(pending));
        var listed = await(office.desk.list(pending, new PageRequest(null, 50, true)));

        assertThat(board.cells()).hasSize(1).first().satisfies(cell -> {
            assertThat(cell.waitsFor()).isEqualTo(Party.PAYER);
            assertThat(cell.count()).isEqualTo(1);
            assertThat(cell.underOneDay()).isEqualTo(1);
        });
        assertThat(listed.items()).extracting(Case::number).containsExactly(begun.number());
    }

    private void attempt(Case of, ContactAttempt.Channel channel, ContactAttempt.Result result) {
        await(office.desk.contact(of.id(), channel, result, null, RUTH));
    }

    private static List<ClockKind> kinds(Case of) {
        return of.clocks().all().stream().map(SlaClock::kind).toList();
    }

    private static CaseReport.Reading clock(CaseReport report, ClockKind kind) {
        return report.clocks().stream()
                .filter(reading -> reading.clock().kind() == kind)
                .reduce((first, last) -> last)
                .orElseThrow();
    }
}
