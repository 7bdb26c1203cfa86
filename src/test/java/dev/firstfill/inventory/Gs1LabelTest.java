package dev.firstfill.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.identifiers.Ndc;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class Gs1LabelTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final String GTIN = "00300740554024";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100300740554024" + "17281130" + "10HX4471A\u001d" + "21700012",
                "]d20100300740554024" + "17281130" + "10HX4471A\u001d" + "21700012",
                "\u001d0100300740554024" + "21700012\u001d" + "17281130" + "10HX4471A",
                "(01)00300740554024(17)281130(10)HX4471A(21)700012",
            })
    void a_code_is_read_as_scanned_and_as_printed(String scanned) {
        var label = Gs1Label.read(scanned, TODAY);

        assertThat(label).isEqualTo(new Gs1Label(GTIN, LocalDate.parse("2028-11-30"), "HX4471A", "700012"));
    }

    @ParameterizedTest
    @CsvSource({"280200, 2028-02-29", "281100, 2028-11-30", "760301, 2076-03-01", "770301, 1977-03-01"})
    void no_day_is_the_last_of_the_month_and_no_year_is_more_than_fifty_away(String date, LocalDate expected) {
        var label = Gs1Label.read("(01)" + GTIN + "(17)" + date, TODAY);

        assertThat(label.expiresOn()).isEqualTo(expected);
    }

    @Test
    void ten_digits_may_stand_for_three_packages() {
        var label = Gs1Label.read("(01)" + GTIN, TODAY);

        assertThat(label.ndcs())
                .containsExactly(Ndc.parse("0074-0554-02"), Ndc.parse("00740-554-02"), Ndc.parse("00740-5540-2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HX4471A",
                "(01)00300740554023",
                "(01)0030074055402",
                "(17)281130(10)HX4471A",
                "(01)00300740554024(17)281331",
                "(01)00300740554024(17)28113",
                "(01)00300740554024(17)281130(17)281130",
                "(01)00300740554024(11)281130",
                "(01)00300740554024(10)HX 4471A",
                "(01)00300740554024(10)ABCDEFGHIJKLMNOPQRSTU",
                "(01)00300740554024 and more",
                "010030074055402417",
                "01003007405540241728",
                "010030074055402410",
            })
    void garbage_is_refused(String scanned) {
        assertThatThrownBy(() -> Gs1Label.read(scanned, TODAY)).isInstanceOf(Gs1Label.Unreadable.class);
    }

    @Test
    void a_gtin_without_an_ndc_is_refused() {
        var label = Gs1Label.read("(01)04012345678901", TODAY);

        assertThatThrownBy(label::ndcs).isInstanceOf(Gs1Label.Unreadable.class);
    }
}
