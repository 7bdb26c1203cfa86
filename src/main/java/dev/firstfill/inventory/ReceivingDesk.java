package dev.firstfill.inventory;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where deliveries are unpacked. */
@ApplicationScoped
public class ReceivingDesk {
    private static final Act RECEIVE = Act.of("receive", "stock-lot");

    private final Transactions transactions;
    private final Clock clock;

    public ReceivingDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Takes all of a delivery in, or nothing. What an open recall covers arrives recalled.
     *
     * @return the lots as they are now, each once
     */
    public Uni<List<Lot>> receive(StockReceipt receipt, Colleague by) {
        return transactions.write(RECEIVE, desk -> {
            var now = Now.by(clock);
            return new ReceiptReader(desk.session(), desk.seals(), LocalDate.now(clock))
                    .read(receipt)
                    .call(arrivals -> new StockLevels(desk.session())
                            .lock(
                                    arrivals.stream()
                                            .map(arrival -> arrival.lot().drug())
                                            .toList(),
                                    now))
                    .call(arrivals -> refuseKnownSerials(desk, arrivals))
                    .chain(arrivals -> opened(desk, arrivals, now))
                    .chain(rows -> filled(desk, rows, receipt.transactionReference(), Stamp.of(by, now)));
        });
    }

    /** Of each drug all serials at once. */
    private static Uni<Void> refuseKnownSerials(Writing desk, List<Arrival> arrivals) {
        var ofDrugs = arrivals.stream()
                .filter(arrival -> !arrival.serials().isEmpty())
                .collect(Collectors.groupingBy(
                        arrival -> arrival.lot().drug(),
                        Collectors.flatMapping(arrival -> arrival.serials().stream(), Collectors.toList())));
        var lots = new StockLots(desk.session());
        return StockBook.each(ofDrugs.entrySet(), ofDrug -> lots.knowsAnyOf(ofDrug.getKey(), ofDrug.getValue())
                .invoke(known -> {
                    if (known) {
                        throw new InventoryRefusals.SerialKnown();
                    }
                }));
    }

    private static Uni<Map<StockLotId, List<Arrival>>> opened(Writing desk, List<Arrival> arrivals, Instant now) {
        var lots = new StockLots(desk.session());
        var recalls = new Recalls(desk.session(), desk.seals());
        var rows = new LinkedHashMap<StockLotId, List<Arrival>>();
        var inOrder =
                arrivals.stream().sorted(Comparator.comparing(Arrival::key)).toList();
        return StockBook.each(inOrder, arrival -> recalls.isOpenFor(
                                arrival.lot().drug(), arrival.lot().lotNumber())
                        .chain(recalled ->
                                lots.opened(arrival.lot(), recalled ? LotStatus.RECALLED : LotStatus.AVAILABLE, now))
                        .invoke(row -> rows.computeIfAbsent(row, first -> new ArrayList<>())
                                .add(arrival)))
                .replaceWith(rows);
    }

    private static Uni<List<Lot>> filled(
            Writing desk, Map<StockLotId, List<Arrival>> rows, @Nullable String paper, Stamp stamp) {
        var lots = new StockLots(desk.session());
        var book = new StockBook(desk.session(), desk.seals());
        var ids = rows.keySet().stream().map(StockLotId::value).toList();
        return lots.locked(ids)
                .call(found -> StockBook.each(
                        found,
                        lot -> StockBook.each(
                                rows.getOrDefault(lot.id(), List.of()),
                                arrival -> filled(book, lot, arrival, paper, stamp))))
                .call(desk.session()::flush)
                .map(found -> found.stream().map(lot -> told(desk, lot)).toList());
    }

    private static Uni<Void> filled(
            StockBook book, StockLot lot, Arrival arrival, @Nullable String paper, Stamp stamp) {
        var cost = arrival.unitCost();
        lot.receive(arrival.bin(), arrival.serials(), cost == null ? null : cost.dollars(), paper);
        return book.write(lot, MovementKind.RECEIPT, arrival.quantity(), stamp.referring(paper));
    }

    private static Lot told(Writing desk, StockLot lot) {
        var seen = lot.seen(null);
        desk.journal().changed(lot.id().value(), null, null, seen);
        desk.journal()
                .announce(new Event("stock-lot.received", "stock-lot", lot.id().value(), lot.version()));
        return seen;
    }
}
