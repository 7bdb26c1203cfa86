package dev.firstfill.cases;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How cases follow what happens elsewhere: in an act of their own within the same transaction. */
final class CaseFollowing {
    private static final Act LOOK = Act.unrecorded("look for", "case");
    private static final Act ADVANCE = Act.of("advance", "case");

    private final Transactions transactions;
    private final Clock clock;
    private final Colleague by;

    CaseFollowing(Transactions transactions, Clock clock, Colleague by) {
        this.transactions = transactions;
        this.clock = clock;
        this.by = by;
    }

    /**
     * Leaves a record of its own only when there is a case: most that happens has none.
     *
     * @param found opens nothing that is sealed
     * @param step what is done to each, one after the other
     */
    Uni<Void> each(Function<Writing, Uni<List<CaseRow>>> found, Function<CaseInHand, Uni<Void>> step) {
        return transactions.write(LOOK, found).chain(rows -> {
            var followed = Uni.createFrom().voidItem();
            for (var row : rows) {
                followed = followed.chain(() -> transactions.write(
                        ADVANCE, desk -> CaseInHand.of(desk, clock, by, row).chain(hand -> step.apply(hand))));
            }
            return followed;
        });
    }

    /** Makes the moves in this order, each if it is legal by then. */
    static Uni<Void> inOrder(CaseInHand hand, List<CaseMove> moves, Map<String, String> facts) {
        var moved = Uni.createFrom().voidItem();
        for (var move : moves) {
            moved = moved.chain(() -> move.from(hand.row().state())
                    .map(to -> hand.move(move, to, facts))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
        }
        return moved;
    }
}
