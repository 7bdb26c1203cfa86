package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugReference;
import dev.firstfill.drugs.Formulary;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where recalls are opened and closed. Whom the lots reached is dispensing's to say. */
@ApplicationScoped
public class RecallDesk {
    private static final Act OPEN = Act.of("open", "recall");
    private static final Act CLOSE = Act.of("close", "recall");
    private static final Act READ = Act.unrecorded("read", "recall");
    private static final Act LIST = Act.unrecorded("list", "recall");

    private final Transactions transactions;
    private final Clock clock;

    public RecallDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Blocks the lots at all places and of all owners, at once. What is reserved of them stays reserved, so that whoever
     * is about to dispense it is stopped and told why.
     */
    public Uni<Recall> open(DrugReference drug, RecallNotice notice, Colleague by) {
        return transactions.write(OPEN, desk -> {
            var now = Now.by(clock);
            return new Formulary(desk.session())
                    .drug(drug)
                    .call(found -> new StockLevels(desk.session()).lock(Set.of(found.id()), now))
                    .chain(found -> {
                        var recalls = new Recalls(desk.session(), desk.seals());
                        var id = Ids.next();
                        var row = new RecallRow(id, found.id(), notice, recalls.sealed(id, notice.reason()), by, now);
                        return desk.session()
                                .persist(row)
                                .chain(() -> new StockLots(desk.session()).lockedOf(found.id(), notice.lotNumbers()))
                                .chain(lots -> StockBook.each(
                                        lots,
                                        lot -> block(
                                                desk, lot, Stamp.of(by, now).referring(notice.reference()))))
                                .call(desk.session()::flush)
                                .map(done -> told(desk, "recall.opened", null, recalls.opened(row)));
                    });
        });
    }

    private static Uni<Void> block(Writing desk, StockLot lot, Stamp stamp) {
        if (!lot.status().mayBecome(LotStatus.RECALLED)) {
            return Uni.createFrom().voidItem();
        }
        lot.become(LotStatus.RECALLED, stamp.at());
        desk.journal()
                .announce(new Event("stock-lot.recalled", "stock-lot", lot.id().value(), lot.version() + 1));
        return new StockBook(desk.session(), desk.seals()).write(lot, MovementKind.RECALL, lot.onHand(), stamp);
    }

    /** What still lies there stays blocked until a pharmacist decides on it. */
    public Uni<Recall> close(RecallId id, Colleague by) {
        return transactions.write(CLOSE, desk -> {
            desk.journal().about(id.toString());
            var recalls = new Recalls(desk.session(), desk.seals());
            return recalls.locked(id).chain(row -> {
                var before = recalls.opened(row);
                row.close(by, Now.by(clock));
                return desk.session().flush().map(done -> told(desk, "recall.closed", before, recalls.opened(row)));
            });
        });
    }

    private static Recall told(Writing desk, String type, @Nullable Recall before, Recall after) {
        desk.journal().changed(after.id().value(), null, before, after);
        desk.journal().announce(new Event(type, "recall", after.id().value(), after.version()));
        return after;
    }

    public Uni<Recall> read(RecallId id) {
        return transactions.read(READ, desk -> {
            var recalls = new Recalls(desk.session(), desk.seals());
            return recalls.find(id).map(recalls::opened);
        });
    }

    public Uni<Page<Recall>> list(boolean openOnly, PageRequest page) {
        return transactions.read(LIST, desk -> {
            var recalls = new Recalls(desk.session(), desk.seals());
            return recalls.page(page, openOnly).map(rows -> Page.cut(rows, page.limit(), recalls::opened));
        });
    }
}
