package dev.firstfill.tasks;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where tasks are given to people: the next one to whoever asks for it, or many at once by a manager. */
@ApplicationScoped
public class TaskDispatch {
    /** One transaction holds them all, and is over within a second. */
    public static final int REASSIGNED_MAX = 500;

    private static final Act PULL = Act.of("pull", "task");
    private static final Act REASSIGN = Act.of("reassign", "task");
    private static final String NOBODY = "";

    private final Transactions transactions;
    private final Clock clock;

    public TaskDispatch(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Empty when nothing waits that the worker could do. */
    public Uni<Optional<Task>> pull(PullWish wish, TaskWorker worker) {
        return transactions.write(PULL, desk -> {
            wish.queues().stream().sorted().forEach(worker::mustWork);
            var now = Now.by(clock);
            return new WaitingTasks(desk.session())
                    .first(wish, now)
                    .chain(id -> id == null
                            ? Uni.createFrom().item(Optional.empty())
                            : give(desk, new TaskId(id), worker, now).map(Optional::of));
        });
    }

    /** The row is locked already. */
    private static Uni<Task> give(Writing desk, TaskId id, TaskWorker worker, Instant now) {
        desk.journal().about(id.toString());
        var tasks = new Tasks(desk.session(), desk.seals());
        return tasks.find(id).chain(row -> tasks.sealOf(row.patient()).chain(seal -> {
            var before = Tasks.opened(row, seal);
            row.assign(worker.colleague(), worker, now);
            return desk.session()
                    .flush()
                    .map(flushed -> TaskDesk.shown(desk, row, seal))
                    .invoke(after -> TaskDesk.tell(desk, "assigned", seal, before, after));
        }));
    }

    /**
     * Hands over what one colleague has, or what waits in a queue.
     *
     * @param from whose tasks, by their id; null for what waits
     * @param queue of which queue; null for all of the colleague's
     * @param to null for back into their queues
     */
    public Uni<Handover> reassign(@Nullable String from, @Nullable Queue queue, @Nullable Colleague to) {
        return transactions.write(REASSIGN, desk -> {
            var waiting = new WaitingTasks(desk.session());
            var hands = from == null ? NOBODY : from;
            return waiting.inHands(hands, queue, REASSIGNED_MAX + 1).chain(found -> {
                var wanted = found.stream().limit(REASSIGNED_MAX).toList();
                return wanted.isEmpty()
                        ? Uni.createFrom().item(Handover.NOTHING)
                        : waiting.lockedInHands(wanted, hands)
                                .chain(rows -> handedOver(desk, rows, to))
                                .map(done -> new Handover(outcomes(wanted, done), found.size() > REASSIGNED_MAX));
            });
        });
    }

    /** Who has a task says nothing of the patient, so nobody's seal is opened and the pharmacy's key keeps the change. */
    private Uni<List<UUID>> handedOver(Writing desk, List<TaskRow> rows, @Nullable Colleague to) {
        var now = Now.by(clock);
        var before = rows.stream().map(row -> row.opened(null)).toList();
        rows.forEach(row -> {
            if (to == null) {
                row.giveBack();
            } else {
                row.reassign(to, now);
            }
        });
        return desk.session().flush().map(flushed -> {
            for (int i = 0; i < rows.size(); i++) {
                var after = rows.get(i).opened(null);
                desk.journal().changed(after.id().value(), null, before.get(i), after);
                var what = to == null ? "task.given-back" : "task.assigned";
                desk.journal().announce(new Event(what, "task", after.id().value(), after.version()));
            }
            return rows.stream().map(TaskRow::id).toList();
        });
    }

    private static List<Handover.Item> outcomes(List<UUID> wanted, List<UUID> done) {
        var moved = new HashSet<>(done);
        return wanted.stream()
                .map(id -> new Handover.Item(new TaskId(id), moved.contains(id)))
                .toList();
    }
}
