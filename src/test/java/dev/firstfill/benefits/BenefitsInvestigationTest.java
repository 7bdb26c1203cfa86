package dev.firstfill.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.claims.RejectCode;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.Coverage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BenefitsInvestigationTest {

    @ParameterizedTest
    @CsvSource({
        "COVERED, false, , COVERED",
        "COVERED, true, 75, PRIOR_AUTHORISATION_REQUIRED",
        "COVERED, true, , PRIOR_AUTHORISATION_REQUIRED",
        "NOT_COVERED, false, 70, NOT_COVERED",
        "OTHER_PHARMACY_ONLY, false, 50, OTHER_PHARMACY",
        "PATIENT_NOT_ELIGIBLE, false, 65, NOT_ELIGIBLE",
        "COVERED, false, 79, COVERED"
    })
    void what_was_found_says_what_has_to_be_done_next(
            CoverageFound found, boolean required, @Nullable String code, BenefitOutcome outcome) {
        assertThat(found(found, required, code, "50.00").outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "COVERED, false, 75",
        "COVERED, false, 70",
        "COVERED, false, 50",
        "NOT_COVERED, false, 50",
        "COVERED, true, 65",
        "COVERED, false, 52"
    })
    void what_the_payer_said_to_the_test_claim_is_not_contradicted(CoverageFound found, boolean required, String code) {
        assertThatThrownBy(() -> found(found, required, code, "50.00"))
                .isInstanceOf(BenefitsRefusals.BenefitsContradictClaim.class);
    }

    @Test
    void amounts_are_dollars_and_cents() {
        assertThatThrownBy(() -> found(CoverageFound.COVERED, false, null, "50.005"))
                .isInstanceOf(BenefitsRefusals.BenefitsUnfit.class);
        assertThatThrownBy(() -> found(CoverageFound.COVERED, false, null, "-0.01"))
                .isInstanceOf(BenefitsRefusals.BenefitsUnfit.class);
    }

    private static BenefitsInvestigation found(
            CoverageFound found, boolean required, @Nullable String codes, String copay) {
        return new BenefitsInvestigation(
                PayerKind.COMMERCIAL,
                "Aetna",
                Coverage.Benefit.PHARMACY,
                found,
                required,
                new BigDecimal(copay),
                new BigDecimal("250.00"),
                null,
                false,
                codes == null
                        ? List.of()
                        : Arrays.stream(codes.split(" ")).map(RejectCode::new).toList(),
                null,
                Instant.parse("2026-03-02T15:00:00Z"),
                new Colleague("1", "Nora Finch"));
    }
}
