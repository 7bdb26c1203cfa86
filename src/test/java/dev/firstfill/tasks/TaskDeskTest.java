package dev.firstfill.tasks;

import static dev.firstfill.tasks.Floor.ANA;
import static dev.firstfill.tasks.Floor.BEN;
import static dev.firstfill.tasks.Floor.DAWN;
import static dev.firstfill.tasks.Floor.await;
import static dev.firstfill.tasks.Floor.manager;
import static dev.firstfill.tasks.Floor.wish;
import static dev.firstfill.tasks.Floor.worker;
import static dev.firstfill.tasks.Priority.NORMAL;
import static dev.firstfill.tasks.TaskType.ADHERENCE_CALL;
import static dev.firstfill.tasks.TaskType.PREPARE_PA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientRefusals;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TaskDeskTest {
    private static final TaskOutcome DONE = new TaskOutcome("done");

    private static Floor floor;

    private Patient vega;

    @BeforeAll
    static void open() {
        floor = new Floor();
    }

    @AfterAll
    static void close() {
        floor.close();
    }

    @BeforeEach
    void somebody() {
        vega = floor.patient();
    }

    @Test
    void a_colleagues_task_is_opened_and_read() {
        var opened = floor.opened(wish(vega, PREPARE_PA, NORMAL, "The form is in the fax tray"));

        var read = await(floor.desk.read(opened.id()));

        assertThat(read).isEqualTo(opened);
        assertThat(read.queue()).isEqualTo(Queue.PRIOR_AUTHORISATION);
        assertThat(read.state()).isEqualTo(TaskState.WAITING);
        assertThat(read.notes()).isEqualTo(new TaskNotes("The form is in the fax tray", null, null));
        assertThat(read.pullBy()).isEqualTo(read.openedAt().plus(Duration.ofHours(24)));
        assertThat(floor.pharmacy.told().seen).containsExactly(vega.id().value());
    }

    @Test
    void whatever_is_done_with_it_is_announced_and_the_ledger_knows_from_what_to_what() {
        var opened = floor.opened(wish(vega, PREPARE_PA, NORMAL, null));
        assertThat(floor.pharmacy.told().events).containsExactly(event("task.opened", opened));

        var assigned = await(floor.desk.assign(opened.id(), 1, BEN, worker(BEN)));
        assertThat(floor.pharmacy.told().events).containsExactly(event("task.assigned", assigned));
        assertThat(floor.pharmacy.told().changes).singleElement().satisfies(change -> {
            assertThat(change.person()).isEqualTo(vega.id().value());
            assertThat(change.before()).isEqualTo(opened);
            assertThat(change.after()).isEqualTo(assigned);
        });

        var until = floor.now().plus(Duration.ofDays(2));
        var snoozed = await(floor.desk.snooze(opened.id(), 2, until, "Back on Wednesday", worker(BEN)));
        assertThat(floor.pharmacy.told().events).containsExactly(event("task.snoozed", snoozed));
        assertThat(snoozed.visibleFrom()).isEqualTo(until);
        assertThat(snoozed.assignee()).isEqualTo(BEN);
        assertThat(snoozed.notes()).isEqualTo(new TaskNotes(null, "Back on Wednesday", null));

        var givenBack = await(floor.desk.giveBack(opened.id(), 3, worker(BEN)));
        assertThat(floor.pharmacy.told().events).containsExactly(event("task.given-back", givenBack));
        assertThat(givenBack.assignee()).isNull();

        var completed = await(floor.desk.complete(opened.id(), 4, DONE, "Sent", worker(ANA)));
        assertThat(floor.pharmacy.told().events).containsExactly(event("task.completed", completed));
        assertThat(completed.closing()).isEqualTo(new Task.Closing(DONE, floor.now(), ANA));
        assertThat(completed.notes()).isEqualTo(new TaskNotes(null, "Back on Wednesday", "Sent"));
    }

    @Test
    void of_two_people_on_one_task_the_second_changes_nothing() {
        var opened = floor.opened(wish(vega, PREPARE_PA, NORMAL, null));
        var anas = await(floor.desk.assign(opened.id(), 1, ANA, worker(ANA)));

        refused(() -> floor.desk.assign(opened.id(), 1, BEN, worker(BEN)), StaleVersion.class);
        refused(() -> floor.desk.assign(opened.id(), 2, BEN, worker(BEN)), TaskRefusals.TaskOfAnother.class);
        refused(() -> floor.desk.giveBack(opened.id(), 2, worker(BEN)), TaskRefusals.TaskOfAnother.class);
        refused(
                () -> floor.desk.snooze(opened.id(), 2, floor.now().plusSeconds(60), "later", worker(BEN)),
                TaskRefusals.TaskOfAnother.class);
        refused(() -> floor.desk.complete(opened.id(), 2, DONE, null, worker(BEN)), TaskRefusals.TaskOfAnother.class);

        assertThat(await(floor.desk.read(opened.id()))).isEqualTo(anas);
    }

    @Test
    void its_colleague_hands_it_over_and_a_manager_takes_it_out_of_others_hands() {
        var opened = floor.opened(wish(vega, PREPARE_PA, NORMAL, null));
        await(floor.desk.assign(opened.id(), 1, ANA, worker(ANA)));

        var bens = await(floor.desk.assign(opened.id(), 2, BEN, worker(ANA)));
        var dawns = await(floor.desk.assign(opened.id(), 3, DAWN, manager(DAWN)));

        assertThat(bens.assignee()).isEqualTo(BEN);
        assertThat(dawns.assignee()).isEqualTo(DAWN);
    }

    @Test
    void whoever_does_not_work_its_queue_does_nothing_with_it() {
        var opened = floor.opened(wish(vega, PREPARE_PA, NORMAL, null));
        var nurse = new TaskWorker(BEN, Set.of(Queue.ADHERENCE), false);

        refused(() -> floor.desk.assign(opened.id(), 1, BEN, nurse), TaskRefusals.QueueOfOthers.class);
        refused(() -> floor.desk.complete(opened.id(), 1, DONE, null, nurse), TaskRefusals.QueueOfOthers.class);

        assertThat(await(floor.desk.read(opened.id()))).isEqualTo(opened);
    }

    @Test
    void what_is_over_stays_as_it_is_and_says_so() {
        var opened = floor.opened(wish(vega, PREPARE_PA, NORMAL, null));
        var completed = await(floor.desk.complete(opened.id(), 1, DONE, null, worker(ANA)));

        assertThatThrownBy(() -> await(floor.desk.assign(opened.id(), 2, BEN, worker(BEN))))
                .isInstanceOf(TaskRefusals.MoveNotAllowed.class)
                .hasMessage("The task is completed and cannot be assigned. Open another.");
        refused(() -> floor.desk.complete(opened.id(), 2, DONE, null, worker(ANA)), TaskRefusals.MoveNotAllowed.class);

        assertThat(await(floor.desk.read(opened.id()))).isEqualTo(completed);
    }

    @Test
    void what_nobody_has_cannot_be_given_back() {
        var opened = floor.opened(wish(vega, PREPARE_PA, NORMAL, null));

        assertThatThrownBy(() -> await(floor.desk.giveBack(opened.id(), 1, worker(ANA))))
                .hasMessage("The task is waiting and cannot be given back."
                        + " Nobody has it: take it, or leave it where it is.");

        assertThat(await(floor.desk.read(opened.id()))).isEqualTo(opened);
    }

    @Test
    void it_is_put_off_neither_into_the_past_nor_for_ever() {
        var opened = floor.opened(wish(vega, PREPARE_PA, NORMAL, null));
        Function<Duration, Uni<Task>> snoozing =
                time -> floor.desk.snooze(opened.id(), 1, floor.now().plus(time), "later", worker(ANA));

        refused(() -> snoozing.apply(Duration.ZERO), TaskRefusals.SnoozeOutOfRange.class);
        refused(() -> snoozing.apply(Duration.ofDays(90).plusSeconds(1)), TaskRefusals.SnoozeOutOfRange.class);

        assertThat(await(floor.desk.read(opened.id()))).isEqualTo(opened);
        assertThat(await(snoozing.apply(Duration.ofDays(90))).visibleFrom())
                .isEqualTo(floor.now().plus(Duration.ofDays(90)));
    }

    @Test
    void a_task_belongs_on_a_case_of_the_same_patient() {
        var ours = floor.caseOf(vega);
        var others = floor.caseOf(floor.patient());

        var onOurs = floor.opened(onCase(ours.toString()));

        assertThat(onOurs.subject().caseId()).isEqualTo(ours);
        refused(() -> floor.desk.open(onCase(others.toString()), ANA), TaskRefusals.CaseOfTaskNotFound.class);
        refused(() -> floor.desk.open(onCase("C999999"), ANA), TaskRefusals.CaseOfTaskNotFound.class);
        refused(() -> floor.desk.open(onCase("nothing"), ANA), TaskRefusals.CaseOfTaskNotFound.class);
        assertThat(floor.listed(new TaskFilter(null, null, null, null, vega.id(), null)))
                .containsExactly(onOurs);
    }

    private TaskWish onCase(String reference) {
        return new TaskWish(
                vega.id(), reference, PREPARE_PA, Queue.PRIOR_AUTHORISATION, NORMAL, null, null, null, null, null);
    }

    @Test
    void they_are_listed_by_queue_type_colleague_state_patient_and_case() {
        var ours = floor.caseOf(vega);
        var call = floor.opened(wish(vega, ADHERENCE_CALL, NORMAL, null));
        var pa = floor.opened(onCase(ours.toString()));
        var dawns = await(floor.desk.assign(call.id(), 1, DAWN, worker(DAWN)));

        assertThat(floor.listed(new TaskFilter(null, null, null, null, vega.id(), null)))
                .containsExactly(dawns, pa);
        assertThat(floor.listed(new TaskFilter(Queue.ADHERENCE, null, null, null, vega.id(), null)))
                .containsExactly(dawns);
        assertThat(floor.listed(new TaskFilter(null, PREPARE_PA, null, null, vega.id(), null)))
                .containsExactly(pa);
        assertThat(floor.listed(new TaskFilter(null, null, DAWN.id(), null, vega.id(), null)))
                .containsExactly(dawns);
        assertThat(floor.listed(new TaskFilter(null, null, null, TaskState.WAITING, vega.id(), null)))
                .containsExactly(pa);
        assertThat(floor.listed(new TaskFilter(null, null, null, null, null, ours.toString())))
                .containsExactly(pa);
    }

    @Test
    void of_somebody_who_was_erased_it_is_read_and_completed_and_nothing_is_written_any_more() {
        var opened = floor.opened(wish(vega, PREPARE_PA, NORMAL, "The form is in the fax tray"));
        floor.erase(vega);

        var read = await(floor.desk.read(opened.id()));
        assertThat(read.notes()).isNull();
        refused(
                () -> floor.desk.complete(opened.id(), 1, DONE, "Nothing left", worker(ANA)),
                PatientRefusals.PatientErased.class);
        assertThat(await(floor.desk.read(opened.id()))).isEqualTo(read);

        var completed = await(floor.desk.complete(opened.id(), 1, DONE, null, worker(ANA)));
        assertThat(completed.state()).isEqualTo(TaskState.COMPLETED);
    }

    private static Event event(String type, Task task) {
        return new Event(type, "task", task.id().value(), task.version());
    }

    private static void refused(Supplier<Uni<Task>> act, Class<? extends Refusal> why) {
        assertThatThrownBy(() -> await(act.get())).isInstanceOf(why);
    }
}
