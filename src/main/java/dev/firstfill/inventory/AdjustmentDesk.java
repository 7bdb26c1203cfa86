package dev.firstfill.inventory;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.BiFunction;

/** Where the book of a lot is corrected: one proposes, another confirms. */
@ApplicationScoped
public class AdjustmentDesk {
    private static final Act PROPOSE = Act.of("propose", "stock-adjustment");
    private static final Act CONFIRM = Act.of("confirm", "stock-adjustment");
    private static final Act WITHDRAW = Act.of("withdraw", "stock-adjustment");

    private final Transactions transactions;
    private final Clock clock;

    public AdjustmentDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Changes nothing yet; one correction of a lot waits at a time.
     *
     * @param change of what is on hand, negative for less
     * @param words kept sealed
     */
    public Uni<Lot> propose(StockLotId id, BigDecimal change, AdjustmentReason reason, String words, Colleague by) {
        if (change.signum() == 0) {
            throw new InventoryRefusals.NothingToAdjust();
        }
        return changed(PROPOSE, id, "stock-lot.adjustment-proposed", (desk, lot) -> {
            var sealed = desk.seals().seal(LotQueries.proposalPlace(id), words.getBytes(StandardCharsets.UTF_8));
            lot.propose(new AdjustmentProposal(change, reason, by, Now.by(clock)), sealed);
            return Uni.createFrom().voidItem();
        });
    }

    /** By somebody else than who proposed it. */
    public Uni<Lot> confirm(StockLotId id, Colleague by) {
        return changed(CONFIRM, id, "stock-lot.adjusted", (desk, lot) -> {
            var proposal = pending(lot);
            if (proposal.by().isSameAs(by)) {
                throw new InventoryRefusals.OwnSignature();
            }
            var words = new LotQueries(desk.session(), desk.seals()).seen(lot).adjustmentReason();
            lot.dropProposal();
            return new StockBook(desk.session(), desk.seals())
                    .write(
                            lot,
                            MovementKind.ADJUST,
                            proposal.change(),
                            Stamp.of(by, Now.by(clock))
                                    .because(proposal.reasonCode().name(), words)
                                    .referring("proposed by " + proposal.by().id()));
        });
    }

    public Uni<Lot> withdraw(StockLotId id, Colleague by) {
        return changed(WITHDRAW, id, "stock-lot.adjustment-withdrawn", (desk, lot) -> {
            pending(lot);
            lot.dropProposal();
            return Uni.createFrom().voidItem();
        });
    }

    private static AdjustmentProposal pending(StockLot lot) {
        var proposal = lot.proposal();
        if (proposal == null) {
            throw new InventoryRefusals.NoAdjustmentPending();
        }
        return proposal;
    }

    private Uni<Lot> changed(Act act, StockLotId id, String event, BiFunction<Writing, StockLot, Uni<Void>> work) {
        return transactions.write(act, desk -> {
            desk.journal().about(id.toString());
            var shown = new LotQueries(desk.session(), desk.seals());
            return new StockLots(desk.session()).locked(id).chain(lot -> {
                var before = shown.seen(lot);
                return work.apply(desk, lot).chain(desk.session()::flush).map(done -> {
                    var after = shown.seen(lot);
                    desk.journal().changed(id.value(), null, before, after);
                    desk.journal().announce(new Event(event, "stock-lot", id.value(), lot.version()));
                    return after;
                });
            });
        });
    }
}
