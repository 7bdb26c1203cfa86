package dev.firstfill.workflowsettings;

import dev.firstfill.clocks.BusinessCalendar;
import dev.firstfill.kernel.Lists;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the pharmacy is to work from now on. Cases that have begun go on as they began. */
@Schema(description = "How the pharmacy is to work from now on.")
public record NewWorkflowSettings(
        @NotNull @Schema(examples = "America/New_York", implementation = String.class)
        ZoneId timeZone,

        @NotNull @Valid OpeningWeek week,

        @Size(max = 400) List<@NotNull LocalDate> holidays,

        @NotEmpty @Size(max = 50) List<@NotNull @Valid Programme> programmes) {

    @SuppressWarnings("NullAway")
    public NewWorkflowSettings {
        holidays = Lists.kept(holidays);
        programmes = Lists.kept(programmes);
    }

    /** @throws SettingsRefusals.ProgrammesUnfit when the default is missing, or a code or drug stands twice */
    WorkflowSettings version(int version) {
        var codes = new HashSet<String>();
        var drugs = new HashSet<UUID>();
        var once = programmes.stream()
                .allMatch(programme -> codes.add(programme.code())
                        && programme.drugs().stream().allMatch(drugs::add)
                        && (programme.drugs().isEmpty() == programme.code().equals(Programme.DEFAULT)));
        if (!once || !codes.contains(Programme.DEFAULT)) {
            throw new SettingsRefusals.ProgrammesUnfit();
        }
        return new WorkflowSettings(
                version, new BusinessCalendar(version, timeZone, week.days(), new TreeSet<>(holidays)), programmes);
    }
}
