package dev.firstfill.api.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MaskingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            call +15185550142 now                       | call [phone] now
            %2B15185550142                              | [phone]
            tel:+442071838750                           | tel:[phone]
            (518) 555-0142                              | [phone]
            (518)555-0142                               | [phone]
            518-555-0142                                | [phone]
            1-518-555-0142                              | [phone]
            +1 518 555 0142                             | [phone]
            518.555.0142                                | [phone]
            5185550142                                  | [phone]
            15185550142                                 | [phone]
            phone=518-555-0142, next                    | phone=[phone], next
            marisol.vega+rx@mail.example.com            | [email]
            marisol%40example.com                       | [email]
            <zoë@exämple.org>                           | <[email]>
            born 1961-04-12                             | born [date]
            "birthDate":"1961-04-12"                    | "birthDate":"[date]"
            04/12/1961                                  | [date]
            4/12/1961.                                  | [date].
            12.04.1961                                  | [date]
            078-05-1120                                 | [ssn]
            member W123456789                           | member [member id]
            member ABC123456789012                      | member [member id]
            """)
    void what_looks_like_a_persons_is_masked(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0199c7e2-5185-7501-8222-518555014200",
                "trace=51855501425185550142518555014299",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "2026-11-22T07:37:06.110096823Z",
                "2026-11-22 07:37:06,110 INFO",
                "tenant northgate-5185550142",
                "patient P1001 of northgate",
                "patient P518555014",
                "prescriber 1234567893",
                "t_0199c7e2518575018222518555014200.patient",
                "HHH10001005: Database info",
                "Listening on: https://127.0.0.1:8443",
                "redis://127.0.0.1:16379/0",
                "dev.firstfill.api.Main@5a2e4553",
                "started in 3.542s, epoch 1763795067, millis 1763795067123",
                "Quarkus 3.34.1, Java 25.0.3"
            })
    void what_an_operator_needs_stays(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Failing row contains (7, Vega, (x), null).             | Failing row contains [hidden]
            Key (npi)=(1234567893) already exists.                 | Key (npi)=([hidden]) already exists.
            Key (name)=(Ve) already exists (ga) already exists.    | Key (name)=([hidden]) already exists.
            Key (lower(name), x)=(Vega, 1) is not present in table "p". | Key (lower(name), x)=([hidden]) is not present in table "p".
            Key (name)=(Vega                                       | Key (name)=([hidden]
            invalid input syntax for type date: "Vega "born" here" | invalid input syntax for type date: "[hidden]"
            invalid value "Vega" for "YYYY"                        | invalid value "[hidden]"
            Text 'Vega' could not be parsed                        | Text '[hidden]' could not be parsed
            For input string: "Vega"                               | For input string: "[hidden]"
            Unrecognized token 'Vega': was expecting JSON          | Unrecognized token '[hidden]': was expecting JSON
            """)
    void what_quotes_a_row_or_an_input_goes_whole(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked).doesNotContain("Vega");
    }

    @Test
    void a_detail_over_several_lines_goes_whole() {
        assertThat(Masking.of("ERROR: null value\nFailing row contains (Ve\nga,\n(518) 555-0142).\n"))
                .isEqualTo("ERROR: null value\nFailing row contains [hidden]");
    }

    @Test
    void a_text_of_a_million_letters_takes_no_more_than_reading_it() {
        // Would not end within the build if any rule went back and forth over it.
        for (var unit : new String[] {"a", "1", "1-", "a.", "(", "Key (", "Key (a)=(", "Text '", "%40", "a@"}) {
            assertThat(Masking.of(unit.repeat(1_000_000 / unit.length()))).isNotEmpty();
        }
    }
}
