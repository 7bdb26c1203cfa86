package dev.firstfill.api.tasks;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of tasks. */
@Schema(description = "One page of tasks.")
public record TaskPage(
        List<TaskView> items,

        @Nullable @Schema(description = "Where the list goes on; absent on the last page.")
        String nextCursor) {}
