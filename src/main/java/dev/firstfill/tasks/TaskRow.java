package dev.firstfill.tasks;

import dev.firstfill.identifiers.UsState;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.PatientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task as the table keeps one, and the rules of its life. */
@Entity
@Table(name = "task")
class TaskRow {
    /** A quarter: whatever is farther off is opened then, by a case's own clock. */
    static final Duration SNOOZE_MAX = Duration.ofDays(90);

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Enumerated(EnumType.STRING)
    @Column(name = "type", updatable = false)
    private TaskType type;

    @Enumerated(EnumType.STRING)
    @Column(name = "queue", updatable = false)
    private Queue queue;

    @Enumerated(EnumType.STRING)
    @Column(name = "source", updatable = false)
    private TaskSource source;

    @Column(name = "case_id", updatable = false)
    private @Nullable UUID caseId;

    @Column(name = "patient_id", updatable = false)
    private UUID patient;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private TaskState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "priority")
    private Priority priority;

    @Enumerated(EnumType.STRING)
    @Column(name = "licence", updatable = false)
    private @Nullable UsState licence;

    @Column(name = "skill", updatable = false)
    private @Nullable String skill;

    @Column(name = "opened_at", updatable = false)
    private Instant openedAt;

    @Column(name = "opened_by_id", updatable = false)
    private String openedById;

    @Column(name = "opened_by_name", updatable = false)
    private String openedByName;

    @Column(name = "visible_from")
    private Instant visibleFrom;

    @Column(name = "due_at", updatable = false)
    private @Nullable Instant dueAt;

    @Column(name = "pull_by")
    private Instant pullBy;

    @Column(name = "assignee_id")
    private @Nullable String assigneeId;

    @Column(name = "assignee_name")
    private @Nullable String assigneeName;

    @Column(name = "assigned_at")
    private @Nullable Instant assignedAt;

    @Column(name = "outcome")
    private @Nullable String outcome;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by_id")
    private @Nullable String closedById;

    @Column(name = "closed_by_name")
    private @Nullable String closedByName;

    @Column(name = "notes")
    private byte @Nullable [] notes;

    @SuppressWarnings("NullAway")
    protected TaskRow() {}

    @SuppressWarnings("NullAway")
    TaskRow(TaskId id, NewTask task, Colleague by, Instant now) {
        this.id = id.value();
        this.version = 1;
        this.type = task.type();
        this.queue = task.queue();
        this.source = task.source();
        this.caseId = task.subject().caseId();
        this.patient = task.subject().patient().value();
        this.state = TaskState.WAITING;
        this.priority = task.priority();
        this.licence = task.licence();
        this.skill = task.skill();
        this.openedAt = now;
        this.openedById = by.id();
        this.openedByName = by.name();
        this.visibleFrom = task.visibleFrom() == null || task.visibleFrom().isBefore(now) ? now : task.visibleFrom();
        this.dueAt = task.dueAt();
        this.pullBy = PullOrder.of(visibleFrom, priority, dueAt);
    }

    void keepNotes(byte[] sealed) {
        notes = sealed.clone();
    }

    /** Taken from the queue, or handed over by whoever has it. */
    void assign(Colleague colleague, TaskWorker by, Instant now) {
        by.mustWork(queue);
        mustNotBeOfAnother(by);
        reassign(colleague, now);
    }

    void reassign(Colleague colleague, Instant now) {
        state = state.after(TaskMove.ASSIGN);
        assigneeId = colleague.id();
        assigneeName = colleague.name();
        assignedAt = now;
    }

    void giveBack(TaskWorker by) {
        by.mustWork(queue);
        mustNotBeOfAnother(by);
        giveBack();
    }

    void giveBack() {
        state = state.after(TaskMove.GIVE_BACK);
        assigneeId = null;
        assigneeName = null;
        assignedAt = null;
    }

    void snooze(Instant until, TaskWorker by, Instant now) {
        by.mustWork(queue);
        mustNotBeOfAnother(by);
        if (!until.isAfter(now) || until.isAfter(now.plus(SNOOZE_MAX))) {
            throw new TaskRefusals.SnoozeOutOfRange();
        }
        state = state.after(TaskMove.SNOOZE);
        visibleFrom = until;
        pullBy = PullOrder.snoozed(pullBy, until);
    }

    void completeByHand(TaskOutcome became, TaskWorker by, Instant now) {
        by.mustWork(queue);
        mustNotBeOfAnother(by);
        var next = state.after(TaskMove.COMPLETE);
        if (!source.isClosedByHand()) {
            throw new TaskRefusals.ClosedByItsCase(type, caseId);
        }
        close(next, became, by.colleague(), now);
    }

    void finish(TaskOutcome became, Colleague by, Instant now) {
        close(state.after(TaskMove.COMPLETE), became, by, now);
    }

    void cancel(TaskOutcome reason, Colleague by, Instant now) {
        close(state.after(TaskMove.CANCEL), reason, by, now);
    }

    private void close(TaskState next, TaskOutcome became, Colleague by, Instant now) {
        state = next;
        outcome = became.code();
        closedAt = now;
        closedById = by.id();
        closedByName = by.name();
    }

    /** @return whether it was less urgent before */
    boolean raise(Priority to) {
        if (!to.isMoreUrgentThan(priority)) {
            return false;
        }
        priority = to;
        pullBy = PullOrder.raised(pullBy, openedAt, visibleFrom, to);
        return true;
    }

    private void mustNotBeOfAnother(TaskWorker by) {
        if (state == TaskState.ASSIGNED
                && !by.managesTasks()
                && !by.colleague().id().equals(assigneeId)) {
            throw new TaskRefusals.TaskOfAnother();
        }
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID patient() {
        return patient;
    }

    byte @Nullable [] notes() {
        return notes;
    }

    Task opened(@Nullable TaskNotes open) {
        return new Task(
                new TaskId(id),
                version,
                type,
                queue,
                source,
                new TaskSubject(new PatientId(patient), caseId),
                state,
                priority,
                licence,
                skill,
                openedAt,
                new Colleague(openedById, openedByName),
                visibleFrom,
                dueAt,
                pullBy,
                assigneeId == null || assigneeName == null ? null : new Colleague(assigneeId, assigneeName),
                assignedAt,
                closing(),
                open);
    }

    private Task.@Nullable Closing closing() {
        return outcome == null || closedAt == null || closedById == null || closedByName == null
                ? null
                : new Task.Closing(new TaskOutcome(outcome), closedAt, new Colleague(closedById, closedByName));
    }
}
