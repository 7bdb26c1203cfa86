package dev.firstfill.authorisations;

import static dev.firstfill.authorisations.AuthorisationMove.AMEND;
import static dev.firstfill.authorisations.AuthorisationMove.ANSWER_INFORMATION;
import static dev.firstfill.authorisations.AuthorisationMove.ANSWER_INFORMATION_ON_APPEAL;
import static dev.firstfill.authorisations.AuthorisationMove.APPEAL;
import static dev.firstfill.authorisations.AuthorisationMove.APPROVE;
import static dev.firstfill.authorisations.AuthorisationMove.CLOSE_UNANSWERED;
import static dev.firstfill.authorisations.AuthorisationMove.DENY;
import static dev.firstfill.authorisations.AuthorisationMove.REQUEST_INFORMATION;
import static dev.firstfill.authorisations.AuthorisationMove.SUBMIT;
import static dev.firstfill.authorisations.AuthorisationMove.VOID;
import static dev.firstfill.authorisations.AuthorisationMove.WITHDRAW;
import static dev.firstfill.authorisations.AuthorisationState.APPEALED;
import static dev.firstfill.authorisations.AuthorisationState.APPROVED;
import static dev.firstfill.authorisations.AuthorisationState.CLOSED_UNANSWERED;
import static dev.firstfill.authorisations.AuthorisationState.DENIED;
import static dev.firstfill.authorisations.AuthorisationState.INFORMATION_REQUESTED;
import static dev.firstfill.authorisations.AuthorisationState.PREPARED;
import static dev.firstfill.authorisations.AuthorisationState.SUBMITTED;
import static dev.firstfill.authorisations.AuthorisationState.VOIDED;
import static dev.firstfill.authorisations.AuthorisationState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthorisationStateTest {
    private static final Map<AuthorisationState, Map<AuthorisationMove, AuthorisationState>> LEGAL = Map.of(
            PREPARED,
            Map.of(AMEND, PREPARED, SUBMIT, SUBMITTED, WITHDRAW, WITHDRAWN),
            SUBMITTED,
            Map.of(
                    REQUEST_INFORMATION,
                    INFORMATION_REQUESTED,
                    APPROVE,
                    APPROVED,
                    DENY,
                    DENIED,
                    CLOSE_UNANSWERED,
                    CLOSED_UNANSWERED,
                    WITHDRAW,
                    WITHDRAWN),
            INFORMATION_REQUESTED,
            Map.of(
                    ANSWER_INFORMATION,
                    SUBMITTED,
                    ANSWER_INFORMATION_ON_APPEAL,
                    APPEALED,
                    APPROVE,
                    APPROVED,
                    DENY,
                    DENIED,
                    CLOSE_UNANSWERED,
                    CLOSED_UNANSWERED,
                    WITHDRAW,
                    WITHDRAWN),
            APPROVED,
            Map.of(AMEND, APPROVED, VOID, VOIDED, WITHDRAW, WITHDRAWN),
            DENIED,
            Map.of(AMEND, DENIED, APPROVE, APPROVED, APPEAL, APPEALED, WITHDRAW, WITHDRAWN),
            APPEALED,
            Map.of(REQUEST_INFORMATION, INFORMATION_REQUESTED, APPROVE, APPROVED, DENY, DENIED, WITHDRAW, WITHDRAWN),
            CLOSED_UNANSWERED,
            Map.of(WITHDRAW, WITHDRAWN));

    @Test
    void these_moves_are_legal_and_no_others() {
        for (var state : AuthorisationState.values()) {
            var found = new EnumMap<AuthorisationMove, AuthorisationState>(AuthorisationMove.class);
            for (var move : AuthorisationMove.values()) {
                try {
                    found.put(move, state.after(move));
                } catch (AuthorisationRefusals.MoveNotAllowed refused) {
                    assertThat(refused)
                            .hasMessageContaining(state.wireName())
                            .hasMessageContaining(move.wireName())
                            .hasMessageContaining(state.remedy());
                }
            }
            assertThat(found).as(state.name()).isEqualTo(LEGAL.getOrDefault(state, Map.of()));
        }
    }

    @Test
    void what_is_under_way_is_decided_and_not_amended() {
        for (var state : AuthorisationState.values()) {
            for (var other : AuthorisationState.values()) {
                var may = state == other || other == WITHDRAWN || state == DENIED && other == APPROVED;
                try {
                    state.amendedTo(other);
                    assertThat(may).as("%s to %s", state, other).isTrue();
                } catch (AuthorisationRefusals.MoveNotAllowed refused) {
                    assertThat(may).as("%s to %s", state, other).isFalse();
                }
            }
        }
    }
}
