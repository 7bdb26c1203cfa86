package dev.firstfill.clocks;

import static dev.firstfill.clocks.Calendars.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.clocks.ClockRefusals.CalendarUnfit;
import dev.firstfill.clocks.ClockRefusals.TargetUnfit;
import dev.firstfill.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BusinessCalendarTest {

    @Test
    void refuses_a_week_without_any_open_hour() {
        assertThatThrownBy(() -> Calendars.of(Map.of()))
                .isInstanceOf(CalendarUnfit.class)
                .hasMessage("A calendar is open at some time of the week.");
        assertThatThrownBy(() -> Calendars.of(Map.of(DayOfWeek.MONDAY, List.of())))
                .isInstanceOf(CalendarUnfit.class);
    }

    @ParameterizedTest
    @CsvSource({
        "MONDAY, 08:00, 12:00, MONDAY, 11:00, 17:00",
        "MONDAY, 08:00, 12:00, MONDAY, 08:00, 12:00",
        "MONDAY, 22:00, 06:00, TUESDAY, 05:59, 17:00",
        "MONDAY, 00:00, 08:00, SUNDAY, 22:00, 00:01",
        "MONDAY, 08:00, 08:00, MONDAY, 09:00, 10:00"
    })
    void refuses_hours_that_overlap(DayOfWeek one, String from, String to, DayOfWeek other, String then, String until) {
        var first = hours(from, to);
        var second = hours(then, until);
        var week = one == other
                ? Map.of(one, List.of(first, second))
                : Map.of(one, List.of(first), other, List.of(second));

        assertThatThrownBy(() -> Calendars.of(week))
                .isInstanceOf(CalendarUnfit.class)
                .hasMessage("Opening hours overlap; who opens at night closes on the day after.");
    }

    @Test
    void takes_hours_that_follow_each_other_without_a_break() {
        var week = Map.of(
                DayOfWeek.SUNDAY, List.of(hours("22:00", "06:00")),
                DayOfWeek.MONDAY, List.of(hours("06:00", "14:00"), hours("14:00", "22:00")));

        assertThat(Calendars.of(week)
                        .between(Instant.parse("2026-05-18T03:00:00Z"), Instant.parse("2026-05-19T03:00:00Z")))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void sorts_the_hours_of_a_day() {
        var week = Map.of(DayOfWeek.MONDAY, List.of(hours("13:00", "17:00"), hours("08:00", "12:00")));

        assertThat(Calendars.of(week).week().get(DayOfWeek.MONDAY))
                .containsExactly(hours("08:00", "12:00"), hours("13:00", "17:00"));
    }

    @Test
    void refuses_seconds_more_spans_than_a_day_has_and_more_holidays_than_ten_years_have() {
        assertThatThrownBy(() -> hours("08:00:30", "17:00")).isInstanceOf(CalendarUnfit.class);
        assertThatThrownBy(
                        () -> Calendars.of(Map.of(DayOfWeek.MONDAY, Collections.nCopies(7, hours("08:00", "09:00")))))
                .hasMessage("A day has at most 6 opening hours.");
        var holidays = LocalDate.EPOCH
                .datesUntil(LocalDate.EPOCH.plusDays(401))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThatThrownBy(() -> new BusinessCalendar(
                        1, Calendars.CHICAGO, Map.of(DayOfWeek.MONDAY, List.of(hours("08:00", "09:00"))), holidays))
                .hasMessage("A calendar has at most 400 holidays.");
    }

    @Test
    void gives_up_after_ten_years() {
        var hourAWeek = Calendars.of(Map.of(DayOfWeek.MONDAY, List.of(hours("08:00", "09:00"))));
        var start = Instant.parse("2026-05-18T00:00:00Z");

        assertThat(hourAWeek.plus(start, Duration.ofHours(500))).isEqualTo(Instant.parse("2035-12-10T15:00:00Z"));
        assertThatThrownBy(() -> hourAWeek.plus(start, Duration.ofHours(600))).isInstanceOf(TargetUnfit.class);
        assertThatThrownBy(() -> hourAWeek.between(start, start.plus(Duration.ofDays(4_000))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void does_not_run_backwards() {
        var office = Calendars.named("office");
        var now = Instant.parse("2026-05-20T15:00:00Z");

        assertThat(office.plus(now, Duration.ZERO)).isEqualTo(now);
        assertThatThrownBy(() -> office.plus(now, Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> office.between(now, now.minusNanos(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-2H", "PT59S", "P367D", "PT1M0.5S"})
    void a_target_is_a_minute_to_a_year_in_whole_seconds(Duration target) {
        assertThatThrownBy(() -> new SlaTarget(HourKind.BUSINESS, target)).isInstanceOf(TargetUnfit.class);
    }

    @Test
    void is_kept_as_a_document_and_read_again() {
        var calendar = Calendars.calendar(
                3,
                Calendars.CHICAGO,
                Map.of(DayOfWeek.MONDAY, List.of(hours("08:00", "12:00"), hours("22:00", "06:00"))),
                "2026-12-25",
                "2026-05-25");

        var document = Json.bytes(calendar);

        assertThat(new String(document, StandardCharsets.UTF_8)).isEqualTo("""
                {"version":3,"zone":"America/Chicago","week":{"MONDAY":[{"from":"08:00:00","to":"12:00:00"},\
                {"from":"22:00:00","to":"06:00:00"}]},"holidays":["2026-05-25","2026-12-25"]}""");
        assertThat(Json.read(document, BusinessCalendar.class)).isEqualTo(calendar);
    }
}
