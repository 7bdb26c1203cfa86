package dev.firstfill.dispensing;

import static dev.firstfill.dispensing.Northgate.PHARMACIST;
import static dev.firstfill.dispensing.Northgate.TECHNICIAN;
import static dev.firstfill.dispensing.Northgate.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.patients.ErasureReason;
import dev.firstfill.patients.PatientRegistry;
import dev.firstfill.prescribing.HoldReason;
import dev.firstfill.prescribing.PrescriptionMoves;
import dev.firstfill.reports.FillsDueReport;
import dev.firstfill.reports.FillsDueReport.FillDue;
import dev.firstfill.reports.FillsDueReport.Wish;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Each test looks at its own prescription among those of the pharmacy. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FillsDueReportTest {
    private static final Wish TODAY = new Wish(0, FillsDueReport.LEAD_DAYS_DEFAULT);

    private static Northgate northgate;

    private Boxes boxes;

    @BeforeAll
    static void open() {
        northgate = new Northgate();
    }

    @AfterAll
    static void close() {
        northgate.close();
    }

    @BeforeEach
    void onTheSecondOfMarch() {
        northgate.clock.day("2026-03-02");
        boxes = new Boxes(northgate, 2);
    }

    @Test
    void a_fill_is_due_a_week_before_the_supply_is_used_up() {
        boxes.shipped(boxes.queued());

        northgate.clock.day("2026-03-22");
        assertThat(due(TODAY)).isEmpty();
        assertThat(due(new Wish(1, 7))).containsExactly(next("2026-03-23", 0));

        northgate.clock.day("2026-03-23");
        assertThat(due(TODAY)).containsExactly(next("2026-03-23", 0));

        northgate.clock.day("2026-03-25");
        assertThat(due(TODAY)).containsExactly(next("2026-03-23", 2));
    }

    @Test
    void a_longer_lead_makes_it_due_sooner() {
        boxes.shipped(boxes.queued());

        northgate.clock.day("2026-03-20");

        assertThat(due(new Wish(0, 10))).containsExactly(next("2026-03-20", 0));
        assertThat(due(new Wish(0, 9))).isEmpty();
    }

    @Test
    void what_was_never_filled_is_due_from_its_first_day() {
        assertThat(due(TODAY)).containsExactly(next("2026-03-02", 0));
    }

    @Test
    void what_is_queued_is_due_when_it_is_needed_and_stands_there_once() {
        var needed = LocalDate.parse("2026-03-05");
        var queued = boxes.queued(new FillWish(DispensePart.FULL, null, null, null, null, needed));

        assertThat(due(new Wish(2, 7))).isEmpty();
        assertThat(due(new Wish(3, 7)))
                .singleElement()
                .returns(needed, FillDue::dueOn)
                .returns(queued.number(), FillDue::dispense)
                .returns(DispenseState.QUEUED, FillDue::dispenseState);
    }

    @Test
    void nothing_is_due_of_a_prescription_that_may_not_be_filled_any_more() {
        var spent = new Boxes(northgate, 0);
        spent.shipped(spent.queued());
        boxes.shipped(boxes.queued());
        await(new PrescriptionMoves(northgate.pharmacy, northgate.clock)
                .hold(boxes.prescription.prescription().id(), HoldReason.PRESCRIBER, null, PHARMACIST));

        northgate.clock.day("2026-03-25");

        assertThat(due(TODAY)).isEmpty();
        assertThat(due(TODAY, spent)).isEmpty();
    }

    @Test
    void the_rest_of_a_split_fill_is_due_before_its_first_part_is_used_up() {
        var part = boxes.shipped(boxes.queued(boxes.half(null, null)));

        northgate.clock.day("2026-03-09");
        assertThat(due(TODAY)).containsExactly(next("2026-03-09", 0));

        var stopped = new ToleranceCall(ToleranceCall.Outcome.STOPPED, northgate.today());
        await(northgate.clearances.heard(part.id(), stopped, PHARMACIST));
        assertThat(due(TODAY)).isEmpty();
    }

    @Test
    void the_rest_of_what_was_billed_whole_is_due_on_its_day_even_when_no_fill_is_left() {
        var last = new Boxes(northgate, 0);
        last.shipped(last.queued(last.half("2", LocalDate.parse("2026-03-06"))));

        northgate.clock.day("2026-03-06");

        assertThat(due(TODAY, last)).singleElement().returns(LocalDate.parse("2026-03-06"), FillDue::dueOn);
    }

    @Test
    void what_was_lost_on_its_way_is_needed_as_it_was() {
        var shipped = boxes.shipped(boxes.queued());
        await(northgate.shipping.except(shipped.id(), DeliveryException.LOST, null, TECHNICIAN));

        assertThat(due(TODAY))
                .singleElement()
                .returns(LocalDate.parse("2026-03-02"), FillDue::dueOn)
                .returns(DispenseState.EXCEPTION, FillDue::dispenseState);
    }

    @Test
    void a_box_left_on_the_day_of_the_pharmacy() {
        northgate.clock.passes(Duration.ofHours(11));
        boxes.shipped(boxes.queued());
        northgate.clock.day("2026-03-23");
        var inNewYork = Clock.fixed(northgate.clock.instant(), ZoneId.of("America/New_York"));

        var report = await(new FillsDueReport(northgate.pharmacy, inNewYork).read(TODAY));

        assertThat(of(report.rows(), boxes)).containsExactly(next("2026-03-23", 0));
        assertThat(due(TODAY)).as("in Greenwich it was the next day").isEmpty();
    }

    @Test
    void somebody_who_was_erased_is_due_nothing() {
        await(new PatientRegistry(northgate.pharmacy, northgate.clock)
                .erase(boxes.vega.id(), 1, ErasureReason.PATIENT_REQUEST));

        assertThat(due(TODAY)).isEmpty();
        assertThat(northgate.pharmacy.told().seen)
                .doesNotContain(boxes.vega.id().value());
    }

    @Test
    void the_ledger_knows_what_was_asked_and_who_stood_in_the_answer() {
        due(TODAY);

        assertThat(northgate.pharmacy.told().act).hasToString("read fills-due-report");
        assertThat(northgate.pharmacy.told().sought).containsExactly(TODAY);
        assertThat(northgate.pharmacy.told().seen).contains(boxes.vega.id().value());
    }

    private FillDue next(String on, int daysOverdue) {
        return new FillDue(
                boxes.prescription.prescription().number(),
                boxes.vega.number(),
                boxes.drug.details().ndc(),
                "Adalimumab Pen",
                LocalDate.parse(on),
                daysOverdue,
                null,
                null);
    }

    private List<FillDue> due(Wish wish) {
        return due(wish, boxes);
    }

    private static List<FillDue> due(Wish wish, Boxes boxes) {
        return of(
                await(new FillsDueReport(northgate.pharmacy, northgate.clock).read(wish))
                        .rows(),
                boxes);
    }

    private static List<FillDue> of(List<FillDue> rows, Boxes boxes) {
        return rows.stream()
                .filter(row -> row.prescription()
                        .equals(boxes.prescription.prescription().number()))
                .toList();
    }
}
