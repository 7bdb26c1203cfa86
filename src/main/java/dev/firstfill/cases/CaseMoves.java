package dev.firstfill.cases;

import java.util.Arrays;
import java.util.List;

/** Which moves are legal from a state. */
final class CaseMoves {
    private CaseMoves() {}

    static List<CaseMove> of(CaseState state) {
        return Arrays.stream(CaseMove.values())
                .filter(move -> move.isLegalFrom(state))
                .toList();
    }
}
