package dev.firstfill.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.firstfill.api.problem.Problem.FieldError;
import dev.firstfill.api.problem.ProblemException;
import dev.firstfill.api.problem.ProblemType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonBodiesTest {
    private final JsonBodies bodies = new JsonBodies();

    record Parcel(
            @Nullable String label,
            @Nullable LocalDate packedOn,
            @Nullable UUID drug,
            @Nullable Instant sentAt,
            @Nullable BigDecimal weight,
            boolean cold,
            List<String> notes,
            Map<String, Object> more) {}

    record Box(@Nullable Parcel parcel) {}

    @Test
    void what_the_contract_names_is_read() {
        var parcel = read("""
                {"label": "Two lines\\n\\tof text", "packedOn": "2026-02-28", "weight": 1.25e1, "cold": true,
                 "drug": "01890000-0000-7000-8000-000000000000", "sentAt": "2026-02-28T10:00:00Z", "notes": ["ü", "😀"]}
                """);

        assertThat(parcel.label()).isEqualTo("Two lines\n\tof text");
        assertThat(parcel.packedOn()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(parcel.weight()).isEqualByComparingTo("12.5");
        assertThat(parcel.notes()).containsExactly("ü", "😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "[2026, 2, 28]",
                "[]",
                "\"2026-02-29\"",
                "\"2026-2-28\"",
                "\"+12026-02-28\"",
                "\"\"",
                "\"2026-02-28T00:00:00Z\"",
                "true",
                "{}"
            })
    void a_date_is_a_text_in_one_form(String written) {
        assertThat(places("{\"packedOn\": %s}".formatted(written))).containsExactly("/packedOn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"1-1-1-1-1\"", "\"AZAAAAAAcACAAAAAAAAAAA==\"", "\"\"", "[]"})
    void an_id_is_a_text_in_one_form(String written) {
        assertThat(places("{\"drug\": %s}".formatted(written))).containsExactly("/drug");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\u001bb", "a\\u007fb", "a\\ud800b", "a\\udc00", "\\udc00\\ud800"})
    void what_nobody_types_is_no_text(String text) {
        assertThat(places("{\"label\": \"%s\"}".formatted(text))).containsExactly("/label");
        assertThat(places("{\"notes\": [\"fine\", \"%s\"]}".formatted(text))).containsExactly("/notes/1");
        assertThat(places("{\"more\": {\"%s\": 1}}".formatted(text))).containsExactly("/more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e10", "1E-10", "1e99999999999", "-1.5e+2147483647"})
    void a_number_beyond_all_measure_is_not_read(String number) {
        assertThat(refused("{\"weight\": %s}".formatted(number).getBytes(StandardCharsets.UTF_8))
                        .type())
                .isEqualTo(ProblemType.MALFORMED_JSON);
    }

    @Test
    void all_mistakes_are_named_at_once() {
        assertThat(places("""
                {"label": 7, "packedOn": "soon", "drug": "?", "notes": [1, "fine", {}], "unexpected": {"a": 1}}
                """))
                .containsExactlyInAnyOrder("/label", "/packedOn", "/drug", "/notes/0", "/notes/2", "/unexpected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"unexpected\": {\"a\": 1}, \"parcel\": {}}", "{\"parcel\": {}, \"unexpected\": 1}"})
    void an_unknown_property_is_named_wherever_it_stands(String box) {
        var refused = catchThrowableOfType(
                ProblemException.class, () -> bodies.read(box.getBytes(StandardCharsets.UTF_8), Box.class));

        assertThat(refused.errors()).extracting(FieldError::pointer).containsExactly("/unexpected");
    }

    @Test
    void an_unknown_property_deep_inside_is_named_with_its_place() {
        var refused = catchThrowableOfType(
                ProblemException.class,
                () -> bodies.read("{\"parcel\": {\"a/b\": 1}}".getBytes(StandardCharsets.UTF_8), Box.class));

        assertThat(refused.errors()).extracting(FieldError::pointer).containsExactly("/parcel/a~1b");
    }

    @Test
    void a_mistake_that_ends_the_reading_is_named_with_those_before_it() {
        assertThat(places("{\"label\": 7, \"cold\": \"yes\"}")).containsExactlyInAnyOrder("/label", "/cold");
    }

    @Test
    void only_utf_8_is_read() {
        var body = "{\"label\": \"ü\"}";

        for (var charset : List.of(
                StandardCharsets.ISO_8859_1,
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                java.nio.charset.Charset.forName("UTF-32BE"))) {
            assertThat(refused(body.getBytes(charset)).type()).isEqualTo(ProblemType.MALFORMED_JSON);
        }
    }

    private Parcel read(String body) {
        return bodies.read(body.getBytes(StandardCharsets.UTF_8), Parcel.class);
    }

    private ProblemException refused(byte[] body) {
        return catchThrowableOfType(ProblemException.class, () -> bodies.read(body, Parcel.class));
    }

    private List<String> places(String body) {
        return refused(body.getBytes(StandardCharsets.UTF_8)).errors().stream()
                .map(error -> error.pointer())
                .toList();
    }
}
