package dev.firstfill.tasks;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientRefusals;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tasks as cases act on them, inside transactions of their own; lives for one transaction. What a case does here is
 * done with the case or not at all.
 *
 * <p>Tasks are locked after the case, in the order of their ids: whoever calls holds the case's own lock.
 */
public final class TaskBook {
    private final Writing desk;
    private final Tasks tasks;
    private final Colleague by;
    private final Instant now;

    /** @param by who moved the case, or the program that did */
    public TaskBook(Writing desk, Colleague by, Instant now) {
        this.desk = desk;
        this.tasks = new Tasks(desk.session(), desk.seals());
        this.by = by;
        this.now = now;
    }

    /** @throws PatientRefusals.PatientErased when there is a note, and no key to seal it with */
    public Uni<TaskId> open(NewTask task) {
        var row = new TaskRow(new TaskId(Ids.next()), task, by, now);
        return noted(row, task.note())
                .chain(() -> desk.session().persist(row))
                .invoke(() -> tell("opened", task.note() == null ? null : row.patient(), null, row.opened(null)))
                .replaceWith(new TaskId(row.id()));
    }

    /** Nothing, when the case has an open one of the type already. */
    public Uni<Void> openUnlessOpen(NewTask task) {
        return tasks.lockedOpenOf(task.subject().patient(), task.subject().caseId())
                .map(rows -> rows.stream().anyMatch(row -> row.opened(null).type() == task.type()))
                .chain(isOpen ->
                        isOpen ? Uni.createFrom().voidItem() : open(task).replaceWithVoid());
    }

    private Uni<Void> noted(TaskRow row, @Nullable String note) {
        return note == null
                ? Uni.createFrom().voidItem()
                : tasks.sealOf(row.patient())
                        .onItem()
                        .ifNull()
                        .failWith(PatientRefusals.PatientErased::new)
                        .invoke(seal -> Tasks.keep(row, new TaskNotes(note, null, null), seal))
                        .replaceWithVoid();
    }

    /** Closes what the case had opened of these types, because it moved on: {@code outcome} says where to. */
    public Uni<Integer> finishOf(PatientId patient, UUID caseId, Set<TaskType> types, TaskOutcome outcome) {
        return change(
                patient,
                caseId,
                task -> task.source() != TaskSource.COLLEAGUE && types.contains(task.type()),
                "completed",
                row -> row.finish(outcome, by, now));
    }

    /** Closes all that the case had opened. */
    public Uni<Integer> finishAllOf(PatientId patient, UUID caseId, TaskOutcome outcome) {
        return finishOf(patient, caseId, Set.of(TaskType.values()), outcome);
    }

    /** Nobody need do any of it any more, colleagues' own tasks on the case included. */
    public Uni<Integer> cancelAllOf(PatientId patient, UUID caseId, TaskOutcome reason) {
        return change(patient, caseId, task -> true, "cancelled", row -> row.cancel(reason, by, now));
    }

    /** Makes what the case had opened more urgent; what is as urgent already stays as it is. */
    public Uni<Integer> raise(PatientId patient, UUID caseId, Priority priority) {
        return change(
                patient,
                caseId,
                task -> task.source() != TaskSource.COLLEAGUE && priority.isMoreUrgentThan(task.priority()),
                "raised",
                row -> row.raise(priority));
    }

    private Uni<Integer> change(
            PatientId patient, UUID caseId, Predicate<Task> which, String what, Consumer<TaskRow> move) {
        return tasks.lockedOpenOf(patient, caseId).chain(rows -> {
            var chosen =
                    rows.stream().filter(row -> which.test(row.opened(null))).toList();
            var before = chosen.stream().map(row -> row.opened(null)).toList();
            chosen.forEach(move);
            return desk.session()
                    .flush()
                    .invoke(() -> tellAll(what, before, chosen))
                    .replaceWith(chosen.size());
        });
    }

    private void tellAll(String what, List<Task> before, List<TaskRow> after) {
        for (int i = 0; i < after.size(); i++) {
            tell(what, null, before.get(i), after.get(i).opened(null));
        }
    }

    /** What people wrote of the patient is not told of here, so mostly no key of the patient's is needed. */
    private void tell(String what, @Nullable UUID person, @Nullable Task before, Task after) {
        desk.journal().changed(after.id().value(), person, before, after);
        desk.journal().announce(new Event("task." + what, "task", after.id().value(), after.version()));
    }
}
