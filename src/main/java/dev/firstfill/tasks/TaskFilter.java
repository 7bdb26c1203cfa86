package dev.firstfill.tasks;

import dev.firstfill.patients.PatientReference;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list shows; null narrows nothing.
 *
 * @param assignee the colleague's id
 * @param onCase the case's id or number
 */
public record TaskFilter(
        @Nullable Queue queue,
        @Nullable TaskType type,
        @Nullable String assignee,
        @Nullable TaskState state,
        @Nullable PatientReference patient,
        @Nullable String onCase) {

    boolean asksForOpenOnly() {
        return state == TaskState.WAITING || state == TaskState.ASSIGNED;
    }
}
