package dev.firstfill.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Of Wednesday, 20 May 2026, in Chicago, where the office is open from 13:00 to 22:00 UTC. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlaClockTest {
    private static final BusinessCalendar OFFICE = Calendars.named("office");
    private static final SlaTarget FOUR_HOURS = new SlaTarget(HourKind.BUSINESS, Duration.ofHours(4));

    private final SlaClock clock = SlaClock.started(ClockKind.INTAKE, FOUR_HOURS, OFFICE, at("13:00"));

    @Test
    void net_time_is_gross_time_without_the_pauses() {
        var paused = clock.pause(Party.PRESCRIBER, at("14:00"))
                .resume(at("15:30"))
                .pause(Party.PATIENT, at("16:00"))
                .resume(at("16:30"));

        assertThat(paused.grossElapsed(at("18:00"), OFFICE)).isEqualTo(Duration.ofHours(5));
        assertThat(paused.netElapsed(at("18:00"), OFFICE)).isEqualTo(Duration.ofHours(3));
        assertThat(paused.netElapsed(at("14:45"), OFFICE)).isEqualTo(Duration.ofHours(1));
        assertThat(paused.dueAt(OFFICE)).contains(at("19:00"));
    }

    @Test
    void nothing_has_gone_before_it_started() {
        assertThat(clock.grossElapsed(at("12:00"), OFFICE)).isZero();
        assertThat(clock.netElapsed(at("12:00"), OFFICE)).isZero();
    }

    @Test
    void while_paused_it_stands_and_nobody_knows_when_it_is_due() {
        var paused = clock.pause(Party.PAYER, at("14:00"));

        assertThat(paused.isPaused()).isTrue();
        assertThat(paused.waitingFor()).contains(Party.PAYER);
        assertThat(paused.netElapsed(at("21:00"), OFFICE)).isEqualTo(Duration.ofHours(1));
        assertThat(paused.dueAt(OFFICE)).isEmpty();
        assertThat(paused.nextWarningAt(OFFICE)).isEmpty();
        assertThat(paused.warn(at("21:00"), OFFICE)).isEmpty();
    }

    @Test
    void waiting_for_another_party_ends_the_waiting_for_the_first() {
        var paused = clock.pause(Party.PAYER, at("14:00")).pause(Party.PATIENT, at("15:00"));

        assertThat(paused.pauses())
                .containsExactly(
                        new Pause(Party.PAYER, at("14:00"), at("15:00")), new Pause(Party.PATIENT, at("15:00"), null));
    }

    @Test
    void waiting_on_for_the_same_party_is_one_pause() {
        var paused = clock.pause(Party.PAYER, at("14:00")).pause(Party.PAYER, at("15:00"));

        assertThat(paused.pauses()).containsExactly(new Pause(Party.PAYER, at("14:00"), null));
    }

    @Test
    void the_pharmacys_own_delay_stops_no_clock() {
        assertThatThrownBy(() -> clock.pause(Party.PHARMACY, at("14:00")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The pharmacy's own delay stops no clock.");
    }

    @Test
    void warns_at_half_three_quarters_and_the_whole_of_its_target_each_once() {
        assertThat(clock.nextWarningAt(OFFICE)).contains(at("15:00"));
        assertThat(clock.warn(at("14:59"), OFFICE)).isEmpty();

        var half = clock.warn(at("15:00"), OFFICE).orElseThrow();
        assertThat(half.warning().percent()).isEqualTo(50);
        assertThat(half.clock().nextWarningAt(OFFICE)).contains(at("16:00"));
        assertThat(half.clock().warn(at("15:00"), OFFICE)).isEmpty();

        var most = half.clock().warn(at("16:00"), OFFICE).orElseThrow();
        assertThat(most.warning().percent()).isEqualTo(75);
        assertThat(most.clock().isBreached()).isFalse();

        var all = most.clock().warn(at("17:00"), OFFICE).orElseThrow();
        assertThat(all.warning().percent()).isEqualTo(100);
        assertThat(all.clock().isBreached()).isTrue();
        assertThat(all.clock().nextWarningAt(OFFICE)).isEmpty();
        assertThat(all.clock().dueAt(OFFICE)).contains(at("17:00"));
    }

    @Test
    void a_warning_that_was_late_is_given_in_its_order_even_when_paused_or_stopped_since() {
        var late = clock.pause(Party.PAYER, at("16:10")).stop(at("20:00"));

        var half = late.warn(at("20:30"), OFFICE).orElseThrow();
        var most = half.clock().warn(at("20:30"), OFFICE).orElseThrow();

        assertThat(late.nextWarningAt(OFFICE)).contains(at("15:00"));
        assertThat(half.warning()).isEqualTo(SlaWarning.HALF);
        assertThat(most.warning()).isEqualTo(SlaWarning.THREE_QUARTERS);
        assertThat(most.clock().nextWarningAt(OFFICE)).isEmpty();
        assertThat(most.clock().dueAt(OFFICE)).isEmpty();
    }

    @Test
    void a_breach_is_a_breach_when_the_clock_stops_at_the_very_instant() {
        var stopped = clock.stop(at("17:00"));

        assertThat(stopped.dueAt(OFFICE)).contains(at("17:00"));
    }

    @Test
    void once_stopped_it_moves_no_more() {
        var stopped = clock.stop(at("14:00"));

        assertThat(stopped.netElapsed(at("21:00"), OFFICE)).isEqualTo(Duration.ofHours(1));
        assertThat(stopped.grossElapsed(at("21:00"), OFFICE)).isEqualTo(Duration.ofHours(1));
        assertThatThrownBy(() -> stopped.pause(Party.PAYER, at("15:00"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stopped.resume(at("15:00"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stopped.stop(at("15:00"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stopping_ends_the_pause_it_stands_in() {
        var stopped = clock.pause(Party.PAYER, at("14:00")).stop(at("15:00"));

        assertThat(stopped.isPaused()).isFalse();
        assertThat(stopped.pauses()).containsExactly(new Pause(Party.PAYER, at("14:00"), at("15:00")));
    }

    @Test
    void an_instant_from_a_machine_that_is_behind_counts_as_the_latest_change() {
        var paused = clock.pause(Party.PAYER, at("14:00")).resume(at("13:59")).stop(at("13:58"));

        assertThat(paused.pauses()).containsExactly(new Pause(Party.PAYER, at("14:00"), at("14:00")));
        assertThat(paused.stoppedAt()).isEqualTo(at("14:00"));
    }

    @Test
    void is_kept_as_a_document_and_read_again() {
        var paused = clock.pause(Party.PAYER, at("16:00"));
        var kept = paused.warn(at("16:30"), OFFICE).orElseThrow().clock();

        var document = Json.bytes(kept);

        assertThat(new String(document, StandardCharsets.UTF_8)).isEqualTo("""
                {"kind":"intake","target":{"hours":"business","target":"PT4H"},"calendarVersion":1,\
                "startedAt":"2026-05-20T13:00:00Z","pauses":[{"party":"payer","from":"2026-05-20T16:00:00Z"}],\
                "warned":{"HALF":"2026-05-20T16:30:00Z"}}""");
        assertThat(Json.read(document, SlaClock.class)).isEqualTo(kept);
        assertThat(Json.read(Json.bytes(clock), SlaClock.class)).isEqualTo(clock);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-05-20T" + time + ":00Z");
    }
}
