package dev.firstfill.workflowsettings;

import dev.firstfill.kernel.Colleague;
import java.time.Instant;

/** A version of the settings, and who made it when. */
public record PublishedSettings(int version, NewWorkflowSettings content, Colleague by, Instant at) {}
