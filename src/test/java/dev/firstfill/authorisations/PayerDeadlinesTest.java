package dev.firstfill.authorisations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.benefits.PayerKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PayerDeadlinesTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private final PayerDeadlines deadlines = PayerDeadlines.published();

    /** Computed by hand. Chicago's clocks go forward on 8 March 2026: fifteen days keep the time of day, hours do not. */
    @ParameterizedTest
    @CsvSource({
        "MEDICARE_PART_D, STANDARD, 2026-03-02T22:50:00Z, 2026-03-05T22:50:00Z",
        "MEDICARE_PART_D, EXPEDITED, 2026-03-02T22:50:00Z, 2026-03-03T22:50:00Z",
        "DUAL_ELIGIBLE, STANDARD, 2026-03-02T22:50:00Z, 2026-03-05T22:50:00Z",
        "MEDICARE_ADVANTAGE, STANDARD, 2026-03-02T22:50:00Z, 2026-03-05T22:50:00Z",
        "MEDICARE_ADVANTAGE, STANDARD, 2019-12-31T18:00:00Z, ",
        "MEDICAID, STANDARD, 2026-03-07T20:00:00Z, 2026-03-08T20:00:00Z",
        "MEDICAID, EXPEDITED, 2026-03-07T20:00:00Z, 2026-03-08T20:00:00Z",
        "COMMERCIAL, STANDARD, 2026-03-02T22:50:00Z, 2026-03-17T21:50:00Z",
        "COMMERCIAL, EXPEDITED, 2026-03-07T20:00:00Z, 2026-03-10T20:00:00Z",
        "TRICARE, STANDARD, 2026-03-02T22:50:00Z, ",
        "UNINSURED, STANDARD, 2026-03-02T22:50:00Z, "
    })
    void a_payer_has_so_long_to_decide(PayerKind payer, Urgency urgency, Instant asked, @Nullable Instant due) {
        assertThat(deadlines.decision(payer, urgency, asked, CHICAGO).orElse(null))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "MEDICARE_PART_D, , 2026-03-02, 2026-05-01",
        "MEDICARE_PART_D, INTERNAL, 2026-03-02, 2026-05-01",
        "MEDICARE_PART_D, RECONSIDERATION, 2026-03-02, 2026-05-01",
        "MEDICARE_PART_D, EXTERNAL, 2026-03-02, ",
        "MEDICARE_PART_B, , 2026-03-02, 2026-06-30",
        "COMMERCIAL, , 2026-03-02, 2026-08-29",
        "COMMERCIAL, INTERNAL, 2026-10-31, 2027-02-28",
        "COMMERCIAL, EXTERNAL, 2026-03-02, ",
        "MEDICAID, , 2026-03-02, 2026-05-01",
        "MEDICAID, INTERNAL, 2026-03-02, 2026-05-31",
        "VA, , 2026-03-02, "
    })
    void a_denial_may_be_appealed_until(
            PayerKind payer, @Nullable AppealLevel last, LocalDate noticed, @Nullable LocalDate until) {
        assertThat(deadlines.filing(payer, last, noticed).orElse(null)).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource({
        "MEDICARE_PART_D, INTERNAL, STANDARD, 2026-03-02T22:50:00Z, 2026-03-09T21:50:00Z",
        "MEDICARE_PART_D, INTERNAL, EXPEDITED, 2026-03-02T22:50:00Z, 2026-03-05T22:50:00Z",
        "MEDICARE_PART_D, EXTERNAL, STANDARD, 2026-03-10T15:00:00Z, 2026-06-08T15:00:00Z",
        "MEDICARE_PART_D, EXTERNAL, EXPEDITED, 2026-03-10T15:00:00Z, 2026-03-20T15:00:00Z",
        "COMMERCIAL, INTERNAL, STANDARD, 2026-03-10T15:00:00Z, 2026-04-09T15:00:00Z",
        "COMMERCIAL, INTERNAL, EXPEDITED, 2026-03-10T15:00:00Z, 2026-03-13T15:00:00Z",
        "COMMERCIAL, RECONSIDERATION, STANDARD, 2026-03-10T15:00:00Z, ",
        "COMMERCIAL, EXTERNAL, STANDARD, 2026-03-10T15:00:00Z, 2026-04-24T15:00:00Z"
    })
    void an_appeal_is_decided_until(
            PayerKind payer, AppealLevel level, Urgency urgency, Instant filed, @Nullable Instant due) {
        assertThat(deadlines
                        .appealDecision(payer, level, urgency, filed, CHICAGO)
                        .orElse(null))
                .isEqualTo(due);
    }
}
