package dev.firstfill.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PatternsAreWholeTest {
    private final PatternsAreWhole filter = new PatternsAreWhole();

    @Test
    void a_pattern_is_anchored_alternatives_included() {
        assertThat(filter.filterSchema(withPattern("[0-9]|none")).getPattern()).isEqualTo("^(?:[0-9]|none)$");
    }

    @Test
    void not_blank_means_one_visible_character_anywhere() {
        assertThat(filter.filterSchema(withPattern("\\S")).getPattern()).isEqualTo("\\S");
    }

    @Test
    void a_pattern_is_anchored_once() {
        var once = filter.filterSchema(withPattern("[0-9]"));

        assertThat(filter.filterSchema(once).getPattern()).isEqualTo("^(?:[0-9])$");
    }

    @Test
    void no_pattern_stays_none() {
        assertThat(filter.filterSchema(OASFactory.createSchema()).getPattern()).isNull();
    }

    private static Schema withPattern(String pattern) {
        return OASFactory.createSchema().pattern(pattern);
    }
}
