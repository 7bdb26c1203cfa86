package dev.firstfill.drugs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.identifiers.Ndc;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrugReferenceTest {

    @Test
    void an_id_names_a_drug() {
        assertThat(DrugReference.of("0199d6a4-7c1e-7b52-9a3e-3f1c2d4b5a60"))
                .isEqualTo(new DrugId(UUID.fromString("0199d6a4-7c1e-7b52-9a3e-3f1c2d4b5a60")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0002-1433-80", "00002-1433-80", "00002143380", "000002-1433-80", "0002 1433 80"})
    void an_NDC_names_a_drug_in_any_accepted_form(String ndc) {
        assertThat(DrugReference.of(ndc)).isEqualTo(new DrugReference.ByNdc(Ndc.parse("00002-1433-80")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0002143380", "adalimumab", "", "1-2-3", "0199d6a4"})
    void what_is_neither_is_nothing(String text) {
        assertThatThrownBy(() -> DrugReference.of(text)).isInstanceOf(DrugRefusals.DrugNotFound.class);
    }
}
