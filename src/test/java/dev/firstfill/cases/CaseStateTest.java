package dev.firstfill.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What may be done to a case, beside a table of words that knows nothing of the code. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseStateTest {

    @Test
    void every_move_from_every_state_is_as_legal_as_the_table_says_and_leads_where_it_says() {
        var differing = new ArrayList<String>();
        for (var state : CaseStates.all()) {
            for (var move : CaseMove.values()) {
                var ours = move.from(state).map(CaseStateTest::words);
                var theirs = LegalMoves.after(words(state), move.name());
                if (!ours.equals(theirs)) {
                    differing.add("%s in %s: %s, not %s".formatted(move, words(state), ours, theirs));
                }
            }
        }

        assertThat(differing).isEmpty();
    }

    @Property(tries = 10_000)
    void a_walk_of_legal_and_illegal_moves_never_leaves_the_table(
            @ForAll @Size(min = 1, max = 60) List<CaseMove> walk) {
        CaseState state = new CaseState.NewReferralIntake();
        var words = "NEW_REFERRAL_INTAKE";

        for (var move : walk) {
            var next = move.from(state);
            var expected = LegalMoves.after(words, move.name());
            assertThat(next.map(CaseStateTest::words))
                    .as("%s in %s", move, words)
                    .isEqualTo(expected);
            state = next.orElse(state);
            words = expected.orElse(words);
        }
    }

    @Test
    void what_the_table_keeps_of_a_state_is_the_state() {
        for (var state : CaseStates.all()) {
            assertThat(CaseStates.of(state.status(), CaseStates.then(state))).isEqualTo(state);
        }
    }

    @Test
    void every_state_can_be_reached_and_every_state_but_an_end_can_be_left() {
        var reached = new ArrayList<CaseState>(List.of(new CaseState.NewReferralIntake()));
        for (int i = 0; i < reached.size(); i++) {
            var from = reached.get(i);
            CaseMoves.of(from).stream()
                    .map(move -> move.from(from))
                    .flatMap(Optional::stream)
                    .filter(to -> !reached.contains(to))
                    .forEach(reached::add);
        }

        assertThat(reached).containsExactlyInAnyOrderElementsOf(CaseStates.all());
        assertThat(CaseStates.all())
                .allSatisfy(state -> assertThat(CaseMoves.of(state).isEmpty())
                        .isEqualTo(state.status().isEnd() && !(state instanceof CaseState.Restartable)));
    }

    @Test
    void nothing_is_dispensed_in_a_state_that_clearance_does_not_lead_to() {
        var cleared = new ArrayList<CaseState>(List.of(new CaseState.NewReferralIntake()));
        for (int i = 0; i < cleared.size(); i++) {
            var from = cleared.get(i);
            CaseMoves.of(from).stream()
                    .filter(move -> move != CaseMove.CLEAR)
                    .map(move -> move.from(from))
                    .flatMap(Optional::stream)
                    .filter(to -> !cleared.contains(to))
                    .forEach(cleared::add);
        }

        assertThat(cleared)
                .noneMatch(state -> state instanceof CaseState.Fillable
                        || state instanceof CaseState.InPharmacy
                        || state instanceof CaseState.UnderWay);
    }

    private static String words(CaseState state) {
        var then = CaseStates.then(state);
        return then == null ? state.status().name() : state.status() + "/" + then;
    }
}
