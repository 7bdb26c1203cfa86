package dev.firstfill.drugs;

import static dev.firstfill.drugs.Packages.adalimumab;
import static dev.firstfill.drugs.Packages.sized;
import static dev.firstfill.drugs.Packages.underRems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.identifiers.Ndc;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.Mistakes;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrugDetailsTest {

    @Test
    void what_decides_how_a_drug_may_be_handled_has_to_be_said() {
        assertThat(Mistakes.in(Json.read("{}".getBytes(), DrugDetails.class)))
                .containsExactly(
                        "dosageForm: must not be blank",
                        "limitedDistribution: must not be null",
                        "manufacturer: must not be blank",
                        "name: must not be blank",
                        "ndc: must not be null",
                        "packageSize: must not be null",
                        "requiresRems: must not be null",
                        "schedule: must not be null",
                        "storage: must not be null",
                        "strength: must not be blank");
    }

    @Test
    void a_REMS_has_a_name_and_only_a_REMS_has() {
        var mistake = "remsConsistent: remsProgram must be given when requiresRems is true, and only then";

        assertThat(Mistakes.in(underRems(true, "Helix REMS"))).isEmpty();
        assertThat(Mistakes.in(underRems(false, null))).isEmpty();
        assertThat(Mistakes.in(underRems(true, null))).containsExactly(mistake);
        assertThat(Mistakes.in(underRems(true, " "))).containsExactly(mistake);
        assertThat(Mistakes.in(underRems(false, "Helix REMS"))).containsExactly(mistake);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "2", "2.5", "999999.999"})
    void a_package_holds_something(String quantity) {
        assertThat(Mistakes.in(sized(quantity))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "0.0001", "1000000", "1e999999999", "1e2147483647", "1e-999999999", "-1e2147483647"})
    void no_package_holds_nothing_or_more_than_can_be_counted(String quantity) {
        assertThat(Mistakes.in(sized(quantity))).isNotEmpty().allMatch(mistake -> mistake.startsWith("packageSize."));
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "60.00, 60", "6e1, 60", "100000, 100000", "2.50, 2.5", "0.0, 0"})
    void sizes_are_kept_without_idle_zeros_and_exponents(String written, String kept) {
        var quantity = sized(written).packageSize().quantity();

        assertThat(quantity).isEqualTo(new BigDecimal(kept));
        assertThat(quantity.toString()).isEqualTo(kept);
    }

    @Test
    void an_NDC_sent_back_as_answered_stays_as_entered() {
        var entered = Ndc.parse("0002-1433-80");

        var sentBack = adalimumab(Ndc.parse("00002-1433-80")).keepingNdcAsEntered(entered);

        assertThat(sentBack.ndc().original()).isEqualTo("0002-1433-80");
    }

    @Test
    void an_NDC_written_in_another_form_or_for_another_package_is_taken_as_written() {
        var entered = Ndc.parse("0002-1433-80");

        assertThat(adalimumab(Ndc.parse("00002143380"))
                        .keepingNdcAsEntered(entered)
                        .ndc()
                        .original())
                .isEqualTo("00002143380");
        assertThat(adalimumab(Ndc.parse("00002-1433-61"))
                        .keepingNdcAsEntered(entered)
                        .ndc()
                        .original())
                .isEqualTo("00002-1433-61");
    }
}
