package dev.firstfill.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.drugs.PackageSize;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DaysSupplyTest {
    private static final PackageSize PENS = new PackageSize(new BigDecimal("2"), PackageSize.Unit.PEN);
    private static final PackageSize BOTTLE = new PackageSize(new BigDecimal("100"), PackageSize.Unit.TABLET);
    private static final PackageSize LOOSE = new PackageSize(BigDecimal.ONE, PackageSize.Unit.TABLET);
    private static final PackageSize VIAL = new PackageSize(new BigDecimal("10"), PackageSize.Unit.MILLILITRE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # dose | unit    | times | every | period | content | quantity | of     | days
              40   | mg      | 1     | 2     | week   | 40      | 2        | pens   | 28
              1    | pen     | 1     | 2     | week   |         | 2        | pens   | 28
              80   | mg      | 1     | 1     | week   | 40      | 2        | pens   | 7
              1    | tablet  | 1     | 1     | day    |         | 30       | loose  | 30
              2    | tablet  | 3     | 1     | day    |         | 90       | loose  | 15
              1    | tablet  | 1     | 36    | hour   |         | 20       | loose  | 30
              1    | tablet  | 1     | 8     | hour   |         | 100      | loose  | 33
              0.5  | tablet  | 1     | 1     | day    |         | 15       | loose  | 30
              25   | unit    | 1     | 1     | day    | 100     | 10       | vial   | 40
              1    | mL      | 1     | 12    | week   |         | 1        | vial   | 84
            """)
    void the_quantity_lasts_as_long_as_the_doses_need_it(
            String dose,
            String unit,
            int times,
            int every,
            String period,
            @Nullable String content,
            String quantity,
            String size,
            int days) {
        var dosing = dosing(dose, unit, times, every, period, content);

        assertThat(DaysSupply.agreed(null, new BigDecimal(quantity), dosing, named(size)))
                .isEqualTo(days);
    }

    @Test
    void what_is_taken_as_needed_lasts_as_long_as_the_most_that_may_be_taken() {
        var dosing = Orders.read("""
                {"dose": 1, "unit": "tablet", "times": 1, "every": 6, "period": "hour", "asNeeded": true,
                 "maximumPerDay": 3}
                """, Dosing.class);

        assertThat(DaysSupply.agreed(null, new BigDecimal("30"), dosing, LOOSE)).isEqualTo(10);
        assertThat(dosing.perDay().perDay()).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource({"3, 28", "4, 42", "2, 14", "1, 0", "7, 84"})
    void loading_doses_are_taken_before_the_regular_ones_begin(String pens, int days) {
        // 80 mg on day 1, 40 mg on day 15, then 40 mg every other week from day 29 on.
        var dosing = Orders.read("""
                {"dose": 40, "unit": "mg", "times": 1, "every": 2, "period": "week", "asNeeded": false,
                 "contentPerUnit": 40, "maintenanceFromDay": 29,
                 "loadingDoses": [{"dose": 80, "day": 1}, {"dose": 40, "day": 15}]}
                """, Dosing.class);

        assertThat(Supply.by(dosing, PackageSize.Unit.PEN).orElseThrow().daysOf(new BigDecimal(pens)))
                .isEqualTo(days);
    }

    /** One tablet every eight hours: a hundred of them are 33 days and a third. */
    @ParameterizedTest
    @CsvSource({
        // Loose tablets: nothing is left over, and a day begun counts.
        "loose, 32, false",
        "loose, 33, true",
        "loose, 34, true",
        "loose, 35, false",
        // One bottle of a hundred: the rest of it is no contradiction, yet no more than a fifth.
        "bottle, 26, false",
        "bottle, 27, true",
        "bottle, 30, true",
        "bottle, 34, true",
        "bottle, 35, false"
    })
    void a_stated_supply_holds_within_the_rest_of_a_package_and_no_further(String size, int stated, boolean holds) {
        var dosing = dosing("1", "tablet", 1, 8, "hour", null);
        var quantity = new BigDecimal("100");

        if (holds) {
            assertThat(DaysSupply.agreed(stated, quantity, dosing, named(size))).isEqualTo(stated);
        } else {
            assertThatThrownBy(() -> DaysSupply.agreed(stated, quantity, dosing, named(size)))
                    .isInstanceOf(PrescribingRefusals.DaysSupplyContradictsSig.class);
        }
    }

    @Test
    void a_contradiction_is_refused_with_the_figures_and_the_remedy() {
        var dosing = Orders.read(Orders.EVERY_OTHER_WEEK, Dosing.class);

        assertThatThrownBy(() -> DaysSupply.agreed(30, new BigDecimal("2"), dosing, PENS))
                .isInstanceOfSatisfying(
                        PrescribingRefusals.DaysSupplyContradictsSig.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("days-supply-contradicts-sig"))
                .hasMessage("By dosing, the quantity lasts 23 to 28 days; daysSupply says 30. Correct one of the three,"
                        + " or leave daysSupply out.");
    }

    @Test
    void without_figures_the_supply_is_what_is_stated_and_has_to_be() {
        assertThat(DaysSupply.agreed(30, new BigDecimal("2"), null, PENS)).isEqualTo(30);
        assertThatThrownBy(() -> DaysSupply.agreed(null, new BigDecimal("2"), null, PENS))
                .isInstanceOf(PrescribingRefusals.DaysSupplyMissing.class);
    }

    @Test
    void figures_in_another_unit_say_nothing_as_long_as_nobody_says_how_much_is_in_a_package() {
        var milligrams = dosing("40", "mg", 1, 2, "week", null);

        assertThat(DaysSupply.agreed(30, new BigDecimal("2"), milligrams, PENS)).isEqualTo(30);
        assertThatThrownBy(() -> DaysSupply.agreed(null, new BigDecimal("2"), milligrams, PENS))
                .isInstanceOf(PrescribingRefusals.DaysSupplyMissing.class);
    }

    @ParameterizedTest
    @CsvSource({"0.5", "366"})
    void a_quantity_for_less_than_a_day_or_more_than_a_year_is_refused(String tablets) {
        var daily = dosing("1", "tablet", 1, 1, "day", null);

        assertThatThrownBy(() -> DaysSupply.agreed(null, new BigDecimal(tablets), daily, LOOSE))
                .isInstanceOf(PrescribingRefusals.QuantityOutOfProportion.class);
    }

    @Test
    void however_large_the_figures_the_arithmetic_holds() {
        var rarely = dosing("0.001", "tablet", 1, 365, "week", null);

        assertThatThrownBy(() -> DaysSupply.agreed(null, new BigDecimal("999999.999"), rarely, LOOSE))
                .isInstanceOf(PrescribingRefusals.QuantityOutOfProportion.class);
        assertThatThrownBy(() -> DaysSupply.agreed(365, new BigDecimal("999999.999"), rarely, LOOSE))
                .isInstanceOf(PrescribingRefusals.DaysSupplyContradictsSig.class);
    }

    private static PackageSize named(String size) {
        return switch (size) {
            case "pens" -> PENS;
            case "loose" -> LOOSE;
            case "bottle" -> BOTTLE;
            case "vial" -> VIAL;
            default -> throw new IllegalArgumentException(size);
        };
    }

    private static Dosing dosing(
            String dose, String unit, int times, int every, String period, @Nullable String content) {
        return Orders.read("""
                {"dose": %s, "unit": "%s", "times": %d, "every": %d, "period": "%s", "asNeeded": false,
                 "contentPerUnit": %s}
                """.formatted(dose, unit, times, every, period, content), Dosing.class);
    }
}
