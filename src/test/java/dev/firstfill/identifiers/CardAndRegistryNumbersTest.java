package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.Malformed.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardAndRegistryNumbersTest {

    @ParameterizedTest
    @CsvSource({"610014, 610014", "004336, 004336", "61001400, 61001400", "610 014, 610014"})
    void a_bin_has_six_digits_or_eight(String typed, String canonical) {
        assertThat(Bin.parse(typed).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "61001", "6100140", "610014001", "61001A"})
    void refuses_any_other_bin(String typed) {
        assertThat(codeOf(() -> Bin.parse(typed))).isEqualTo("bin-form");
    }

    @ParameterizedTest
    @CsvSource({
        "ADV, ADV",
        "meddadv, MEDDADV",
        "A4, A4",
        "' 01 31 00 00 ', 01310000",
        "MC-21, MC-21",
        "1234567890, 1234567890"
    })
    void a_pcn_has_at_most_ten_characters(String typed, String canonical) {
        assertThat(Pcn.parse(typed).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678901", "-ADV", "ADV-", "AD*V", "ÄDV"})
    void refuses_any_other_pcn(String typed) {
        assertThat(codeOf(() -> Pcn.parse(typed))).isEqualTo("pcn-form");
    }

    @ParameterizedTest
    @CsvSource({"RX1234, RX1234", "rx plus 12, RX PLUS 12", "STD-01, STD-01", "123456789012345, 123456789012345"})
    void a_group_has_at_most_fifteen_characters(String typed, String canonical) {
        assertThat(RxGroup.parse(typed).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567890123456", "-RX", "RX;1"})
    void refuses_any_other_group(String typed) {
        assertThat(codeOf(() -> RxGroup.parse(typed))).isEqualTo("rx-group-form");
    }

    @ParameterizedTest
    @CsvSource({
        "W123456789,           W123456789",
        "w1234 5678-901,       W12345678901",
        "12345678901234567890, 12345678901234567890"
    })
    void a_member_id_has_at_most_twenty_letters_and_digits(String typed, String canonical) {
        assertThat(MemberId.parse(typed).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "123456789012345678901", "W123/4", "W12é"})
    void refuses_any_other_member_id(String typed) {
        assertThat(codeOf(() -> MemberId.parse(typed))).isEqualTo("member-id-form");
    }

    @ParameterizedTest
    @CsvSource({"327361, 327361", "' 2047241 ', 2047241", "1, 1", "12345678, 12345678"})
    void an_rxcui_is_a_number_of_at_most_eight_digits(String typed, String canonical) {
        assertThat(RxCui.parse(typed).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0327361", "123456789", "-1", "32736A"})
    void refuses_any_other_rxcui(String typed) {
        assertThat(codeOf(() -> RxCui.parse(typed))).isEqualTo("rx-cui-form");
    }

    @ParameterizedTest
    @CsvSource({"1234567, 1234567", "0123456, 0123456", "12-34567, 1234567"})
    void an_ncpdp_provider_id_has_seven_digits(String typed, String canonical) {
        assertThat(NcpdpProviderId.parse(typed).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456", "12345678", "12B4567"})
    void refuses_any_other_ncpdp_provider_id(String typed) {
        assertThat(codeOf(() -> NcpdpProviderId.parse(typed))).isEqualTo("ncpdp-form");
    }
}
