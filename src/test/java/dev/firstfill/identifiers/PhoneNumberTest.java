package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.Malformed.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.json.JsonMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3125550142",
                "312-555-0142",
                "(312) 555-0142",
                "312.555.0142",
                "312/555-0142",
                "1-312-555-0142",
                "+1 312 555 0142",
                "+13125550142",
                "(+1) 312 555 0142",
                "\u202a+1 (312) 555\u20110142\u202c"
            })
    void reads_a_us_number_as_people_write_it(String written) {
        assertThat(PhoneNumber.parse(written).value()).isEqualTo("+13125550142");
    }

    @ParameterizedTest
    @CsvSource({
        "312-555-0142 x204,            204",
        "312-555-0142x204,             204",
        "312-555-0142 ext. 204,        204",
        "312-555-0142 Extension: 0204, 0204",
        "312-555-0142 #204,            204",
        "'3125550142,,204',            204",
        "+13125550142;ext=204,         204"
    })
    void keeps_the_extension_apart(String written, String extension) {
        var phone = PhoneNumber.parse(written);

        assertThat(phone.e164()).isEqualTo("+13125550142");
        assertThat(phone.extension()).contains(extension);
        assertThat(phone.value()).isEqualTo("+13125550142;ext=" + extension);
    }

    @Test
    void has_no_extension_unless_one_is_written() {
        assertThat(PhoneNumber.parse("312-555-0142").extension()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+44 20 7946 0958,   +442079460958",
        "011 44 20 79460958, +442079460958",
        "+52 55 5080 2000,   +525550802000",
        "+1 416 967 1111,    +14169671111",
        "787-721-0000,       +17877210000"
    })
    void reads_numbers_of_other_countries_and_territories(String written, String e164) {
        assertThat(PhoneNumber.parse(written).value()).isEqualTo(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"555-0142", "5550142", "+1 555 0142", "867-5309"})
    void refuses_a_number_without_area_code(String written) {
        assertThat(codeOf(() -> PhoneNumber.parse(written))).isEqualTo("phone-area-code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "911",
                "312-155-0142",
                "112-555-0142",
                "012-555-0142",
                "312555014",
                "312-555-01423",
                "+1 312 555 01423",
                "312-555-0142/0143",
                "000-000-0000",
                "123-456-7890",
                "+44 1",
                "+999 1234567"
            })
    void refuses_a_number_that_no_numbering_plan_knows(String written) {
        assertThat(codeOf(() -> PhoneNumber.parse(written))).isEqualTo("phone-unassigned");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "phone",
                "call 312-555-0142",
                "312-555-0142 after five",
                "1-800-FLOWERS",
                "312-555-0142 x",
                "312-555-0142 x12345678901",
                "312-555-0142 x204 x205",
                "3+125550142",
                "３１２５５５０１４２",
                "312-555-0142 or 312-555-0143"
            })
    void refuses_what_is_not_a_single_number(String written) {
        assertThat(codeOf(() -> PhoneNumber.parse(written))).isEqualTo("phone-form");
    }

    @Test
    void knows_the_numbers_kept_free_for_stories_and_tests() {
        assertThat(PhoneNumber.parse("312-555-0142").isFictional()).isTrue();
        assertThat(PhoneNumber.parse("312-555-0142 x204").isFictional()).isTrue();
        assertThat(PhoneNumber.parse("312-555-1212").isFictional()).isFalse();
        assertThat(PhoneNumber.parse("312-744-5000").isFictional()).isFalse();
        assertThat(new PhoneNumber("+442079550142").isFictional()).isFalse();
    }

    @Property
    void accepts_every_fictional_number_in_every_area_code(
            @ForAll @IntRange(min = 200, max = 999) int area, @ForAll @IntRange(max = 99) int last) {
        var phone = PhoneNumber.parse("(%d) 555-01%02d".formatted(area, last));

        assertThat(phone.value()).isEqualTo("+1%d55501%02d".formatted(area, last));
        assertThat(phone.isFictional()).isTrue();
    }

    @Test
    void a_number_kept_long_ago_stays_readable_though_its_plan_has_changed() {
        assertThat(new PhoneNumber("+11235550142").e164()).isEqualTo("+11235550142");
        assertThat(codeOf(() -> new PhoneNumber("3125550142"))).isEqualTo("phone-form");
    }

    @Test
    void a_stored_document_is_read_though_the_plan_has_changed_and_a_request_is_not() throws Exception {
        var stored = JsonMapper.builder().addModule(new IdentifiersAsKept()).build();
        var request = new JsonMapper();
        var json = "\"+11235550142\"";

        assertThat(stored.readValue(json, PhoneNumber.class)).isEqualTo(new PhoneNumber("+11235550142"));
        assertThat(catchThrowable(() -> request.readValue(json, PhoneNumber.class)))
                .hasCauseInstanceOf(MalformedIdentifier.class);
    }
}
