package dev.firstfill.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.drugs.ControlledSchedule;
import dev.firstfill.kernel.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PrescriptionOrderTest {

    @Test
    void what_is_left_out_is_filled_in() {
        var terms = Orders.order(ControlledSchedule.NONE, Orders.TODAY).terms();

        assertThat(terms.daysSupply()).isEqualTo(28);
        assertThat(terms.startsOn()).isEqualTo("2026-03-02");
        assertThat(terms.expiresOn()).isEqualTo("2027-03-02");
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 2026-03-02, 2027-03-02, 99",
        "V,    2026-03-02, 2027-03-02, 99",
        "IV,   2026-03-02, 2026-09-02, 5",
        "III,  2026-08-31, 2027-02-28, 5",
        "II,   2026-03-02, 2027-03-02, 0"
    })
    void the_schedule_decides_how_long_and_how_often_it_may_be_filled(
            ControlledSchedule schedule, String writtenOn, String lastDay, int refills) {
        var today = LocalDate.parse(writtenOn);
        var written = "\"writtenOn\": \"%s\"".formatted(writtenOn);
        var most = "\"refillsAuthorised\": %d".formatted(refills);

        assertThat(Orders.order(schedule, today, written, most).terms().expiresOn())
                .isEqualTo(lastDay);

        var later = "\"expiresOn\": \"%s\"".formatted(LocalDate.parse(lastDay).plusDays(1));
        assertRefused("prescription-expires-too-late", schedule, today, written, most, later);
        var oneMore = "\"refillsAuthorised\": %d".formatted(refills + 1);
        assertRefused("too-many-refills", schedule, today, written, oneMore);
    }

    @Test
    void a_shorter_expiry_may_be_given() {
        var order = Orders.order(ControlledSchedule.NONE, Orders.TODAY, "\"expiresOn\": \"2026-06-30\"");

        assertThat(order.terms().expiresOn()).isEqualTo("2026-06-30");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            prescription-written-in-future     | "writtenOn": "2026-03-03"
            prescription-starts-before-written | "startsOn": "2026-03-01"
            prescription-expires-before-start  | "startsOn": "2026-04-01", "expiresOn": "2026-03-31"
            prescription-expires-before-start  | "startsOn": "2027-03-03"
            days-supply-missing                | "dosing": null
            days-supply-contradicts-sig        | "daysSupply": 14
            """)
    void what_cannot_be_is_refused(String code, String member) {
        assertRefused(code, ControlledSchedule.NONE, Orders.TODAY, member);
    }

    @Test
    void a_prescription_with_loading_doses_has_no_refills() {
        var loading = """
                "quantity": 3,
                "dosing": {"dose": 40, "unit": "mg", "times": 1, "every": 2, "period": "week", "asNeeded": false,
                           "contentPerUnit": 40, "maintenanceFromDay": 29,
                           "loadingDoses": [{"dose": 80, "day": 1}, {"dose": 40, "day": 15}]}
                """;

        assertRefused("loading-doses-with-refills", ControlledSchedule.NONE, Orders.TODAY, loading);

        var once = Orders.order(ControlledSchedule.NONE, Orders.TODAY, loading, "\"refillsAuthorised\": 0");
        assertThat(once.terms().daysSupply()).isEqualTo(28);
    }

    private static void assertRefused(String code, ControlledSchedule schedule, LocalDate today, String... members) {
        assertThatThrownBy(() -> Orders.order(schedule, today, members))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNPROCESSABLE);
                });
    }
}
