package dev.firstfill.dispensing;

import static dev.firstfill.dispensing.Northgate.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.authorisations.EndingAuthorisations;
import dev.firstfill.kernel.Act;
import dev.firstfill.prescribing.FillableOrders;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A pharmacy with years of dispenses: reports of a day must not walk through all of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportPlansTest {
    private static final LocalDate DAY = LocalDate.parse("2025-03-02");
    private static final int LIMIT = 100;

    private static Northgate northgate;

    @BeforeAll
    static void open() {
        northgate = new Northgate();
        var boxes = new Boxes(northgate, 9);
        northgate.authorised(boxes.vega, boxes.drug, "2026-01-01", "2026-03-10", "26");
        northgate.sql("""
                insert into pharmacy.dispense (id, version, prescription_id, patient_id, drug_id, fill_number, part, state,
                  quantity, days_supply, billed_quantity, needed_on, filled_on, shipped_at, record, created_at, updated_at)
                select gen_random_uuid(), 1, p.id, p.patient_id, p.drug_id, n % 90, 'FULL',
                  case when n < 90 then 'DELIVERED' else 'REVERSED' end, 2, 28, 2, at, at, at, '', at, at
                from pharmacy.prescription p, generate_series(0, 29999) n,
                  lateral (select date '2020-01-01' + n / 15 as at) w
                """);
        northgate.sql("""
                insert into pharmacy.dispense_event (dispense_id, id, kind, at, by_id, by_name, facts)
                select d.id, gen_random_uuid(), 'SHIPPED', d.shipped_at, 'theo-id', 'theo', '{}' from pharmacy.dispense d
                """);
        northgate.sql("""
                insert into pharmacy.dispense_lot (dispense_id, position, drug_id, lot_number, expires_on, quantity,
                  ownership)
                select d.id, 0, d.drug_id, 'LOT-' || to_char(d.shipped_at, 'YYYYMMDD'), date '2030-01-31', 2, 'OWNED'
                from pharmacy.dispense d
                """);
        northgate.sql("""
                insert into pharmacy.prior_authorisation (id, version, patient_id, drug_id, state, valid_from, valid_until,
                  record, created_at, updated_at)
                select gen_random_uuid(), 1, a.patient_id, a.drug_id, 'APPROVED', date '2010-01-01',
                  date '2010-01-02' + n, '', now(), now()
                from pharmacy.prior_authorisation a, generate_series(1, 5000) n
                """);
        northgate.sql("analyze");
    }

    @AfterAll
    static void close() {
        northgate.close();
    }

    @Test
    void the_log_of_a_day_is_read_by_its_time() {
        assertThat(scansOf("dispense_event_in_time", "dispense_event", session -> new DailyLog(session)
                        .between(
                                DAY.atStartOfDay().toInstant(ZoneOffset.UTC),
                                DAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                                null,
                                LIMIT)))
                .isEqualTo(new Scans(true, false));
    }

    @Test
    void the_last_fill_of_each_active_prescription_is_found_by_the_prescription() {
        assertThat(scansOf("dispense_fill", "dispense", session -> new FillableOrders(session)
                        .on(northgate.today())
                        .chain(active -> fills(session).next(active, northgate.today(), 7, LIMIT))))
                .isEqualTo(new Scans(true, false));
    }

    @Test
    void split_fills_are_looked_for_among_what_is_to_do() {
        assertThat(scansOf("dispense_to_do", "dispense", session -> fills(session)
                        .completions(northgate.today(), 7, LIMIT)))
                .isEqualTo(new Scans(true, false));
    }

    @Test
    void what_is_queued_is_read_in_the_order_of_need() {
        assertThat(scansOf(
                        "dispense_to_do", "dispense", session -> fills(session).open(northgate.today(), LIMIT)))
                .isEqualTo(new Scans(true, false));
    }

    @Test
    void approvals_are_read_in_the_order_of_their_end() {
        assertThat(scansOf("prior_authorisation_ending", "prior_authorisation", session -> new EndingAuthorisations(
                                session)
                        .between(northgate.today(), northgate.today().plusDays(30), LIMIT)))
                .isEqualTo(new Scans(true, false));
    }

    private static DueFills fills(Mutiny.QueryProducer session) {
        return new DueFills(session, ZoneOffset.UTC);
    }

    /** @param index whether this index was read; @param table whether the whole table was */
    private record Scans(boolean index, boolean table) {}

    /**
     * As PostgreSQL itself has counted them, told at the end of the transaction. Other connections tell of theirs when
     * they please, so a scan of the whole table is the report's own only when it comes with every reading.
     */
    private static Scans scansOf(String index, String table, Function<Mutiny.QueryProducer, Uni<?>> report) {
        var scans = scansOnce(index, table, report);
        for (int again = 0; again < 4 && scans.table(); again++) {
            scans = scansOnce(index, table, report);
        }
        return scans;
    }

    private static Scans scansOnce(String index, String table, Function<Mutiny.QueryProducer, Uni<?>> report) {
        long byIndex = count("select idx_scan from pg_stat_user_indexes where indexrelname = '" + index + "'");
        long whole = count("select seq_scan from pg_stat_user_tables where relname = '" + table + "'");
        await(northgate.pharmacy.write(
                Act.of("read", "report"), desk -> report.apply(desk.session()).chain(() -> desk.session()
                        .createNativeQuery("select cast(pg_stat_force_next_flush() as text)", String.class)
                        .getSingleResult())));
        return new Scans(
                count("select idx_scan from pg_stat_user_indexes where indexrelname = '" + index + "'") > byIndex,
                count("select seq_scan from pg_stat_user_tables where relname = '" + table + "'") > whole);
    }

    private static long count(String query) {
        return await(northgate.pharmacy.read(
                Act.of("count", "scans"),
                desk -> desk.session().createNativeQuery(query, Long.class).getSingleResult()));
    }
}
