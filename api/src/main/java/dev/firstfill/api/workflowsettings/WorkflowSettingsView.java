package dev.firstfill.api.workflowsettings;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.workflowsettings.NewWorkflowSettings;
import dev.firstfill.workflowsettings.PublishedSettings;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the settings as the front end reads one. */
@Schema(name = "WorkflowSettings", description = "How the pharmacy works, in one version.")
public record WorkflowSettingsView(
        @Schema(examples = "1", description = "Counts up from 1; 0 are those that came with the platform.")
        int version,

        NewWorkflowSettings content,
        ColleagueView by,
        Instant at) {
    static WorkflowSettingsView of(PublishedSettings published) {
        return new WorkflowSettingsView(
                published.version(), published.content(), ColleagueView.of(published.by()), published.at());
    }
}
