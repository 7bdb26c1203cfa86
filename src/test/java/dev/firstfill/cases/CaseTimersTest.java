package dev.firstfill.cases;

import static dev.firstfill.cases.CaseOffice.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What time does to cases: warnings, the end of a hold, the end of a payer's leave, the end of a supply. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseTimersTest {
    private CaseOffice office;

    @BeforeEach
    void open() {
        office = new CaseOffice();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void a_clock_warns_at_half_and_three_quarters_of_its_target_and_is_breached_at_the_end() {
        var begun = office.complete(office.patient());

        assertThat(await(office.timers.nextDueUpTo(Instant.parse("2030-01-01T00:00:00Z"))))
                .contains(Instant.parse("2026-03-02T16:04:05Z"));
        assertThat(fired("2026-03-02T16:04:04Z")).isZero();
        assertThat(fired("2026-03-02T16:04:05Z")).isEqualTo(1);
        assertThat(fired("2026-03-02T16:34:05Z")).isEqualTo(1);
        assertThat(fired("2026-03-02T17:04:05Z")).isEqualTo(1);
        assertThat(fired("2026-03-02T17:04:05Z")).isZero();

        assertThat(office.story(begun))
                .extracting(CaseEvent::kind)
                .containsExactly(
                        CaseEvent.Kind.OPENED, CaseEvent.Kind.WARNED, CaseEvent.Kind.WARNED, CaseEvent.Kind.BREACHED);
        assertThat(office.story(begun).getLast().facts())
                .containsEntry("clock", "intake")
                .containsEntry("percent", "100");
        assertThat(office.read(begun.id()).sla()).isEqualTo(100);
    }

    @Test
    void whoever_was_away_for_long_fires_all_of_it_in_order() {
        var begun = office.complete(office.patient());

        assertThat(fired("2026-03-20T12:00:00Z")).isEqualTo(6);

        assertThat(office.story(begun))
                .filteredOn(event -> event.kind() == CaseEvent.Kind.BREACHED)
                .extracting(event -> event.facts().get("clock"))
                .containsExactly("intake", "time-to-first-fill");
    }

    @Test
    void of_eight_who_look_at_once_each_warning_is_given_by_one() {
        IntStream.range(0, 10).forEach(number -> office.complete(office.patient()));
        office.clock.passes(Duration.ofMinutes(61));

        var all = Uni.join()
                .all(IntStream.range(0, 8)
                        .mapToObj(number -> office.timers.fireDue(office.clock.instant(), 100))
                        .toList())
                .andCollectFailures();

        assertThat(await(all)).satisfies(counts -> assertThat(
                        counts.stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(10));
    }

    @Test
    void a_case_that_cannot_be_read_is_put_off_and_does_not_hold_up_the_others() {
        var broken = office.complete(office.patient());
        office.clock.passes(Duration.ofSeconds(1));
        var sound = office.complete(office.patient());
        office.sql("update pharmacy.patient_case set facts = to_jsonb(cast(facts as text)) where id = '%s'"
                .formatted(broken.id()));

        assertThatThrownBy(() -> fired("2026-03-02T16:04:06Z"))
                .hasMessageContaining("Case %s is put off by 10 minutes", broken.id());

        assertThat(office.read(sound.id()).sla()).isEqualTo(50);
        assertThat(fired("2026-03-02T16:14:05Z")).isZero();
        assertThatThrownBy(() -> fired("2026-03-02T16:14:06Z"))
                .hasMessageContaining("Case %s is put off by 10 minutes", broken.id());
        office.sql("update pharmacy.patient_case set facts = cast(facts #>> '{}' as jsonb) where id = '%s'"
                .formatted(broken.id()));
        assertThat(fired("2026-03-02T16:24:06Z")).isEqualTo(1);
        assertThat(office.read(broken.id()).sla()).isEqualTo(50);
    }

    @Test
    void the_refill_window_opens_eight_days_before_the_supply_runs_out() {
        var begun = office.complete(office.patient());
        office.sql("""
                update pharmacy.patient_case set facts = facts || '{"supply": {"dispense":
                  "00000000-0000-0000-0000-000000000001", "shippedOn": "2026-03-02", "daysSupply": 28,
                  "runsOutOn": "2026-03-30"}}', first_shipped_at = now() where id = '%s'
                """.formatted(begun.id()));
        office.stands(begun, new CaseState.AdherenceFollowUp());

        assertThat(fired("2026-03-21T23:59:59Z")).isZero();
        assertThat(fired("2026-03-22T00:00:00Z")).isEqualTo(1);

        assertThat(office.read(begun.id()).status()).isEqualTo(CaseStatus.REFILL_DUE);
        assertThat(office.openTasks(begun)).containsExactlyInAnyOrder("REFILL_CALL", "ADHERENCE_CALL");
    }

    @Test
    void somebody_is_to_renew_a_payers_leave_thirty_days_before_it_ends_and_is_told_once() {
        var begun = office.complete(office.patient());
        office.sql("""
                update pharmacy.patient_case set clocks = '{"all": []}', facts = facts || '{"authorisation": {"id":
                  "00000000-0000-0000-0000-000000000002", "validUntil": "2026-06-01"}}' where id = '%s'
                """.formatted(begun.id()));
        office.stands(begun, new CaseState.AdherenceFollowUp());

        assertThat(fired("2026-05-01T23:59:59Z")).isZero();
        assertThat(fired("2026-05-02T00:00:00Z")).isEqualTo(1);
        assertThat(fired("2026-05-30T00:00:00Z")).isZero();

        assertThat(office.openTasks(begun)).contains("RENEW_AUTHORISATION");
    }

    @Test
    void a_held_case_is_looked_at_on_the_day_until_which_it_was_held() {
        var begun = office.complete(office.patient());
        office.move(
                begun,
                new CaseTransition(
                        CaseMove.HOLD,
                        MoveReason.TRAVELLING,
                        null,
                        null,
                        null,
                        LocalDate.parse("2026-03-05"),
                        null,
                        null,
                        null,
                        null));

        assertThat(fired("2026-03-04T23:59:59Z")).isZero();
        assertThat(fired("2026-03-05T00:00:00Z")).isEqualTo(1);

        assertThat(office.openTasks(begun)).containsExactly("REVIEW_HOLD");
    }

    private int fired(String at) {
        office.clock.passes(Duration.between(office.clock.instant(), Instant.parse(at)));
        return await(office.timers.fireDue(office.clock.instant(), 100));
    }
}
