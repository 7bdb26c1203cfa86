package dev.firstfill.tasks;

import dev.firstfill.patients.PatientReference;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list shows; null narrows nothing.
 *
 * @param assignee the colleague's id
 */
public record TaskFilter(
        @Nullable Queue queue,
        @Nullable TaskType type,
        @Nullable String assignee,
        @Nullable TaskState state,
        @Nullable PatientReference patient,
        @Nullable UUID caseId) {

    boolean asksForOpenOnly() {
        return state == TaskState.WAITING || state == TaskState.ASSIGNED;
    }
}
