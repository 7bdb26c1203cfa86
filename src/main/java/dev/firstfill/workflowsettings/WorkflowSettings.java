package dev.firstfill.workflowsettings;

import dev.firstfill.clocks.BusinessCalendar;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of how a pharmacy works.
 *
 * @param calendar of the same version
 * @param programmes the default one among them, and no drug in two
 */
public record WorkflowSettings(int version, BusinessCalendar calendar, List<Programme> programmes) {
    public WorkflowSettings {
        programmes = List.copyOf(programmes);
    }

    public Programme programmeOf(@Nullable UUID drug) {
        return programmes.stream()
                .filter(programme -> drug != null && programme.drugs().contains(drug))
                .findFirst()
                .orElseGet(() -> named(Programme.DEFAULT));
    }

    public Programme named(String code) {
        return programmes.stream()
                .filter(programme -> programme.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
