package dev.firstfill.workflowsettings;

import dev.firstfill.clocks.OpeningHours;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a pharmacy is open in a week; a day without hours is a day on which it is closed. */
@Schema(description = "When the pharmacy is open; a day without hours is a day on which it is closed.")
public record OpeningWeek(
        @Size(max = 6) @Nullable List<@NotNull OpeningHours> monday,
        @Size(max = 6) @Nullable List<@NotNull OpeningHours> tuesday,
        @Size(max = 6) @Nullable List<@NotNull OpeningHours> wednesday,
        @Size(max = 6) @Nullable List<@NotNull OpeningHours> thursday,
        @Size(max = 6) @Nullable List<@NotNull OpeningHours> friday,
        @Size(max = 6) @Nullable List<@NotNull OpeningHours> saturday,
        @Size(max = 6) @Nullable List<@NotNull OpeningHours> sunday) {

    Map<DayOfWeek, List<OpeningHours>> days() {
        var days = new EnumMap<DayOfWeek, List<OpeningHours>>(DayOfWeek.class);
        put(days, DayOfWeek.MONDAY, monday);
        put(days, DayOfWeek.TUESDAY, tuesday);
        put(days, DayOfWeek.WEDNESDAY, wednesday);
        put(days, DayOfWeek.THURSDAY, thursday);
        put(days, DayOfWeek.FRIDAY, friday);
        put(days, DayOfWeek.SATURDAY, saturday);
        put(days, DayOfWeek.SUNDAY, sunday);
        return days;
    }

    private static void put(
            Map<DayOfWeek, List<OpeningHours>> days, DayOfWeek day, @Nullable List<OpeningHours> hours) {
        if (hours != null && !hours.isEmpty()) {
            days.put(day, hours);
        }
    }
}
