package dev.firstfill.tasks;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Reading;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientRefusals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where people open tasks of their own, look them up, and do something about one. */
@ApplicationScoped
public class TaskDesk {
    private static final Act OPEN = Act.of("open", "task");
    private static final Act READ = Act.of("read", "task");
    private static final Act LIST = Act.of("list", "task");
    private static final Act ASSIGN = Act.of("assign", "task");
    private static final Act GIVE_BACK = Act.of("give-back", "task");
    private static final Act SNOOZE = Act.of("snooze", "task");
    private static final Act COMPLETE = Act.of("complete", "task");

    private final Transactions transactions;
    private final Clock clock;

    public TaskDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In whichever queue: that somebody else has to do something is what most tasks say. */
    public Uni<Task> open(TaskWish wish, Colleague by) {
        return transactions.write(OPEN, desk -> {
            var now = Now.by(clock);
            wish.mustBeInSight(now);
            var tasks = new Tasks(desk.session(), desk.seals());
            return new PatientChart(desk.session(), desk.seals())
                    .identified(wish.patient())
                    .chain(patient -> subject(desk, patient, wish.onCase()))
                    .chain(subject -> new TaskBook(desk, by, now).open(wish.about(subject)))
                    .call(desk.session()::flush)
                    .chain(tasks::find)
                    .chain(row -> tasks.sealOf(row.patient()).map(seal -> shown(desk, row, seal)));
        });
    }

    private static Uni<TaskSubject> subject(Writing desk, PatientId patient, @Nullable String onCase) {
        return onCase == null
                ? Uni.createFrom().item(new TaskSubject(patient, null))
                : new KnownCases(desk.session()).of(patient, onCase);
    }

    /** Of somebody who was erased, without what was written. */
    public Uni<Task> read(TaskId id) {
        return transactions.read(READ, desk -> {
            desk.journal().about(id.toString());
            var tasks = new Tasks(desk.session(), desk.seals());
            return tasks.find(id)
                    .invoke(row -> desk.journal().seen(row.patient()))
                    .chain(row -> tasks.sealOf(row.patient()).map(seal -> Tasks.opened(row, seal)));
        });
    }

    public Uni<Page<Task>> list(TaskFilter filter, PageRequest page) {
        return transactions.read(LIST, desk -> narrowed(desk, filter).chain(about -> {
            var tasks = new Tasks(desk.session(), desk.seals());
            return tasks.page(filter, about.orElse(null), page).chain(rows -> {
                var cut = Page.cut(rows, page.limit(), Function.identity());
                cut.items().forEach(row -> desk.journal().seen(row.patient()));
                return tasks.opened(cut.items()).map(opened -> new Page<>(opened, cut.more()));
            });
        }));
    }

    private static Uni<Optional<TaskSubject>> narrowed(Reading desk, TaskFilter filter) {
        Uni<Optional<PatientId>> patient = filter.patient() == null
                ? Uni.createFrom().item(Optional.empty())
                : new PatientChart(desk.session(), desk.seals())
                        .identified(filter.patient())
                        .map(Optional::of);
        return patient.chain(who -> filter.onCase() == null
                ? Uni.createFrom().item(who.map(id -> new TaskSubject(id, null)))
                : who.map(id -> new KnownCases(desk.session()).of(id, filter.onCase()))
                        .orElseGet(() -> new KnownCases(desk.session()).find(filter.onCase()))
                        .map(Optional::of));
    }

    /** @param seen the version the caller saw; refused as stale when another is present */
    public Uni<Task> assign(TaskId id, int seen, Colleague to, TaskWorker by) {
        return move(ASSIGN, "assigned", id, seen, row -> row.assign(to, by, Now.by(clock)), null);
    }

    public Uni<Task> giveBack(TaskId id, int seen, TaskWorker by) {
        return move(GIVE_BACK, "given-back", id, seen, row -> row.giveBack(by), null);
    }

    /** @param reason kept sealed with the patient's key, so of patients who were erased nothing can be put off */
    public Uni<Task> snooze(TaskId id, int seen, Instant until, String reason, TaskWorker by) {
        return move(
                SNOOZE,
                "snoozed",
                id,
                seen,
                row -> row.snooze(until, by, Now.by(clock)),
                notes -> notes.withSnoozed(reason));
    }

    /** @param note kept sealed with the patient's key, so of patients who were erased there can be none */
    public Uni<Task> complete(TaskId id, int seen, TaskOutcome outcome, @Nullable String note, TaskWorker by) {
        return move(
                COMPLETE,
                "completed",
                id,
                seen,
                row -> row.completeByHand(outcome, by, Now.by(clock)),
                note == null ? null : notes -> notes.withClosed(note));
    }

    private Uni<Task> move(
            Act act,
            String what,
            TaskId id,
            int seen,
            Consumer<TaskRow> rule,
            @Nullable UnaryOperator<TaskNotes> noting) {
        return transactions.write(act, desk -> {
            desk.journal().about(id.toString());
            var tasks = new Tasks(desk.session(), desk.seals());
            return tasks.locked(id)
                    .invoke(row -> StaleVersion.unless(row.version() == seen))
                    .chain(row -> tasks.sealOf(row.patient()).chain(seal -> {
                        var before = Tasks.opened(row, seal);
                        rule.accept(row);
                        note(row, seal, noting);
                        return desk.session()
                                .flush()
                                .map(flushed -> shown(desk, row, seal))
                                .invoke(after -> tell(desk, what, seal, before, after));
                    }));
        });
    }

    private static void note(TaskRow row, Seals.@Nullable OfPerson seal, @Nullable UnaryOperator<TaskNotes> noting) {
        if (noting == null) {
            return;
        }
        if (seal == null) {
            throw new PatientRefusals.PatientErased();
        }
        Tasks.keep(row, noting.apply(Tasks.notes(row, seal)), seal);
    }

    /** That there is something to do for a patient tells of the patient, whether or not anybody wrote anything. */
    static Task shown(Writing desk, TaskRow row, Seals.@Nullable OfPerson seal) {
        if (seal != null) {
            desk.journal().seen(row.patient());
        }
        return Tasks.opened(row, seal);
    }

    /** Of patients who were erased nothing that was written is left, and the pharmacy's key will do. */
    static void tell(Writing desk, String what, Seals.@Nullable OfPerson seal, Task before, Task after) {
        var id = after.id().value();
        var person = seal == null ? null : after.subject().patient().value();
        desk.journal().changed(id, person, before, after);
        desk.journal().announce(new Event("task." + what, "task", id, after.version()));
    }
}
