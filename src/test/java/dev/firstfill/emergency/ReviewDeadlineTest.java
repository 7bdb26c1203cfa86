package dev.firstfill.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewDeadlineTest {

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        // Monday, and its first and last moments in New York.
        "2026-03-02T15:04:05Z,     America/New_York, 2026-03-04T05:00:00Z",
        "2026-03-02T05:00:00Z,     America/New_York, 2026-03-04T05:00:00Z",
        "2026-03-03T04:59:59.999Z, America/New_York, 2026-03-04T05:00:00Z",
        "2026-03-03T05:00:00Z,     America/New_York, 2026-03-05T05:00:00Z",
        // Thursday; then Friday, Saturday and Sunday, all due by Monday's end, an hour of which summer time took.
        "2026-03-05T15:00:00Z,     America/New_York, 2026-03-07T05:00:00Z",
        "2026-03-06T15:00:00Z,     America/New_York, 2026-03-10T04:00:00Z",
        "2026-03-07T15:00:00Z,     America/New_York, 2026-03-10T04:00:00Z",
        "2026-03-08T15:00:00Z,     America/New_York, 2026-03-10T04:00:00Z",
        // What is Tuesday in New York is Monday still in Honolulu.
        "2026-03-03T05:00:00Z,     Pacific/Honolulu, 2026-03-04T10:00:00Z",
    })
    void a_review_is_due_by_the_end_of_the_next_weekday_where_the_pharmacy_is(
            Instant openedAt, ZoneId zone, Instant overdueFrom) {
        assertThat(ReviewDeadline.of(openedAt, zone)).isEqualTo(overdueFrom);
    }
}
