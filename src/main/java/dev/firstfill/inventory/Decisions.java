package dev.firstfill.inventory;

import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Journal;
import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a pharmacist's decision does to a lot that waits. */
final class Decisions {
    private final Journal journal;
    private final StockLots lots;
    private final StockLevels levels;
    private final StockBook book;
    private final Recalls recalls;

    Decisions(Mutiny.Session session, Seals seals, Journal journal) {
        this.journal = journal;
        this.lots = new StockLots(session);
        this.levels = new StockLevels(session);
        this.book = new StockBook(session, seals);
        this.recalls = new Recalls(session, seals);
    }

    /** Together with the rows that returned units may join, all in the order of their ids. @return those asked for */
    Uni<List<StockLot>> locked(Collection<StockLotId> ids, Instant now) {
        var all = new TreeSet<UUID>();
        ids.forEach(id -> all.add(id.value()));
        return StockBook.each(ids, id -> lots.identity(id)
                        .chain(identity -> identity.returned()
                                ? levels.lock(Set.of(identity.drug()), now)
                                        .chain(() -> lots.opened(identity.returned(false), LotStatus.AVAILABLE, now))
                                        .invoke(others -> all.add(others.value()))
                                : Uni.createFrom().voidItem()))
                .chain(() -> all.isEmpty() ? Uni.createFrom().item(List.<StockLot>of()) : lots.locked(all))
                .map(found ->
                        found.stream().filter(lot -> ids.contains(lot.id())).toList());
    }

    /** @param lot as {@link #locked} gave it */
    Uni<Void> apply(StockLot lot, Disposition decision, Stamp stamp) {
        return switch (decision) {
            case RELEASE -> release(lot, stamp);
            case DESTROY -> destroy(lot, stamp);
        };
    }

    private Uni<Void> destroy(StockLot lot, Stamp stamp) {
        if (lot.reserved().signum() > 0) {
            throw new InventoryRefusals.InsufficientStock();
        }
        var quantity = lot.onHand();
        return book.write(lot, MovementKind.DISPOSITION, quantity, stamp)
                .chain(() -> book.write(lot, MovementKind.WASTE, quantity, stamp))
                .invoke(() -> announce("stock-lot.destroyed", lot));
    }

    private Uni<Void> release(StockLot lot, Stamp stamp) {
        var identity = lot.identity();
        if (lot.status() != LotStatus.QUARANTINED && lot.status() != LotStatus.RECALLED) {
            throw new InventoryRefusals.LotStatusForbids(lot.status(), LotStatus.AVAILABLE);
        }
        return recalls.isOpenFor(identity.drug(), identity.lotNumber())
                .invoke(open -> {
                    if (open) {
                        throw new InventoryRefusals.RecallOpen();
                    }
                })
                .chain(() -> book.write(lot, MovementKind.DISPOSITION, lot.onHand(), stamp))
                .chain(() -> identity.returned() ? backToTheOthers(lot, stamp) : available(lot, stamp));
    }

    private Uni<Void> available(StockLot lot, Stamp stamp) {
        lot.become(LotStatus.AVAILABLE, stamp.at());
        announce("stock-lot.released", lot);
        return Uni.createFrom().voidItem();
    }

    /** What came back joins what never left; if that waits by now, so does this. */
    private Uni<Void> backToTheOthers(StockLot lot, Stamp stamp) {
        var quantity = lot.onHand();
        return lots.opened(lot.identity().returned(false), LotStatus.AVAILABLE, stamp.at())
                .chain(others -> lots.locked(List.of(others.value())))
                .map(List::getFirst)
                .chain(others -> book.write(
                                lot,
                                MovementKind.TRANSFER_OUT,
                                quantity,
                                stamp.otherLot(others.id().value()))
                        .chain(() -> book.write(
                                others,
                                MovementKind.TRANSFER_IN,
                                quantity,
                                stamp.otherLot(lot.id().value())))
                        .invoke(() -> announce("stock-lot.released", others)));
    }

    private void announce(String type, StockLot lot) {
        journal.announce(new Event(type, "stock-lot", lot.id().value(), lot.version() + 1));
    }
}
