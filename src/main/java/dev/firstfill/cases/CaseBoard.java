package dev.firstfill.cases;

import dev.firstfill.clocks.Party;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where all open cases are, counted: by state, payer, party, owner, age and level of their clocks. One statement that reads
 * one index, whatever is asked.
 */
@ApplicationScoped
public class CaseBoard {
    private static final Act COUNT = Act.unrecorded("count", "case");

    private final Transactions transactions;
    private final Clock clock;

    public CaseBoard(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Cases that have these in common.
     *
     * @param owner id of a colleague; null of those that nobody owns
     * @param oldestSince when the one that has stood longest came into its state
     * @param count all of them; of these {@code underOneDay} stand in their state for less than 24 hours, and so on
     */
    public record Cell(
            CaseStatus status,
            @Nullable String payer,
            @Nullable Party waitsFor,
            @Nullable String owner,
            @Nullable String ownerName,
            int sla,
            Instant oldestSince,
            long count,
            long underOneDay,
            long underThreeDays,
            long underSevenDays) {}

    /** @param at when it was counted */
    public record Board(Instant at, List<Cell> cells) {
        public Board {
            cells = List.copyOf(cells);
        }
    }

    public Uni<Board> count(CaseFilter filter) {
        return transactions.read(COUNT, desk -> {
            var now = Now.by(clock);
            return new CaseCounts(desk.session()).cells(filter, now).map(cells -> new Board(now, cells));
        });
    }
}
