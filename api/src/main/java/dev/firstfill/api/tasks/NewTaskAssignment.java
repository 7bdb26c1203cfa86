package dev.firstfill.api.tasks;

import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is to have a task. */
@Schema(description = "Who is to have a task.")
public record NewTaskAssignment(
        @Nullable @Valid @Schema(description = "The caller when absent.")
        AssigneeBody assignee) {}
