package dev.firstfill.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConcludeFromAComparisonTest {
    private static final double QUIET = 0.01;

    @Test
    void a_quiet_machine_and_ratios_close_together_conclude() {
        var comparison = comparison(QUIET, 70, 71, 72, 73, 74);

        assertThat(comparison.doubt()).isEmpty();
        assertThat(comparison.ratio()).isEqualTo(new Spread(0.72, 0.70, 0.74));
        assertThat(printed(comparison)).contains("0.72 (0.70–0.74)", "P1 ≥ 0.70", "kept");
    }

    @Test
    void one_pair_during_which_others_worked_is_enough_to_refuse() {
        var pairs = List.of(pair(70, QUIET), pair(70, QUIET), pair(70, QUIET), pair(70, QUIET), pair(70, 0.06));

        var comparison = new Comparison("ours", "limit", pairs, Comparison.REPEATS_MAX);

        assertThat(comparison.doubt()).contains("machine too noisy: others used 6 % of it");
        assertThat(printed(comparison)).contains("machine too noisy").doesNotContain("0.70 (", "kept", "MISSED");
    }

    @Test
    void ratios_that_lie_far_apart_are_refused_though_nobody_else_worked() {
        var comparison = comparison(QUIET, 60, 70, 80, 90, 100);

        assertThat(comparison.doubt()).contains("machine too noisy: ratios lie 50 % apart");
        assertThat(printed(comparison)).doesNotContain("0.80 (");
    }

    @Test
    void a_promise_that_was_not_kept_is_said_to_be_missed() {
        assertThat(printed(comparison(QUIET, 60, 61, 62, 63, 64))).contains("0.62 (0.60–0.64)", "MISSED");
    }

    @Test
    void processor_time_is_told_of_each_process_as_the_median_of_the_turns() {
        assertThat(comparison(QUIET, 70, 71, 72, 73, 74).oursCpu()).isEqualTo(Map.of("api", 720.0));
    }

    /** Against a limit of 100; each turn costs ten times its figure. */
    private static Comparison comparison(double others, double... figures) {
        var pairs =
                Arrays.stream(figures).mapToObj(figure -> pair(figure, others)).toList();
        return new Comparison("ours", "limit", pairs, 0);
    }

    private static Comparison.Pair pair(double figure, double others) {
        return new Comparison.Pair(
                new Sample(figure, Map.of("api", figure * 10), others, 1), new Sample(100, Map.of(), QUIET, 1));
    }

    private static String printed(Comparison comparison) {
        var out = new ByteArrayOutputStream();
        var row = new Finding.Ratio("patient read", "/s", comparison, Promise.atLeast("P1", 0.70));
        new Table(new PrintStream(out, true, StandardCharsets.UTF_8)).print("patient-read", List.of(row), false);
        return out.toString(StandardCharsets.UTF_8);
    }
}
