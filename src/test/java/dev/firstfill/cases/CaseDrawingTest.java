package dev.firstfill.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.tasks.Queue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Draws the workflow from its types into {@code docs/case-states.md}: -Dfirstfill.contract.update=true redraws it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseDrawingTest {
    private static final Path DRAWING = Path.of("../docs/case-states.md");

    @Test
    void the_committed_drawing_is_what_the_types_say() throws IOException {
        var drawn = drawn();

        if (Boolean.getBoolean("firstfill.contract.update")) {
            Files.writeString(DRAWING, drawn);
        }

        assertThat(Files.readString(DRAWING)).isEqualTo(drawn);
    }

    private static String drawn() {
        return """
                # States of a case

                Drawn from the types `CaseState` and `CaseMove`; a test keeps it true. What ends a case or interrupts it is legal in
                many states and stands in the tables, not in the drawing.

                ```mermaid
                stateDiagram-v2
                    [*] --> NEW_REFERRAL_INTAKE
                %s
                ```

                ## Interruptions and ends

                | move | from |
                |---|---|
                %s

                ## States

                | state | as people say it | waits for | queue |
                |---|---|---|---|
                %s

                ## Moves

                | move | made by |
                |---|---|
                %s
                """.formatted(arrows(), elsewhere(), states(), moves());
    }

    private static boolean isDrawn(CaseMove move, CaseState from, CaseState to) {
        return CaseStates.then(from) == null
                && CaseStates.then(to) == null
                && !(to.status().isEnd() && from instanceof CaseState.Open);
    }

    private static String arrows() {
        var arrows = new TreeMap<String, TreeSet<String>>();
        for (var state : CaseStates.all()) {
            for (var move : CaseMoves.of(state)) {
                var to = move.from(state).orElseThrow();
                if (isDrawn(move, state, to)) {
                    arrows.computeIfAbsent(
                                    "%02d".formatted(state.status().ordinal()) + state.status() + " --> " + to.status(),
                                    arrow -> new TreeSet<>())
                            .add(move.wireName());
                }
            }
        }
        return arrows.entrySet().stream()
                .map(arrow -> "    " + arrow.getKey().substring(2) + " : " + String.join(", ", arrow.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String elsewhere() {
        var rows = new TreeMap<CaseMove, TreeSet<String>>();
        for (var state : CaseStates.all()) {
            for (var move : CaseMoves.of(state)) {
                if (!isDrawn(move, state, move.from(state).orElseThrow())) {
                    rows.computeIfAbsent(move, some -> new TreeSet<>())
                            .add(state.status().wireName());
                }
            }
        }
        return rows.entrySet().stream()
                .map(row -> "| %s | %s |".formatted(row.getKey().wireName(), String.join(", ", row.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String states() {
        return Arrays.stream(CaseStatus.values())
                .map(status -> "| %s | %s | %s | %s |"
                        .formatted(
                                status.wireName(),
                                status.title(),
                                status.waitsFor().map(WireName::of).orElse(""),
                                status.queue().map(WireName::of).orElse("")))
                .collect(Collectors.joining("\n"));
    }

    private static String moves() {
        return Arrays.stream(CaseMove.values())
                .map(move -> "| %s | %s |".formatted(move.wireName(), maker(move)))
                .collect(Collectors.joining("\n"));
    }

    private static String maker(CaseMove move) {
        if (move.isByHand()) {
            return move.queues().size() == Queue.values().length
                    ? "anybody who works a queue"
                    : move.queues().stream()
                            .sorted(Comparator.naturalOrder())
                            .map(WireName::of)
                            .collect(Collectors.joining(", "));
        }
        return move.events().isEmpty()
                ? "time"
                : move.events().stream().sorted().map("`%s`"::formatted).collect(Collectors.joining(", "));
    }
}
