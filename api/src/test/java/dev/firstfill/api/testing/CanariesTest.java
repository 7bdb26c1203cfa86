package dev.firstfill.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that finds nothing proves nothing unless it finds what is there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CanariesTest {
    private final Canaries canaries = Canaries.planted();

    @Test
    void every_value_is_found_as_it_was_planted_and_says_where() {
        var text = "0123456789" + canaries.phone();

        assertThat(canaries.in(text)).containsExactly(new Canaries.Finding("phone", "UTF-8", 12));
        assertThat(canaries.in(canaries.patient()))
                .extracting(Canaries.Finding::value)
                .containsAll(canaries.values().keySet());
    }

    @Test
    void what_holds_none_of_them_is_clean_however_long() {
        var noise = new byte[4_000_000];
        new Random(1961).nextBytes(noise);

        assertThat(canaries.in(noise)).isEmpty();
        assertThat(canaries.in(HexFormat.of().formatHex(noise))).isEmpty();
        assertThat(canaries.in(Base64.getEncoder().encodeToString(noise))).isEmpty();
        assertThat(canaries.in(Canaries.planted().patient())).isEmpty();
        assertThat(canaries.in("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
    void every_value_is_found_in_each_charset_and_in_either_case(String charset) {
        canaries.values().forEach((name, value) -> {
            for (var spelling : List.of(value, lower(value), upper(value), reversed(value))) {
                assertFound(name, bytes("…before ", spelling, " after", Charset.forName(charset)));
            }
        });
    }

    @Test
    void every_value_is_found_in_base64_of_either_alphabet_at_each_offset() {
        canaries.values().forEach((name, value) -> {
            for (var before : List.of("", "a", "ab", "abc", "abcd")) {
                for (var spelling : List.of(value, lower(value), upper(value))) {
                    var clear = bytes(before, spelling, "after", StandardCharsets.UTF_8);
                    assertFound(name, Base64.getEncoder().encode(clear));
                    assertFound(name, Base64.getUrlEncoder().withoutPadding().encode(clear));
                }
            }
        });
    }

    @Test
    void every_value_is_found_in_hexadecimal_digits_of_either_case() {
        canaries.values().forEach((name, value) -> {
            var clear = bytes("a", value, "z", StandardCharsets.UTF_8);
            assertFound(name, HexFormat.of().formatHex(clear).getBytes(StandardCharsets.US_ASCII));
            assertFound(name, HexFormat.of().withUpperCase().formatHex(clear).getBytes(StandardCharsets.US_ASCII));
        });
    }

    @Test
    void every_value_is_found_percent_encoded_in_part_and_as_a_whole() {
        canaries.values().forEach((name, value) -> {
            var query = URLEncoder.encode(value, StandardCharsets.UTF_8);
            var whole = HexFormat.of().withPrefix("%").formatHex(value.getBytes(StandardCharsets.UTF_8));
            assertThat(canaries.in("GET /v1/patients?q=" + query + " HTTP/1.1")).anyMatch(of(name));
            assertThat(canaries.in("/v1/patients/" + query.replace("+", "%20"))).anyMatch(of(name));
            assertThat(canaries.in(lower(query))).anyMatch(of(name));
            assertThat(canaries.in(whole)).anyMatch(of(name));
            assertThat(canaries.in(upper(whole))).anyMatch(of(name));
        });
    }

    @Test
    void every_value_is_found_escaped_as_in_JSON() {
        canaries.values().forEach((name, value) -> {
            assertThat(canaries.in(escaped(value, "\\u%04x"))).anyMatch(of(name));
            assertThat(canaries.in(escaped(value, "\\u%04X"))).anyMatch(of(name));
        });
        assertThat(canaries.in(canaries.given().replace("é", "\\u00e9"))).anyMatch(of("given"));
        assertThat(canaries.in(canaries.family().replace("ó", "\\u00F3"))).anyMatch(of("family"));
    }

    @Test
    void names_are_found_without_their_accents_and_with_these_apart() {
        for (var name : List.of("given", "family")) {
            var apart = Normalizer.normalize(canaries.values().get(name), Normalizer.Form.NFD);

            assertThat(canaries.in(apart)).anyMatch(of(name));
            assertThat(canaries.in(apart.replaceAll("\\p{M}", ""))).anyMatch(of(name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$1$2$3", "1$1$2$3", "$1-$2-$3", "($1) $2-$3", "($1)$2-$3", "$1.$2.$3", "$1 $2 $3", "+1 $1 $2-$3"
            })
    void a_phone_number_is_found_as_people_write_it(String form) {
        var written = canaries.phone().replaceAll("\\+1(\\d{3})(\\d{3})(\\d{4})", form);

        assertThat(canaries.in(written)).anyMatch(of("phone"));
    }

    @Test
    void a_birth_date_is_found_as_people_and_programs_write_it() {
        var born = LocalDate.parse(canaries.birthDate());

        for (var form : List.of("%1$tY-%1$tm-%1$td", "%1$tm/%1$td/%1$tY", "%1$tm-%1$td-%1$tY", "%1$tY%1$tm%1$td")) {
            assertThat(canaries.in(form.formatted(born))).as(form).anyMatch(of("birthDate"));
        }
        assertThat(canaries.in("[%d,%d,%d]".formatted(born.getYear(), born.getMonthValue(), born.getDayOfMonth())))
                .anyMatch(of("birthDate"));
    }

    private void assertFound(String name, byte[] bytes) {
        assertThat(canaries.in(bytes))
                .as(new String(bytes, StandardCharsets.ISO_8859_1))
                .anyMatch(of(name));
    }

    private static Predicate<Canaries.Finding> of(String name) {
        return finding -> finding.value().equals(name);
    }

    private static byte[] bytes(String before, String value, String after, Charset charset) {
        var parts = List.of(before.getBytes(charset), value.getBytes(charset), after.getBytes(charset));
        var all =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(all::put);
        return all.array();
    }

    private static String escaped(String value, String form) {
        return value.chars().mapToObj(form::formatted).collect(Collectors.joining());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static String reversed(String text) {
        return text.chars()
                .map(letter ->
                        Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
