package dev.firstfill.identifiers;

import static dev.firstfill.identifiers.Malformed.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

    @ParameterizedTest
    @CsvSource({
        "en,         en",
        "EN-us,      en-US",
        "es_MX,      es-MX",
        "' zh-hant ', zh-Hant",
        "zh-Hant-tw, zh-Hant-TW",
        "es-419,     es-419",
        "yue,        yue",
        "iw,         he",
        "i-klingon,  tlh"
    })
    void is_written_as_bcp_47_recommends(String typed, String canonical) {
        assertThat(LanguageTag.parse(typed).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "e",
                "english",
                "Spanish",
                "en-",
                "en--US",
                "en US",
                "und",
                "x-private",
                "english (US)",
                "日本語",
                "en-a",
                "en-US-US",
                "12",
                "en-x-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd"
            })
    void refuses_what_is_ill_formed_or_names_no_language(String typed) {
        assertThat(codeOf(() -> LanguageTag.parse(typed))).isEqualTo("language-form");
    }

    @Test
    void gives_the_locale_for_texts() {
        assertThat(LanguageTag.parse("es-mx").locale()).isEqualTo(Locale.of("es", "MX"));
    }
}
