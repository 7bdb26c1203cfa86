package dev.firstfill.prescribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.identifiers.Npi;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrescriberReferenceTest {

    @Test
    void an_id_names_a_prescriber() {
        assertThat(PrescriberReference.of("0199d6a4-7c1e-7b52-9a3e-3f1c2d4b5a60"))
                .isEqualTo(new PrescriberId(UUID.fromString("0199d6a4-7c1e-7b52-9a3e-3f1c2d4b5a60")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567893", "123-456-7893", "1234 567 893"})
    void an_NPI_names_a_prescriber_in_any_written_form(String npi) {
        assertThat(PrescriberReference.of(npi)).isEqualTo(new PrescriberReference.ByNpi(new Npi("1234567893")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "12345", "dr-anand", "", "0199d6a4"})
    void what_is_neither_is_nobody(String text) {
        assertThatThrownBy(() -> PrescriberReference.of(text))
                .isInstanceOf(PrescriberRefusals.PrescriberNotFound.class);
    }
}
