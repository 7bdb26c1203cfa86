package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.Malformed.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NdcTest {

    @ParameterizedTest
    @CsvSource({
        "0002-1433-80,   00002-1433-80",
        "50242-040-62,   50242-0040-62",
        "60575-4112-1,   60575-4112-01",
        "00002-1433-80,  00002-1433-80",
        "00002143380,    00002-1433-80",
        "000002-1433-80, 00002-1433-80",
        "050242-040-62,  50242-0040-62",
        "060575-4112-1,  60575-4112-01",
        "123456-7890-12, 123456-7890-12",
        "123456-789-12,  123456-0789-12",
        "123456-7890-1,  123456-7890-01"
    })
    void every_layout_has_one_canonical_form(String written, String canonical) {
        assertThat(Ndc.parse(written).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0002 1433 80", " 0002 - 1433 - 80 ", "0002–1433–80", "0002\u20111433\u201180"})
    void reads_it_as_people_type_and_paste_it(String typed) {
        assertThat(Ndc.parse(typed)).isEqualTo(Ndc.parse("0002-1433-80"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0002143380", "000002143380", "300021433808"})
    void refuses_ten_and_twelve_digits_without_hyphens_as_ambiguous(String written) {
        assertThat(codeOf(() -> Ndc.parse(written))).isEqualTo("ndc-ambiguous");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "0002",
                "000021433",
                "0000021433800",
                "0002-143-80",
                "0002-1433-8",
                "00002-143-8",
                "002-1433-80",
                "0000002-1433-80",
                "0002-1433-80-1",
                "0002--1433-80",
                "0002-14E3-80",
                "0002-1433-٨٠",
                "000021433-80",
                "0002                              -1433-80"
            })
    void refuses_every_other_layout(String written) {
        assertThat(codeOf(() -> Ndc.parse(written))).isEqualTo("ndc-form");
    }

    @Test
    void keeps_the_original_form_beside_the_canonical_one() {
        var ndc = Ndc.parse(" 0002-1433-80 ");

        assertThat(ndc.original()).isEqualTo("0002-1433-80");
        assertThat(ndc.value()).isEqualTo("00002-1433-80");
        assertThat(ndc.digits()).isEqualTo("00002143380");
        assertThat(ndc.twelveDigitForm()).isEqualTo("000002-1433-80");
    }

    @Test
    void a_labeler_above_99999_has_twelve_digits_in_every_form() {
        var ndc = Ndc.parse("123456-789-12");

        assertThat(ndc.digits()).isEqualTo("123456078912");
        assertThat(ndc.twelveDigitForm()).isEqualTo("123456-0789-12");
    }

    @Test
    void two_forms_of_one_package_are_equal() {
        var asPrinted = Ndc.parse("0002-1433-80");
        var asClaimed = Ndc.parse("00002143380");
        var asPrintedFrom2033 = Ndc.parse("000002-1433-80");

        assertThat(asPrinted).isEqualTo(asClaimed).isEqualTo(asPrintedFrom2033).hasSameHashCodeAs(asClaimed);
        assertThat(asPrinted).isNotEqualTo(Ndc.parse("0002-1433-61"));
    }

    @Test
    void is_restored_only_from_a_pair_that_belongs_together() {
        assertThat(new Ndc("00002-1433-80", "0002-1433-80")).isEqualTo(Ndc.parse("0002-1433-80"));
        assertThat(codeOf(() -> new Ndc("00002-1433-80", "50242-040-62"))).isEqualTo("ndc-form");
        assertThat(codeOf(() -> new Ndc("0002-1433-80", "0002-1433-80"))).isEqualTo("ndc-form");
    }

    @Property
    void different_packages_never_share_a_canonical_form(
            @ForAll @IntRange(max = 999_999) int labeler,
            @ForAll @IntRange(max = 9_999) int product,
            @ForAll @IntRange(max = 99) int pack) {
        var twelve = "%06d-%04d-%02d".formatted(labeler, product, pack);

        assertThat(Ndc.parse(twelve).twelveDigitForm()).isEqualTo(twelve);
        assertThat(Ndc.parse(Ndc.parse(twelve).value())).isEqualTo(Ndc.parse(twelve));
    }
}
