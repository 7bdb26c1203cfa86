package dev.firstfill.inventory;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Decimals;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where stock is counted: blind, again by somebody else where the book says otherwise, and signed by a second one. */
@ApplicationScoped
public class CountDesk {
    private static final Act OPEN = Act.of("open", "stock-count");
    private static final Act COUNT = Act.of("count", "stock-count");
    private static final Act RECOUNT = Act.of("recount", "stock-count");
    private static final Act SIGN = Act.of("sign", "stock-count");
    private static final Act CANCEL = Act.of("cancel", "stock-count");
    private static final Act READ = Act.unrecorded("read", "stock-count");
    private static final Act LIST = Act.unrecorded("list", "stock-count");

    /** One word for all: what the counters found stands on the sheet. */
    private static final String CYCLE_COUNT = "CYCLE_COUNT";

    private final Transactions transactions;
    private final Clock clock;

    public CountDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Of all that lies in a place now. @param location its id or name */
    public Uni<StockCount> open(String location, Colleague by) {
        return transactions.write(OPEN, desk -> new StockLocations(desk.session())
                .find(location)
                .chain(found -> new StockLots(desk.session())
                        .lockedIn(found.id())
                        .map(lots -> {
                            if (lots.isEmpty()) {
                                throw new InventoryRefusals.NoStockThere();
                            }
                            var ids = lots.stream().map(lot -> lot.id().value()).toList();
                            return new StockCountRow(Ids.next(), found.id(), ids, by, Now.by(clock));
                        }))
                .call(desk.session()::persist)
                .call(desk.session()::flush)
                .map(row -> told(desk, "stock-count.opened", null, row)));
    }

    /** What somebody counted of one lot. */
    public Uni<StockCount> count(StockCountId id, StockLotId lot, BigDecimal quantity, Colleague by) {
        return changed(COUNT, id, "stock-count.counted", (desk, row) -> tally(desk, lot, quantity, by)
                .invoke(tally -> row.count(lot, tally))
                .replaceWithVoid());
    }

    /** What somebody else found of a lot that differed from the book. */
    public Uni<StockCount> recount(StockCountId id, StockLotId lot, BigDecimal quantity, Colleague by) {
        return changed(RECOUNT, id, "stock-count.recounted", (desk, row) -> tally(desk, lot, quantity, by)
                .invoke(tally -> row.recount(lot, tally))
                .replaceWithVoid());
    }

    private Uni<Tally> tally(Writing desk, StockLotId lot, BigDecimal quantity, Colleague by) {
        return new StockLots(desk.session())
                .locked(lot)
                .map(found -> new Tally(Decimals.plain(quantity), Decimals.plain(found.onHand()), by, Now.by(clock)));
    }

    /** Corrects the book by what was found missing or too many. */
    public Uni<StockCount> sign(StockCountId id, Colleague by) {
        return changed(SIGN, id, "stock-count.signed", (desk, row) -> {
            var now = Now.by(clock);
            row.sign(by, now);
            return adjust(
                    desk, row, Stamp.of(by, now).because(CYCLE_COUNT, null).referring("count " + id));
        });
    }

    private static Uni<Void> adjust(Writing desk, StockCountRow row, Stamp stamp) {
        var variances =
                row.differing().stream().collect(Collectors.toMap(CountLine::lot, line -> variance(line.tally())));
        var book = new StockBook(desk.session(), desk.seals());
        return new StockLots(desk.session())
                .locked(variances.keySet())
                .chain(lots -> StockBook.each(
                        lots,
                        lot -> book.write(
                                lot,
                                MovementKind.ADJUST,
                                variances.getOrDefault(lot.id().value(), BigDecimal.ZERO),
                                stamp)));
    }

    private static BigDecimal variance(@Nullable Tally tally) {
        return tally == null ? BigDecimal.ZERO : tally.variance();
    }

    public Uni<StockCount> cancel(StockCountId id, Colleague by) {
        return changed(CANCEL, id, "stock-count.cancelled", (desk, row) -> {
            row.cancel(by, Now.by(clock));
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<StockCount> changed(
            Act act, StockCountId id, String event, BiFunction<Writing, StockCountRow, Uni<Void>> work) {
        return transactions.write(act, desk -> {
            desk.journal().about(id.toString());
            return new StockCounts(desk.session()).locked(id).chain(row -> {
                var before = row.seen();
                return work.apply(desk, row).chain(desk.session()::flush).map(done -> told(desk, event, before, row));
            });
        });
    }

    private static StockCount told(Writing desk, String event, @Nullable StockCount before, StockCountRow row) {
        var after = row.seen();
        desk.journal().changed(after.id().value(), null, before, after);
        desk.journal().announce(new Event(event, "stock-count", after.id().value(), after.version()));
        return after;
    }

    public Uni<StockCount> read(StockCountId id) {
        return transactions.read(
                READ, desk -> new StockCounts(desk.session()).find(id).map(StockCountRow::seen));
    }

    public Uni<Page<StockCount>> list(PageRequest page) {
        return transactions.read(LIST, desk -> new StockCounts(desk.session())
                .page(page)
                .map(rows -> Page.cut(rows, page.limit(), StockCountRow::seen)));
    }
}
