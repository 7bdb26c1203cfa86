package dev.firstfill.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DocumentedVariablesTest {
    @Test
    void every_variable_that_is_documented_is_read_by_the_program() throws IOException {
        assertThat(KnownVariables.inSources()).containsAll(Documented.read().variables());
    }

    @Test
    void a_word_in_the_text_is_no_documented_variable() throws IOException {
        assertThat(Documented.read().variables())
                .contains("FIRSTFILL_DB_HOST", "FIRSTFILL_DB_OWNER_PASSWORD", "FIRSTFILL_TIMERS_AROUND_ALL")
                .doesNotContain("FIRSTFILL_DB_HOSTS", "FIRSTFILL_KEYCLOAK_OPERATOR_SECRET");
    }
}
