package dev.firstfill.tasks;

import dev.firstfill.kernel.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every way this context says no. */
public final class TaskRefusals {
    private TaskRefusals() {}

    /** There is no such task in this pharmacy. */
    static final class TaskNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        TaskNotFound() {
            super(Kind.NOT_FOUND, "task-not-found", "There is no such task.");
        }
    }

    /** A task was to be opened on a case that the pharmacy has not, or has of another patient. */
    static final class CaseOfTaskNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        CaseOfTaskNotFound() {
            super(Kind.NOT_FOUND, "task-case-not-found", "There is no such case of this patient.");
        }
    }

    /** Where it stands, that cannot be done with it. */
    static final class MoveNotAllowed extends Refusal {
        private static final long serialVersionUID = 1L;

        MoveNotAllowed(TaskState state, TaskMove move) {
            super(
                    Kind.CONFLICT,
                    "task-move-not-allowed",
                    "The task is %s and cannot be %s. %s"
                            .formatted(state.wireName(), move.participle(), state.remedy()));
        }
    }

    /** Somebody else has it in hand. */
    static final class TaskOfAnother extends Refusal {
        private static final long serialVersionUID = 1L;

        TaskOfAnother() {
            super(
                    Kind.CONFLICT,
                    "task-of-another",
                    "Another colleague has this task: they give it back or hand it over, or a manager does.");
        }
    }

    /** It waits where the caller does not work. */
    static final class QueueOfOthers extends Refusal {
        private static final long serialVersionUID = 1L;

        QueueOfOthers(Queue queue) {
            super(
                    Kind.NOT_ALLOWED,
                    "task-queue-of-others",
                    "The queue %s is not among those that your roles work.".formatted(queue.wireName()));
        }
    }

    /** A case opened it, and closes it. */
    static final class ClosedByItsCase extends Refusal {
        private static final long serialVersionUID = 1L;

        ClosedByItsCase(TaskType type, @Nullable UUID caseId) {
            super(
                    Kind.CONFLICT,
                    "task-closed-by-its-case",
                    "The task %s is done when the case %s moves on: do what it asks for there."
                            .formatted(type.wireName(), caseId));
        }
    }

    /** A task can be put off, but not for ever, and not into the past. */
    static final class SnoozeOutOfRange extends Refusal {
        private static final long serialVersionUID = 1L;

        SnoozeOutOfRange() {
            super(
                    Kind.UNPROCESSABLE,
                    "task-snooze-out-of-range",
                    "A task is snoozed until a time that is to come, within %d days."
                            .formatted(TaskRow.SNOOZE_MAX.toDays()));
        }
    }

    /** Somebody mistyped a year. */
    static final class TimeOutOfRange extends Refusal {
        private static final long serialVersionUID = 1L;

        TimeOutOfRange() {
            super(
                    Kind.UNPROCESSABLE,
                    "task-time-out-of-range",
                    "visibleFrom and dueAt lie at most %d days from now.".formatted(TaskWish.TIME_MAX.toDays()));
        }
    }
}
