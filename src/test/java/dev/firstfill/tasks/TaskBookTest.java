package dev.firstfill.tasks;

import static dev.firstfill.tasks.Floor.ANA;
import static dev.firstfill.tasks.Floor.DAWN;
import static dev.firstfill.tasks.Floor.await;
import static dev.firstfill.tasks.Floor.wish;
import static dev.firstfill.tasks.Floor.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.firstfill.identifiers.UsState;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.patients.Patient;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What cases do with tasks, inside transactions of their own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TaskBookTest {
    private static final TaskOutcome MOVED_ON = new TaskOutcome("pa-submitted");

    private static Floor floor;

    private Patient vega;
    private UUID journey;

    @BeforeAll
    static void open() {
        floor = new Floor();
    }

    @AfterAll
    static void close() {
        floor.close();
    }

    @BeforeEach
    void aCase() {
        vega = floor.patient();
        journey = floor.caseOf(vega);
    }

    @Test
    void a_task_that_a_case_opens_waits_in_its_types_queue() {
        var due = floor.now().plus(Duration.ofHours(4));

        var id = floor.asCase(book -> book.open(ofWorkflow(TaskType.PREPARE_PA)
                .dueAt(due)
                .licensedIn(UsState.IL)
                .skilledIn("spanish")));

        assertThat(await(floor.desk.read(id))).satisfies(task -> {
            assertThat(task.queue()).isEqualTo(Queue.PRIOR_AUTHORISATION);
            assertThat(task.source()).isEqualTo(TaskSource.WORKFLOW);
            assertThat(task.subject()).isEqualTo(new TaskSubject(vega.id(), journey));
            assertThat(task.openedBy()).isEqualTo(DAWN);
            assertThat(task.dueAt()).isEqualTo(due);
            assertThat(task.pullBy()).isEqualTo(due);
            assertThat(task.licence()).isEqualTo(UsState.IL);
            assertThat(task.skill()).isEqualTo("spanish");
            assertThat(task.version()).isEqualTo(1);
        });
    }

    @Test
    void what_is_still_to_be_done_is_not_opened_twice_and_what_is_done_is_opened_anew() {
        var call = ofWorkflow(TaskType.ADHERENCE_CALL);

        floor.asCase(book -> book.openUnlessOpen(call));
        floor.asCase(book -> book.openUnlessOpen(call));
        assertThat(openOfCase()).hasSize(1);

        floor.asCase(book -> book.finishAllOf(vega.id(), journey, MOVED_ON));
        floor.asCase(book -> book.openUnlessOpen(call));
        assertThat(openOfCase()).hasSize(1);
    }

    @Test
    void when_the_case_fails_to_move_its_task_was_never_opened() {
        assertThatThrownBy(() -> floor.asCase(book -> book.open(ofWorkflow(TaskType.PREPARE_PA))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("no")))))
                .hasMessage("no");

        assertThat(openOfCase()).isEmpty();
    }

    @Test
    void what_a_case_opened_is_done_when_it_moves_on_whoever_has_it() {
        var prepare = floor.asCase(book -> book.open(ofWorkflow(TaskType.PREPARE_PA)));
        var renew = floor.asCase(
                book -> book.open(ofWorkflow(TaskType.RENEW_AUTHORISATION).byTimer()));
        var anas = floor.opened(onCase());
        await(floor.desk.assign(prepare, 1, ANA, worker(ANA)));

        var finished = floor.asCase(book -> book.finishOf(vega.id(), journey, Set.of(TaskType.PREPARE_PA), MOVED_ON));

        assertThat(finished).isEqualTo(1);
        assertThat(await(floor.desk.read(prepare)).closing()).isEqualTo(new Task.Closing(MOVED_ON, floor.now(), DAWN));
        assertThat(openOfCase()).extracting(Task::id).containsExactly(renew, anas.id());

        floor.asCase(book -> book.finishAllOf(vega.id(), journey, MOVED_ON));
        assertThat(openOfCase()).extracting(Task::id).containsExactly(anas.id());
    }

    @Test
    void each_that_it_closes_is_told_of_without_anybodys_seal() {
        var one = floor.asCase(book -> book.open(ofWorkflow(TaskType.PREPARE_PA)));
        var other = floor.asCase(book -> book.open(ofWorkflow(TaskType.REVIEW_FUNDING)));

        floor.asCase(book -> book.finishAllOf(vega.id(), journey, MOVED_ON));

        var told = floor.pharmacy.told();
        assertThat(told.events)
                .containsExactly(
                        new Event("task.completed", "task", one.value(), 2),
                        new Event("task.completed", "task", other.value(), 2));
        assertThat(told.changes)
                .extracting(change -> change.resource(), change -> change.person())
                .containsExactly(tuple(one.value(), null), tuple(other.value(), null));
        assertThat(told.seen).isEmpty();
    }

    @Test
    void a_case_that_ends_cancels_colleagues_tasks_too() {
        floor.asCase(book -> book.open(ofWorkflow(TaskType.PREPARE_PA)));
        var anas = floor.opened(onCase());
        var ofNoCase = floor.opened(wish(vega, TaskType.OTHER, Priority.LOW, null));

        floor.asCase(book -> book.cancelAllOf(vega.id(), journey, new TaskOutcome("case-cancelled")));

        assertThat(openOfCase()).isEmpty();
        assertThat(await(floor.desk.read(anas.id()))).satisfies(task -> {
            assertThat(task.state()).isEqualTo(TaskState.CANCELLED);
            assertThat(task.closing().outcome().code()).isEqualTo("case-cancelled");
        });
        assertThat(ofPatient()).extracting(Task::id).containsExactly(ofNoCase.id());
    }

    @Test
    void a_clock_that_warns_makes_its_tasks_more_urgent_and_never_less() {
        var low = floor.asCase(book -> book.open(NewTask.ofWorkflow(TaskType.PREPARE_PA, subject(), Priority.LOW)));
        var urgent = floor.asCase(
                book -> book.open(NewTask.ofWorkflow(TaskType.REVIEW_FUNDING, subject(), Priority.URGENT)));

        var raised = floor.asCase(book -> book.raise(vega.id(), journey, Priority.HIGH));

        assertThat(raised).isEqualTo(1);
        assertThat(await(floor.desk.read(low))).satisfies(task -> {
            assertThat(task.priority()).isEqualTo(Priority.HIGH);
            assertThat(task.pullBy()).isEqualTo(task.openedAt().plus(Duration.ofHours(4)));
        });
        assertThat(await(floor.desk.read(urgent)).version()).isEqualTo(1);
    }

    @Test
    void what_a_case_opened_is_not_done_by_saying_so() {
        var id = floor.asCase(book -> book.open(ofWorkflow(TaskType.PREPARE_PA)));
        var before = await(floor.desk.read(id));

        assertThatThrownBy(() -> await(floor.desk.complete(id, 1, new TaskOutcome("done"), "Sent", worker(ANA))))
                .isInstanceOf(TaskRefusals.ClosedByItsCase.class)
                .hasMessage("The task prepare-pa is done when the case %s moves on: do what it asks for there."
                        .formatted(journey));

        assertThat(await(floor.desk.read(id))).isEqualTo(before);
    }

    /** The longest of everything, in letters of three bytes: there is no TOAST table to take what a page cannot hold. */
    @Test
    void the_longest_row_fits_a_page() {
        var longest = new Colleague("i".repeat(255), "\uD83D\uDE00".repeat(255));
        var note = "\u20AC".repeat(TaskNotes.NOTE_MAX);
        var wish = new TaskWish(
                vega.id(),
                journey.toString(),
                TaskType.RESOLVE_DELIVERY_EXCEPTION,
                Queue.DELIVERY_EXCEPTION,
                Priority.URGENT,
                floor.now(),
                floor.now(),
                UsState.IL,
                "s".repeat(40),
                note);

        var opened = await(floor.desk.open(wish, longest));
        await(floor.desk.assign(opened.id(), 1, longest, worker(longest)));
        await(floor.desk.snooze(
                opened.id(),
                2,
                floor.now().plusSeconds(60),
                "\u20AC".repeat(TaskNotes.SNOOZE_REASON_MAX),
                worker(longest)));
        var completed =
                await(floor.desk.complete(opened.id(), 3, new TaskOutcome("o".repeat(60)), note, worker(longest)));

        assertThat(await(floor.desk.read(opened.id()))).isEqualTo(completed);
        assertThat(toastOfTasks()).isZero();
    }

    private static long toastOfTasks() {
        return floor.write(desk -> desk.session()
                .createNativeQuery(
                        "select count(*) from pg_class where oid = 'pharmacy.task'::regclass and reltoastrelid <> 0",
                        Long.class)
                .getSingleResult());
    }

    private TaskSubject subject() {
        return new TaskSubject(vega.id(), journey);
    }

    private NewTask ofWorkflow(TaskType type) {
        return NewTask.ofWorkflow(type, subject(), Priority.NORMAL);
    }

    private TaskWish onCase() {
        return new TaskWish(
                vega.id(),
                journey.toString(),
                TaskType.OTHER,
                Queue.DATA_QUALITY,
                Priority.NORMAL,
                null,
                null,
                null,
                null,
                "Scan the card again");
    }

    private List<Task> openOfCase() {
        return floor.write(desk -> new OpenTasks(desk.session(), desk.seals()).ofCase(vega.id(), journey));
    }

    private List<Task> ofPatient() {
        return floor.write(desk -> new OpenTasks(desk.session(), desk.seals()).ofPatient(vega.id()));
    }
}
