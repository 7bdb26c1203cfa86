package dev.firstfill.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due times reckoned by hand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReckonDueTimesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        A referral at ten to five waits for the morning | office | 2026-05-20T16:50-05:00 | PT2H | 2026-05-21T09:50-05:00
        A Friday's referral before a holiday Monday waits for Tuesday | office | 2026-05-22T16:50-05:00 | PT2H | 2026-05-26T09:50-05:00
        What comes at the minute of opening runs at once | office | 2026-05-20T08:00-05:00 | PT2H | 2026-05-20T10:00-05:00
        What comes at the minute of closing runs from the morning | office | 2026-05-20T17:00-05:00 | PT2H | 2026-05-21T10:00-05:00
        What is over at the minute of closing is due then | office | 2026-05-20T15:00-05:00 | PT2H | 2026-05-20T17:00-05:00
        What comes before dawn runs from the opening | office | 2026-05-20T05:30-05:00 | PT4H | 2026-05-20T12:00-05:00
        What comes on a Saturday runs from Monday | office | 2026-05-16T12:00-05:00 | PT1H | 2026-05-18T09:00-05:00
        What comes on the holiday runs from the day after | office | 2026-05-25T10:00-05:00 | PT1H | 2026-05-26T09:00-05:00
        A lunch break does not count | lunch | 2026-05-20T11:30-05:00 | PT1H | 2026-05-20T13:30-05:00
        Forty-five hours are a working week | office | 2026-06-01T08:00-05:00 | PT45H | 2026-06-05T17:00-05:00
        The year ends in a holiday and a weekend | office | 2026-12-31T16:30-06:00 | PT1H | 2027-01-04T08:30-06:00
        A leap day is a day | office | 2028-02-28T16:30-06:00 | PT1H | 2028-02-29T08:30-06:00
        Over the weekend on which spring begins the office opens an hour earlier in the world | office | 2026-03-06T16:00-06:00 | PT2H | 2026-03-09T09:00-05:00
        Spring's night shift has seven hours and the eighth is the next one's first | night | 2026-03-07T22:00-06:00 | PT8H | 2026-03-08T23:00-05:00
        Autumn's night shift has nine hours | night | 2026-10-31T22:00-05:00 | PT9H | 2026-11-01T06:00-06:00
        A day around spring's night ends an hour later on the wall | always | 2026-03-07T12:00-06:00 | PT24H | 2026-03-08T13:00-05:00
        A day around autumn's night ends an hour earlier on the wall | always | 2026-10-31T12:00-05:00 | PT24H | 2026-11-01T11:00-06:00
        A holiday on the Sunday of spring is left out whole | always, 8 March off | 2026-03-07T23:00-06:00 | PT2H | 2026-03-09T01:00-05:00
        Who opened on the eve of a holiday closes on its morning | night, 8 March off | 2026-03-07T22:00-06:00 | PT8H | 2026-03-09T23:00-05:00
        Hours that spring's wall never shows do not exist | Sunday, never seen | 2026-03-07T12:00-06:00 | PT30M | 2026-03-08T09:30-05:00
        Of the two half past ones in autumn the first one opens | Sunday, seen twice | 2026-10-31T12:00-05:00 | PT2H | 2026-11-01T02:30-06:00
        """)
    void business_hours(String sentence, String calendar, OffsetDateTime start, Duration target, OffsetDateTime due) {
        assertThat(due(HourKind.BUSINESS, calendar, start, target)).isEqualTo(due.toInstant());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        No holiday stops the hours of a payer | 2026-05-22T16:50-05:00 | PT72H | 2026-05-25T16:50-05:00
        Spring's night takes an hour from the wall | 2026-03-07T16:50-06:00 | PT24H | 2026-03-08T17:50-05:00
        Autumn's night gives it back | 2026-10-31T16:50-05:00 | PT24H | 2026-11-01T15:50-06:00
        The year ends like any day | 2026-12-31T16:50-06:00 | PT48H | 2027-01-02T16:50-06:00
        """)
    void clock_hours(String sentence, OffsetDateTime start, Duration target, OffsetDateTime due) {
        assertThat(due(HourKind.CLOCK, "office", start, target)).isEqualTo(due.toInstant());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        A pause across midnight costs the open hours it covers | BUSINESS | 2026-05-20T15:00-05:00 | PT4H | 2026-05-20T16:00-05:00 | 2026-05-21T09:00-05:00 | 2026-05-21T12:00-05:00
        A pause across a weekend costs an hour on Friday and two on Monday | BUSINESS | 2026-05-15T15:00-05:00 | PT4H | 2026-05-15T16:00-05:00 | 2026-05-18T10:00-05:00 | 2026-05-18T13:00-05:00
        A pause while nobody is there costs nothing | BUSINESS | 2026-05-20T16:00-05:00 | PT2H | 2026-05-20T20:00-05:00 | 2026-05-21T07:00-05:00 | 2026-05-21T09:00-05:00
        A pause begun in the evening costs the morning it lasts into | BUSINESS | 2026-05-20T16:00-05:00 | PT2H | 2026-05-20T20:00-05:00 | 2026-05-21T09:30-05:00 | 2026-05-21T10:30-05:00
        In clock hours the night is paused too | CLOCK | 2026-05-20T16:00-05:00 | PT24H | 2026-05-20T20:00-05:00 | 2026-05-21T07:00-05:00 | 2026-05-22T03:00-05:00
        Spring's night is paused for five hours between twelve and six | CLOCK | 2026-03-07T20:00-06:00 | PT24H | 2026-03-08T00:00-06:00 | 2026-03-08T06:00-05:00 | 2026-03-09T02:00-05:00
        """)
    void with_a_pause(
            String sentence,
            HourKind hours,
            OffsetDateTime start,
            Duration target,
            OffsetDateTime paused,
            OffsetDateTime resumed,
            OffsetDateTime due) {
        var office = Calendars.named("office");
        var clock = SlaClock.started(ClockKind.INTAKE, new SlaTarget(hours, target), office, start.toInstant())
                .pause(Party.PRESCRIBER, paused.toInstant())
                .resume(resumed.toInstant());

        assertThat(clock.dueAt(office)).contains(due.toInstant());
        assertThat(clock.netElapsed(due.toInstant(), office)).isEqualTo(target);
    }

    @Test
    void a_pharmacy_that_moves_to_another_zone_has_another_version_and_running_clocks_keep_theirs() {
        var chicago = Calendars.office(1, Calendars.CHICAGO);
        var newYork = Calendars.office(2, ZoneId.of("America/New_York"));
        var tenToFive = Instant.parse("2026-05-20T21:50:00Z");
        var before = SlaClock.started(ClockKind.INTAKE, twoHours(), chicago, tenToFive);
        var after = SlaClock.started(ClockKind.INTAKE, twoHours(), newYork, tenToFive);

        assertThat(before.dueAt(chicago)).contains(Instant.parse("2026-05-21T14:50:00Z"));
        assertThat(after.dueAt(newYork)).contains(Instant.parse("2026-05-21T14:00:00Z"));
        assertThatThrownBy(() -> before.dueAt(newYork))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The clock INTAKE was set by version 1 of the calendar, not by 2.");
    }

    private static Instant due(HourKind hours, String name, OffsetDateTime start, Duration target) {
        var calendar = Calendars.named(name);
        return SlaClock.started(ClockKind.INTAKE, new SlaTarget(hours, target), calendar, start.toInstant())
                .dueAt(calendar)
                .orElseThrow();
    }

    private static SlaTarget twoHours() {
        return new SlaTarget(HourKind.BUSINESS, Duration.ofHours(2));
    }
}
