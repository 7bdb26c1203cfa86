package dev.firstfill.claims;

import static dev.firstfill.claims.ClaimState.ABANDONED;
import static dev.firstfill.claims.ClaimState.ABANDONMENT_SUBMITTED;
import static dev.firstfill.claims.ClaimState.Move.ABANDON;
import static dev.firstfill.claims.ClaimState.Move.ABANDON_TEST;
import static dev.firstfill.claims.ClaimState.Move.KEEP;
import static dev.firstfill.claims.ClaimState.Move.PAY;
import static dev.firstfill.claims.ClaimState.Move.REJECT;
import static dev.firstfill.claims.ClaimState.Move.REVERSE;
import static dev.firstfill.claims.ClaimState.Move.WITHDRAW;
import static dev.firstfill.claims.ClaimState.PAID;
import static dev.firstfill.claims.ClaimState.REJECTED;
import static dev.firstfill.claims.ClaimState.REVERSAL_SUBMITTED;
import static dev.firstfill.claims.ClaimState.REVERSED;
import static dev.firstfill.claims.ClaimState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClaimStateTest {
    private static final Map<ClaimState, Map<ClaimState.Move, ClaimState>> LEGAL = Map.of(
            SUBMITTED,
            Map.of(PAY, PAID, REJECT, REJECTED, ABANDON, ABANDONMENT_SUBMITTED, ABANDON_TEST, ABANDONED),
            PAID,
            Map.of(WITHDRAW, REVERSAL_SUBMITTED),
            REVERSAL_SUBMITTED,
            Map.of(REVERSE, REVERSED, KEEP, PAID),
            ABANDONMENT_SUBMITTED,
            Map.of(REVERSE, ABANDONED, KEEP, SUBMITTED));

    @Test
    void these_moves_are_legal_and_no_others() {
        for (var state : ClaimState.values()) {
            var found = new EnumMap<ClaimState.Move, ClaimState>(ClaimState.Move.class);
            for (var move : ClaimState.Move.values()) {
                try {
                    found.put(move, state.after(move));
                } catch (ClaimRefusals.ClaimStateForbids refused) {
                    assertThat(refused.getMessage()).startsWith("The claim is " + state.inWords() + " and ");
                }
            }
            assertThat(found).as(state.name()).isEqualTo(LEGAL.getOrDefault(state, Map.of()));
        }
    }

    @Test
    void what_is_over_neither_awaits_an_answer_nor_stands_in_the_way_of_another_claim() {
        for (var state : ClaimState.values()) {
            var over = state == REJECTED || state == REVERSED || state == ABANDONED;

            assertThat(state.isLive()).as(state.name()).isEqualTo(!over);
            assertThat(state.isAwaited()).as(state.name()).isEqualTo(!over && state != PAID);
        }
    }
}
