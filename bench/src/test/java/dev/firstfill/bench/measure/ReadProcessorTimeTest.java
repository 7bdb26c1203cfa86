package dev.firstfill.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ReadProcessorTimeTest {

    @Test
    void a_command_may_hold_blanks_and_parentheses() {
        var line = "4711 (postgres: a) (b)) S 4700 4711 4711 0 -1 4194304 1 2 3 4 120 30 7 5 20 0 1 0 100";

        var stat = ProcessStat.parse(line);

        assertThat(stat).isEqualTo(new ProcessStat(4711, "postgres: a) (b)", 4700, 150, 12));
    }

    @Test
    void whatever_the_machine_did_but_wait_is_busy() {
        var stat = """
                cpu  1000 200 30 99999 88888 4 5 6 77777 66666
                cpu0 1 1 1 1 1 1 1 1 1 1
                """;

        assertThat(Meter.busyTicks(stat)).isEqualTo(1000 + 200 + 30 + 4 + 5 + 6);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_child_that_has_ended_lives_on_in_what_its_parent_reaped() throws Exception {
        var before = ProcessStat.ofThisTree().getFirst().reapedTicks();

        new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done")
                .start()
                .waitFor();

        assertThat(ProcessStat.ofThisTree().getFirst().reapedTicks()).isGreaterThan(before);
    }
}
