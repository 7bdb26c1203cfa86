package dev.firstfill.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PrescriptionStateTest {
    /** The whole machine, written a second time: state and move, and where it leads. What is missing is refused. */
    private static final Map<String, String> LEGAL = Map.ofEntries(
            Map.entry("DRAFT ACTIVATE", "ACTIVE"),
            Map.entry("DRAFT CANCEL", "CANCELLED"),
            Map.entry("ACTIVE HOLD", "ON_HOLD"),
            Map.entry("ACTIVE CANCEL", "CANCELLED"),
            Map.entry("ACTIVE TRANSFER_OUT", "TRANSFERRED_OUT"),
            Map.entry("ACTIVE COMPLETE", "COMPLETED"),
            Map.entry("ON_HOLD RELEASE", "ACTIVE"),
            Map.entry("ON_HOLD CANCEL", "CANCELLED"),
            Map.entry("ON_HOLD TRANSFER_OUT", "TRANSFERRED_OUT"),
            Map.entry("COMPLETED REOPEN", "ACTIVE"));

    static Stream<Arguments> everyMoveFromEveryState() {
        return Arrays.stream(PrescriptionState.values())
                .flatMap(state -> Arrays.stream(PrescriptionMove.values()).map(move -> Arguments.of(state, move)));
    }

    @ParameterizedTest
    @MethodSource("everyMoveFromEveryState")
    void every_move_from_every_state_leads_where_it_should_or_is_refused(
            PrescriptionState state, PrescriptionMove move) {
        var expected = LEGAL.get(state + " " + move);

        if (expected == null) {
            assertThatThrownBy(() -> state.after(move))
                    .isInstanceOfSatisfying(PrescribingRefusals.MoveNotAllowed.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo("prescription-move-not-allowed");
                        assertThat(refusal)
                                .hasMessageContaining(state.wireName())
                                .hasMessageContaining(move.participle())
                                .hasMessageContaining(state.remedy());
                    });
        } else {
            assertThat(state.after(move)).isEqualTo(PrescriptionState.valueOf(expected));
        }
    }

    @Test
    void what_could_still_be_filled_expires_and_nothing_else_does() {
        assertThat(PrescriptionState.values())
                .filteredOn(state -> state.onceOver() == PrescriptionState.EXPIRED)
                .containsExactly(PrescriptionState.ACTIVE, PrescriptionState.ON_HOLD, PrescriptionState.EXPIRED);
    }
}
