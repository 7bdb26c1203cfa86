package dev.firstfill.tasks;

import static dev.firstfill.tasks.Floor.BEN;
import static dev.firstfill.tasks.Floor.await;
import static dev.firstfill.tasks.Floor.worker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.patients.Patient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which order tasks are pulled: against a list that is looked through from one end to the other. */
class PullOrderTest {
    private static Floor floor;
    private static Patient vega;

    @BeforeContainer
    static void open() {
        floor = new Floor();
        vega = floor.patient();
    }

    @AfterContainer
    static void close() {
        floor.close();
    }

    @ParameterizedTest
    @CsvSource({
        "URGENT, 2026-03-02T09:00:00Z, ,                     2026-03-02T09:00:00Z",
        "HIGH,   2026-03-02T09:00:00Z, ,                     2026-03-02T13:00:00Z",
        "NORMAL, 2026-03-02T09:00:00Z, ,                     2026-03-03T09:00:00Z",
        "LOW,    2026-03-02T09:00:00Z, ,                     2026-03-05T09:00:00Z",
        "LOW,    2026-03-02T09:00:00Z, 2026-03-02T10:30:00Z, 2026-03-02T10:30:00Z",
        "HIGH,   2026-03-02T09:00:00Z, 2026-03-09T09:00:00Z, 2026-03-02T13:00:00Z",
        "HIGH,   2026-03-02T09:00:00Z, 2026-03-01T09:00:00Z, 2026-03-02T09:00:00Z",
        "NORMAL, 2026-04-01T09:00:00Z, ,                     2026-04-02T09:00:00Z"
    })
    void a_task_waits_for_its_allowance_or_until_it_is_due_and_not_before_its_time(
            Priority priority, Instant visibleFrom, @Nullable Instant due, Instant pullBy) {
        assertThat(PullOrder.of(visibleFrom, priority, due)).isEqualTo(pullBy);
    }

    /** What happens: time passes, something is opened, or somebody pulls. */
    sealed interface Step {
        record Pass(int minutes) implements Step {}

        record Open(Priority priority, Queue queue, int visibleInHours, int dueInHours) implements Step {}

        record Snooze(int hours) implements Step {}

        record Pull(Set<Queue> queues) implements Step {}
    }

    @Provide
    Arbitrary<List<Step>> days() {
        var queue = Arbitraries.of(Queue.ADHERENCE, Queue.CLINICAL, Queue.FULFILMENT);
        Arbitrary<Step> pass = Arbitraries.integers().between(1, 30 * 60).map(Step.Pass::new);
        Arbitrary<Step> open = Combinators.combine(
                        Arbitraries.of(Priority.class),
                        queue,
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(0)),
                                Tuple.of(1, Arbitraries.integers().between(1, 48))),
                        Arbitraries.integers().between(-10, 90))
                .as(Step.Open::new);
        Arbitrary<Step> snooze = Arbitraries.integers().between(1, 40).map(Step.Snooze::new);
        Arbitrary<Step> pull = queue.set().ofMinSize(1).ofMaxSize(3).map(Step.Pull::new);
        return Arbitraries.frequencyOf(Tuple.of(3, pass), Tuple.of(5, open), Tuple.of(1, snooze), Tuple.of(4, pull))
                .list()
                .ofMinSize(10)
                .ofMaxSize(40);
    }

    @Property(tries = 60)
    void what_is_pulled_is_what_a_list_would_give_and_nobody_is_overtaken_who_has_waited_long_enough(
            @ForAll("days") List<Step> days) {
        var waiting = new ArrayList<Task>();
        for (var step : days) {
            switch (step) {
                case Step.Pass pass -> floor.clock.passes(Duration.ofMinutes(pass.minutes()));
                case Step.Open open -> waiting.add(opened(open));
                case Step.Snooze snooze -> snoozeFirst(waiting, snooze);
                case Step.Pull pull -> pullAsTheListSays(waiting, pull);
            }
        }
        while (!waiting.isEmpty()) {
            floor.clock.passes(Duration.ofDays(5));
            pullAsTheListSays(waiting, new Step.Pull(Set.of(Queue.values())));
        }
    }

    private static Task opened(Step.Open open) {
        var now = floor.now();
        return floor.opened(new TaskWish(
                vega.id(),
                null,
                TaskType.OTHER,
                open.queue(),
                open.priority(),
                now.plus(Duration.ofHours(open.visibleInHours())),
                open.dueInHours() < 0 ? null : now.plus(Duration.ofHours(open.dueInHours())),
                null,
                null,
                null));
    }

    private static void snoozeFirst(List<Task> waiting, Step.Snooze snooze) {
        if (!waiting.isEmpty()) {
            var first = waiting.removeFirst();
            var until = floor.now().plus(Duration.ofHours(snooze.hours()));
            waiting.add(await(floor.desk.snooze(first.id(), first.version(), until, "later", worker(BEN))));
        }
    }

    private static void pullAsTheListSays(List<Task> waiting, Step.Pull pull) {
        var expected = firstOf(waiting, pull.queues());

        var pulled = floor.pulled(worker(BEN), new PullWish(pull.queues(), Set.of(), Set.of()));

        assertThat(pulled.map(Task::id)).isEqualTo(expected.map(Task::id));
        pulled.ifPresent(task -> {
            waiting.removeIf(other -> other.id().equals(task.id()));
            assertThat(waiting)
                    .filteredOn(other -> isReady(other, pull.queues()))
                    .allSatisfy(other -> assertThat(task.openedAt()).isBeforeOrEqualTo(other.pullBy()));
        });
    }

    private static Optional<Task> firstOf(List<Task> waiting, Set<Queue> queues) {
        return waiting.stream()
                .filter(task -> isReady(task, queues))
                .min(Comparator.comparing(Task::pullBy)
                        .thenComparing(task -> task.id().toString()));
    }

    private static boolean isReady(Task task, Set<Queue> queues) {
        return queues.contains(task.queue()) && !task.visibleFrom().isAfter(floor.now());
    }
}
