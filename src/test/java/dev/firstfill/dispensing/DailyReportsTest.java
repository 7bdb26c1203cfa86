package dev.firstfill.dispensing;

import static dev.firstfill.dispensing.Northgate.PHARMACIST;
import static dev.firstfill.dispensing.Northgate.TECHNICIAN;
import static dev.firstfill.dispensing.Northgate.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.firstfill.inventory.HoldReason;
import dev.firstfill.inventory.LotStatus;
import dev.firstfill.inventory.Ownership;
import dev.firstfill.inventory.RecallClass;
import dev.firstfill.inventory.RecallDepth;
import dev.firstfill.inventory.RecallDesk;
import dev.firstfill.inventory.RecallNotice;
import dev.firstfill.inventory.StockDesk;
import dev.firstfill.inventory.StockOnHand.Grouping;
import dev.firstfill.reports.DailyLogReport;
import dev.firstfill.reports.DailyLogReport.Logged;
import dev.firstfill.reports.ExpiringAuthorisationsReport;
import dev.firstfill.reports.ExpiringAuthorisationsReport.Expiring;
import dev.firstfill.reports.OpenRecallsReport;
import dev.firstfill.reports.OpenRecallsReport.Called;
import dev.firstfill.reports.StockOnHandReport;
import dev.firstfill.reports.StockOnHandReport.Stock;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Each test looks at its own drug among those of the pharmacy. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DailyReportsTest {
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
    void the_log_of_a_day_tells_all_that_happened_in_order() {
        var shipped = boxes.shipped(boxes.queued());

        var log = logged("2026-03-02", null);

        assertThat(log)
                .extracting(Logged::kind, line -> line.by().name())
                .containsExactly(
                        tuple(DispenseEventKind.QUEUED, "theo"),
                        tuple(DispenseEventKind.CLAIM_SUBMITTED, "wes"),
                        tuple(DispenseEventKind.COPAY_SETTLED, "theo"),
                        tuple(DispenseEventKind.PLANNED, "theo"),
                        tuple(DispenseEventKind.FILLED, "theo"),
                        tuple(DispenseEventKind.VERIFIED, "ana"),
                        tuple(DispenseEventKind.PACKED, "theo"),
                        tuple(DispenseEventKind.SHIPPED, "theo"));
        assertThat(log).allSatisfy(line -> {
            assertThat(line.dispense()).isEqualTo(shipped.number());
            assertThat(line.prescription())
                    .isEqualTo(boxes.prescription.prescription().number());
            assertThat(line.quantity()).isEqualByComparingTo("2");
            assertThat(line.lots()).extracting(DispenseLot::lotNumber).containsExactly("LOT-A");
        });
        assertThat(northgate.pharmacy.told().seen).contains(boxes.vega.id().value());
    }

    @Test
    void a_day_is_the_pharmacys_day() {
        northgate.clock.passes(Duration.ofHours(11));
        boxes.queued();
        var inNewYork = new DailyLogReport(
                northgate.pharmacy, Clock.fixed(northgate.clock.instant(), ZoneId.of("America/New_York")));

        var second = await(inNewYork.read(new DailyLogReport.Wish(LocalDate.parse("2026-03-02"), null)));
        var third = await(inNewYork.read(new DailyLogReport.Wish(LocalDate.parse("2026-03-03"), null)));

        assertThat(mine(second.rows())).hasSize(1);
        assertThat(mine(third.rows())).isEmpty();
        assertThat(logged("2026-03-03", null)).as("in Greenwich").hasSize(1);
    }

    @Test
    void the_log_goes_on_after_any_of_its_events() {
        boxes.shipped(boxes.queued());
        var all = logged("2026-03-02", null);

        var rest = logged("2026-03-02", all.get(4).event());

        assertThat(rest).isEqualTo(all.subList(5, 8));
    }

    @Test
    void what_is_on_hand_is_free_reserved_blocked_or_expired() {
        boxes.filled(boxes.queued());
        var held = northgate.received(boxes.drug, "LOT-B", "2027-06-30", "3");
        await(new StockDesk(northgate.pharmacy, northgate.clock)
                .hold(held.id(), LotStatus.QUARANTINED, HoldReason.values()[0], null, PHARMACIST));
        northgate.received(boxes.drug, "LOT-C", "2026-03-31", "4");

        northgate.clock.day("2026-04-01");

        assertThat(stock(Grouping.DRUG)).singleElement().satisfies(stock -> {
            assertThat(stock.lots()).isEqualTo(3);
            assertThat(stock.onHand()).isEqualByComparingTo("17");
            assertThat(stock.free()).isEqualByComparingTo("8");
            assertThat(stock.reserved()).isEqualByComparingTo("2");
            assertThat(stock.blocked()).isEqualByComparingTo("3");
            assertThat(stock.expired()).isEqualByComparingTo("4");
        });
    }

    @Test
    void stock_is_broken_down_by_whose_it_is() {
        northgate.received(
                boxes.drug, "LOT-H", "2027-06-30", "6", Ownership.CONSIGNED_MANUFACTURER, "Helix Therapeutics");

        assertThat(stock(Grouping.OWNERSHIP))
                .extracting(stock -> "%s %s %s".formatted(stock.ownership(), stock.owner(), stock.onHand()))
                .containsExactly("CONSIGNED_MANUFACTURER Helix Therapeutics 6", "OWNED null 10");
    }

    @Test
    void stock_is_broken_down_by_its_last_day_the_soonest_first() {
        northgate.received(boxes.drug, "LOT-S", "2026-05-31", "1");

        assertThat(stock(Grouping.EXPIRY))
                .extracting(stock -> "%s %s".formatted(stock.expiresOn(), stock.onHand()))
                .containsExactly("2026-05-31 1", "2027-06-30 10");
    }

    @Test
    void an_approval_is_told_when_it_ends_soon_and_no_other_goes_on() {
        northgate.authorised(boxes.vega, boxes.drug, "2026-01-01", "2026-04-01", "26");
        assertThat(expiring(29)).isEmpty();
        assertThat(expiring(30)).singleElement().satisfies(row -> {
            assertThat(row.patient()).isEqualTo(boxes.vega.number());
            assertThat(row.validUntil()).isEqualTo("2026-04-01");
            assertThat(row.daysLeft()).isEqualTo(30);
            assertThat(row.quantity()).isEqualByComparingTo("26");
        });
        assertThat(northgate.pharmacy.told().seen).contains(boxes.vega.id().value());

        northgate.authorised(boxes.vega, boxes.drug, "2026-04-03", "2026-12-31", "26");
        assertThat(expiring(30)).as("with a day between them").hasSize(1);

        northgate.authorised(boxes.vega, boxes.drug, "2026-04-02", "2026-12-31", "26");
        assertThat(expiring(30)).isEmpty();
    }

    @Test
    void an_approval_that_was_withdrawn_does_not_end() {
        northgate.authorised(boxes.vega, boxes.drug, "2026-01-01", "2026-03-10", "26");
        northgate.sql("update pharmacy.prior_authorisation set state = 'WITHDRAWN' where drug_id = '%s'"
                .formatted(boxes.drug.id()));

        assertThat(expiring(30)).isEmpty();
    }

    @Test
    void an_open_recall_tells_what_lies_there_and_how_many_dispenses_it_reached() {
        boxes.shipped(boxes.queued());
        var other = northgate.prescription(boxes.vega, northgate.drAnand(), boxes.drug, 0);
        var waiting = await(northgate.queue.queue(
                other.prescription().id(), new FillWish(DispensePart.FULL, null, null, null, null, null), TECHNICIAN));
        boxes.filled(waiting);
        var desk = new RecallDesk(northgate.pharmacy, northgate.clock);
        var notice = new RecallNotice(
                List.of("LOT-A", "LOT-Z"), RecallClass.II, RecallDepth.values()[0], "FDA-7", "broken seals");
        var recall = await(desk.open(boxes.drug.id(), notice, PHARMACIST));

        assertThat(recalled()).singleElement().satisfies(row -> {
            assertThat(row.reference()).isEqualTo("FDA-7");
            assertThat(row.recallClass()).isEqualTo(RecallClass.II);
            assertThat(row.lots()).containsExactly("LOT-A", "LOT-Z");
            assertThat(row.held()).isEqualByComparingTo("8");
            assertThat(row.dispensesSent()).isEqualTo(1);
            assertThat(row.dispensesInHouse()).isEqualTo(1);
        });

        await(desk.close(recall.id(), PHARMACIST));
        assertThat(recalled()).isEmpty();
    }

    private List<Logged> logged(String day, @Nullable UUID after) {
        var wish = new DailyLogReport.Wish(LocalDate.parse(day), after);
        return mine(await(new DailyLogReport(northgate.pharmacy, northgate.clock).read(wish))
                .rows());
    }

    private List<Logged> mine(List<Logged> rows) {
        return rows.stream()
                .filter(row -> row.ndc().equals(boxes.drug.details().ndc()))
                .toList();
    }

    private List<Stock> stock(Grouping grouping) {
        return await(new StockOnHandReport(northgate.pharmacy, northgate.clock).read(grouping)).rows().stream()
                .filter(row -> row.ndc().equals(boxes.drug.details().ndc()))
                .toList();
    }

    private List<Expiring> expiring(int days) {
        var wish = new ExpiringAuthorisationsReport.Wish(days);
        return await(new ExpiringAuthorisationsReport(northgate.pharmacy, northgate.clock).read(wish)).rows().stream()
                .filter(row -> row.ndc().equals(boxes.drug.details().ndc()))
                .toList();
    }

    private List<Called> recalled() {
        return await(new OpenRecallsReport(northgate.pharmacy, northgate.clock).read()).rows().stream()
                .filter(row -> row.ndc().equals(boxes.drug.details().ndc()))
                .toList();
    }
}
