package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.Malformed.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ada@northgate.example,           ada@northgate.example",
        "' Ada.Lovelace@NorthGate.Example ', Ada.Lovelace@northgate.example",
        "ada+refill@mail.northgate.example, ada+refill@mail.northgate.example",
        "o'hara_1@n-g.example,            o'hara_1@n-g.example",
        "a@b.co,                          a@b.co",
        "ada@xn--bcher-kva.example,       ada@xn--bcher-kva.example"
    })
    void keeps_the_name_as_written_and_the_domain_in_lower_case(String typed, String canonical) {
        assertThat(EmailAddress.parse(typed).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ada",
                "ada@",
                "@northgate.example",
                "ada@northgate",
                "ada@@northgate.example",
                "ada@north@gate.example",
                "ada lovelace@northgate.example",
                "\"ada\"@northgate.example",
                "ada(home)@northgate.example",
                "ada@[10.0.0.1]",
                "ada@10.0.0.1",
                "ada@-northgate.example",
                "ada@northgate-.example",
                "ada@northgate..example",
                "ada@northgate.e",
                "ada@northgate.example.",
                ".ada@northgate.example",
                "ada.@northgate.example",
                "a..da@northgate.example",
                "äda@northgate.example",
                "ada@northgate.example\u212a",
                "Ada <ada@northgate.example>",
                "ada@northgate.example, b@northgate.example",
                "ada@northgate.example\u0000",
                "ada@north\ngate.example"
            })
    void refuses_what_is_not_one_plain_address(String typed) {
        assertThat(codeOf(() -> EmailAddress.parse(typed))).isEqualTo("email-form");
    }

    @Test
    void has_64_characters_before_the_at_sign_and_no_more() {
        assertThat(codeOf(() -> EmailAddress.parse("a".repeat(64) + "@northgate.example")))
                .isEqualTo("accepted");
        assertThat(codeOf(() -> EmailAddress.parse("a".repeat(65) + "@northgate.example")))
                .isEqualTo("email-length");
    }

    @Test
    void has_254_characters_in_all_and_no_more() {
        var longest = "aa@" + "b.".repeat(122) + "example";

        assertThat(longest).hasSize(254);
        assertThat(codeOf(() -> EmailAddress.parse(longest))).isEqualTo("accepted");
        assertThat(codeOf(() -> EmailAddress.parse("a" + longest))).isEqualTo("email-length");
    }
}
