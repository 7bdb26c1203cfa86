package dev.firstfill.tasks;

import static dev.firstfill.tasks.Floor.ANA;
import static dev.firstfill.tasks.Floor.BEN;
import static dev.firstfill.tasks.Floor.DAWN;
import static dev.firstfill.tasks.Floor.await;
import static dev.firstfill.tasks.Floor.from;
import static dev.firstfill.tasks.Floor.needing;
import static dev.firstfill.tasks.Floor.wish;
import static dev.firstfill.tasks.Floor.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.identifiers.UsState;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.Patient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PullTasksTest {
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
    void nothingToDo() {
        vega = floor.patient();
        floor.clear();
    }

    @Test
    void eight_colleagues_pull_a_thousand_tasks_each_exactly_once_and_in_order() throws Exception {
        var opened = new ArrayList<TaskId>();
        var journey = new TaskSubject(vega.id(), floor.caseOf(vega));
        for (int hundred = 0; hundred < 10; hundred++) {
            opened.addAll(floor.asCase(book -> Multi.createFrom()
                    .range(0, 100)
                    .onItem()
                    .transformToUniAndConcatenate(number -> book.open(ofEveryKind(number, journey)))
                    .collect()
                    .asList()));
        }
        floor.clock.passes(Duration.ofDays(4));

        List<List<Task>> hauls;
        try (var people = Executors.newFixedThreadPool(8)) {
            var working = IntStream.range(0, 8)
                    .mapToObj(number -> people.submit(() -> pullAll(new Colleague("c" + number, "c" + number))))
                    .toList();
            hauls = new ArrayList<>();
            for (var one : working) {
                hauls.add(one.get());
            }
        }

        assertThat(hauls.stream().flatMap(List::stream).map(Task::id))
                .hasSize(1_000)
                .containsExactlyInAnyOrderElementsOf(opened);
        // Nobody gave one back, so whoever came again found only later ones.
        assertThat(hauls)
                .allSatisfy(haul -> assertThat(haul).extracting(Task::pullBy).isSorted());
        assertThat(floor.listed(new TaskFilter(null, null, null, TaskState.WAITING, null, null)))
                .isEmpty();
    }

    private static NewTask ofEveryKind(int number, TaskSubject journey) {
        var types = TaskType.values();
        // The last is in no queue of its own.
        var type = types[number % (types.length - 1)];
        return NewTask.ofWorkflow(type, journey, Priority.values()[number % Priority.values().length]);
    }

    private List<Task> pullAll(Colleague colleague) {
        var haul = new ArrayList<Task>();
        while (true) {
            var next = floor.pulled(worker(colleague), from(Queue.values()));
            if (next.isEmpty()) {
                return haul;
            }
            assertThat(next.get().assignee()).isEqualTo(colleague);
            haul.add(next.get());
        }
    }

    @Test
    void the_more_urgent_comes_first_until_the_other_has_waited_for_its_allowance() {
        var low = floor.opened(wish(vega, TaskType.OTHER, Priority.LOW, null));
        floor.clock.passes(Duration.ofHours(71));
        var urgent = floor.opened(wish(vega, TaskType.OTHER, Priority.URGENT, null));
        floor.clock.passes(Duration.ofHours(2));
        var late = floor.opened(wish(vega, TaskType.OTHER, Priority.URGENT, null));

        var order = List.of(next(), next(), next());

        assertThat(order).containsExactly(urgent.id(), low.id(), late.id());
    }

    private TaskId next() {
        return floor.pulled(worker(BEN), from(Queue.DATA_QUALITY)).orElseThrow().id();
    }

    @Test
    void a_colleague_gets_what_they_are_licensed_and_skilled_for_and_leaves_the_rest_in_place() {
        var texan = floor.opened(needing(vega, UsState.TX, null));
        var spanish = floor.opened(needing(vega, UsState.IL, "spanish"));
        var plain = floor.opened(needing(vega, null, null));

        assertThat(pulledWith(Set.of(), Set.of())).isEqualTo(plain.id());
        assertThat(floor.pulled(
                        worker(BEN), new PullWish(Set.of(Queue.CLINICAL), Set.of(UsState.IL), Set.of("polish"))))
                .isEmpty();
        assertThat(pulledWith(Set.of(UsState.IL, UsState.OH), Set.of("polish", "spanish")))
                .isEqualTo(spanish.id());
        assertThat(pulledWith(Set.of(UsState.TX), Set.of())).isEqualTo(texan.id());
    }

    private TaskId pulledWith(Set<UsState> licences, Set<String> skills) {
        return floor.pulled(worker(BEN), new PullWish(Set.of(Queue.CLINICAL), licences, skills))
                .orElseThrow()
                .id();
    }

    @Test
    void nobody_pulls_from_a_queue_they_do_not_work_nor_what_waits_elsewhere() {
        floor.opened(wish(vega, TaskType.OTHER, Priority.URGENT, null));
        var nurse = new TaskWorker(BEN, Set.of(Queue.ADHERENCE), false);

        assertThatThrownBy(() -> floor.pulled(nurse, from(Queue.ADHERENCE, Queue.DATA_QUALITY)))
                .isInstanceOf(TaskRefusals.QueueOfOthers.class)
                .hasMessage("The queue data-quality is not among those that your roles work.");
        assertThat(floor.pulled(nurse, from(Queue.ADHERENCE))).isEmpty();
    }

    @Test
    void nothing_is_pulled_before_its_time_and_what_was_put_off_comes_first_when_it_has_come() {
        var putOff = floor.opened(wish(vega, TaskType.OTHER, Priority.HIGH, null));
        var until = floor.now().plus(Duration.ofHours(6));
        await(floor.desk.snooze(putOff.id(), 1, until, "Calls back at nine", worker(ANA)));
        var journey = new TaskSubject(vega.id(), floor.caseOf(vega));
        floor.asCase(book -> book.open(NewTask.ofWorkflow(TaskType.REVIEW_DUPLICATE, journey, Priority.URGENT)
                .visibleFrom(until.plusSeconds(1))));

        floor.clock.passes(Duration.ofHours(6).minusSeconds(1));
        assertThat(floor.pulled(worker(BEN), from(Queue.DATA_QUALITY))).isEmpty();
        floor.clock.passes(Duration.ofSeconds(2));

        assertThat(next()).isEqualTo(putOff.id());
        assertThat(floor.pulled(worker(BEN), from(Queue.DATA_QUALITY))).isPresent();
    }

    @Test
    void whoever_pulls_while_another_has_the_first_in_hand_gets_the_next_and_does_not_wait() {
        var first = floor.opened(wish(vega, TaskType.OTHER, Priority.URGENT, null));
        var second = floor.opened(wish(vega, TaskType.OTHER, Priority.URGENT, null));
        var held = new CompletableFuture<Void>();
        var holding = new CompletableFuture<Void>();
        var pulling = pullThat(held, holding);
        held.join();

        assertThat(next()).isEqualTo(second.id());
        assertThat(floor.pulled(worker(BEN), from(Queue.DATA_QUALITY))).isEmpty();

        holding.completeExceptionally(new IllegalStateException("gone"));
        assertThatThrownBy(pulling::join).hasMessageContaining("gone");
        assertThat(next()).isEqualTo(first.id());
    }

    /** Comes back to the thread that the session belongs to. */
    private static Uni<Void> until(CompletableFuture<Void> end) {
        var context = Vertx.currentContext();
        return Uni.createFrom().completionStage(end).emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    /** Ana's: she has it, and what becomes of it is decided later. */
    private CompletableFuture<Void> pullThat(CompletableFuture<Void> held, CompletableFuture<Void> end) {
        return floor.pharmacy
                .write(Act.of("pull", "task"), desk -> new WaitingTasks(desk.session())
                        .first(from(Queue.DATA_QUALITY), floor.now())
                        .chain(id -> new Tasks(desk.session(), desk.seals()).find(new TaskId(id)))
                        .invoke(row -> row.assign(ANA, worker(ANA), floor.now()))
                        .chain(desk.session()::flush)
                        .invoke(() -> held.complete(null))
                        .chain(() -> until(end)))
                .subscribeAsCompletionStage();
    }

    @Test
    void when_the_server_kills_whoever_pulls_the_task_waits_as_before() {
        var only = floor.opened(wish(vega, TaskType.OTHER, Priority.URGENT, null));
        var before = await(floor.desk.read(only.id()));

        assertThatThrownBy(() -> floor.write(desk -> new WaitingTasks(desk.session())
                        .first(from(Queue.DATA_QUALITY), floor.now())
                        .chain(id -> new Tasks(desk.session(), desk.seals()).find(new TaskId(id)))
                        .invoke(row -> row.assign(ANA, worker(ANA), floor.now()))
                        .chain(desk.session()::flush)
                        .chain(() -> desk.session()
                                .createNativeQuery("select pg_terminate_backend(pg_backend_pid())", Boolean.class)
                                .getSingleResult())))
                .isInstanceOf(RuntimeException.class);

        assertThat(await(floor.desk.read(only.id()))).isEqualTo(before);
        assertThat(next()).isEqualTo(only.id());
    }

    @Test
    void when_everybody_holds_the_foremost_the_whole_queue_is_looked_through() {
        var journey = new TaskSubject(vega.id(), floor.caseOf(vega));
        for (int number = 0; number < 20; number++) {
            floor.asCase(book -> book.open(NewTask.ofWorkflow(TaskType.REVIEW_DUPLICATE, journey, Priority.URGENT)));
        }
        var held = new CompletableFuture<Void>();
        var end = new CompletableFuture<Void>();
        var running = floor.pharmacy
                .write(Act.of("hold", "tasks"), desk -> desk.session()
                        .createNativeQuery("""
                        select t.id from pharmacy.task t order by t.pull_by, t.id limit 19 for update
                        """, UUID.class)
                        .getResultList()
                        .invoke(() -> held.complete(null))
                        .chain(() -> until(end)))
                .subscribeAsCompletionStage();
        held.join();

        var last = floor.pulled(worker(BEN), from(Queue.DATA_QUALITY));
        var none = floor.pulled(worker(BEN), from(Queue.DATA_QUALITY));

        end.complete(null);
        running.join();
        assertThat(last).isPresent();
        assertThat(none).isEmpty();
    }

    @Test
    void a_manager_hands_over_what_a_colleague_has_and_each_task_says_what_became_of_it() {
        var one = floor.opened(wish(vega, TaskType.OTHER, Priority.NORMAL, null));
        var other = floor.opened(wish(vega, TaskType.ADHERENCE_CALL, Priority.NORMAL, null));
        var bens = floor.opened(wish(vega, TaskType.ADHERENCE_CALL, Priority.NORMAL, null));
        await(floor.desk.assign(one.id(), 1, ANA, worker(ANA)));
        await(floor.desk.assign(other.id(), 1, ANA, worker(ANA)));
        await(floor.desk.assign(bens.id(), 1, BEN, worker(BEN)));

        var handover = await(floor.dispatch.reassign(ANA.id(), null, DAWN));

        assertThat(handover)
                .isEqualTo(new Handover(
                        List.of(new Handover.Item(one.id(), true), new Handover.Item(other.id(), true)), false));
        assertThat(floor.pharmacy.told().changes).hasSize(2);
        assertThat(floor.pharmacy.told().seen).isEmpty();
        assertThat(floor.listed(new TaskFilter(null, null, DAWN.id(), null, null, null)))
                .extracting(Task::id)
                .containsExactly(one.id(), other.id());
        assertThat(await(floor.desk.read(bens.id())).assignee()).isEqualTo(BEN);

        await(floor.dispatch.reassign(DAWN.id(), Queue.ADHERENCE, null));
        assertThat(await(floor.desk.read(other.id())).state()).isEqualTo(TaskState.WAITING);
        assertThat(await(floor.desk.read(one.id())).assignee()).isEqualTo(DAWN);
    }
}
