package dev.firstfill.api.workflowsettings;

import dev.firstfill.workflowsettings.NewWorkflowSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Settings that are to be in force from now on. */
@Schema(name = "NewWorkflowSettingsVersion", description = "Settings that are to be in force from now on.")
public record WorkflowSettingsBody(
        @Nullable
        @Schema(description = "The version in force that was changed; refused when another is. Absent: whichever is.")
        Integer replaces,

        @NotNull @Valid NewWorkflowSettings content) {}
