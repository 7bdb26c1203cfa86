package dev.firstfill.api.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SheetWriterTest {

    @Test
    void lines_end_and_cells_are_quoted_as_RFC_4180_has_it() throws IOException {
        var text = written("Pen, \"40 mg\"", "two\nlines", null, new BigDecimal("1E+2"), 7);

        assertThat(text).isEqualTo("a,b,c,d,e\r\n\"Pen, \"\"40 mg\"\"\",\"two\nlines\",,100,7\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"})
    void what_a_spreadsheet_would_take_for_a_formula_becomes_a_text(String typed) throws IOException {
        var cell = written(typed).lines().skip(1).toList();

        assertThat(String.join("\n", cell)).matches("(?s)\"?'.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Adalimumab Pen", "40 mg = one pen", "'quoted", " =1"})
    void other_texts_stay_as_they_are(String typed) throws IOException {
        assertThat(written(typed).replace("\"", "")).contains("\r\n" + typed + "\r\n");
    }

    @Test
    void numbers_of_ours_are_no_formulas() throws IOException {
        assertThat(written(-3, new BigDecimal("-0.5"))).isEqualTo("a,b\r\n-3,-0.5\r\n");
    }

    private static String written(@Nullable Object... cells) throws IOException {
        var names = List.of("a", "b", "c", "d", "e").subList(0, cells.length);
        return SheetWriter.text(new Sheet() {
            @Override
            public String title() {
                return "test";
            }

            @Override
            public Instant asOf() {
                return Instant.EPOCH;
            }

            @Override
            public boolean truncated() {
                return false;
            }

            @Override
            public List<String> columns() {
                return names;
            }

            @Override
            public List<List<@Nullable Object>> cells() {
                return List.of(Arrays.asList(cells));
            }
        });
    }
}
