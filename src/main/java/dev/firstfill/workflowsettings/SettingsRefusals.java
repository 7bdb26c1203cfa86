package dev.firstfill.workflowsettings;

import dev.firstfill.kernel.Refusal;

/** Every way this context says no. */
public final class SettingsRefusals {
    private SettingsRefusals() {}

    /** There never was such a version. */
    static final class SettingsNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        SettingsNotFound() {
            super(Kind.NOT_FOUND, "workflow-settings-not-found", "There is no such version of the workflow settings.");
        }
    }

    /** Each drug has exactly one programme. */
    static final class ProgrammesUnfit extends Refusal {
        private static final long serialVersionUID = 1L;

        ProgrammesUnfit() {
            super(
                    Kind.UNPROCESSABLE,
                    "workflow-programmes-unfit",
                    "There must be a programme 'default' that names no drug; every other names some, and no code and no "
                            + "drug stands twice.");
        }
    }
}
