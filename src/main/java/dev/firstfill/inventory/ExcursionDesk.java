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
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where it is reported that stock was too warm or too cold, and where a pharmacist decides on it. */
@ApplicationScoped
public class ExcursionDesk {
    private static final Act REPORT = Act.of("report", "excursion");
    private static final Act DECIDE = Act.of("decide", "excursion");
    private static final Act READ = Act.unrecorded("read", "excursion");
    private static final Act LIST = Act.unrecorded("list", "excursion");

    private final Transactions transactions;
    private final Clock clock;

    public ExcursionDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Puts all that it touched into quarantine at once. */
    public Uni<Excursion> report(ExcursionReport report, Colleague by) {
        return transactions.write(REPORT, desk -> {
            var now = Now.by(clock);
            var excursions = new Excursions(desk.session(), desk.seals());
            var id = Ids.next();
            return new StockLocations(desk.session())
                    .find(report.location())
                    .chain(location -> touched(desk, location.id(), report.lots())
                            .call(lots -> StockBook.each(
                                    lots,
                                    lot -> hold(desk, lot, Stamp.of(by, now).referring("excursion " + id))))
                            .map(lots -> new ExcursionRow(
                                    id,
                                    location.id(),
                                    new ExcursionLog(report.readings(), affected(lots)),
                                    excursions.sealed(id, report.note()),
                                    by,
                                    now)))
                    .call(desk.session()::persist)
                    .call(desk.session()::flush)
                    .map(row -> told(desk, "excursion.reported", null, excursions.opened(row)));
        });
    }

    private static Uni<List<StockLot>> touched(Writing desk, StockLocationId location, List<UUID> named) {
        return new StockLots(desk.session()).lockedIn(location).map(there -> {
            var wanted = new HashSet<>(named);
            var lots = there.stream()
                    .filter(lot -> wanted.isEmpty() || wanted.remove(lot.id().value()))
                    .toList();
            if (!wanted.isEmpty()) {
                throw new InventoryRefusals.StockLotNotFound();
            }
            return lots;
        });
    }

    private static List<AffectedLot> affected(List<StockLot> lots) {
        return lots.stream()
                .map(lot -> new AffectedLot(lot.id().value(), Decimals.plain(lot.onHand()), null, null, null))
                .toList();
    }

    private static Uni<Void> hold(Writing desk, StockLot lot, Stamp stamp) {
        if (lot.status() != LotStatus.AVAILABLE) {
            return Uni.createFrom().voidItem();
        }
        lot.become(LotStatus.QUARANTINED, stamp.at());
        desk.journal()
                .announce(new Event("stock-lot.held", "stock-lot", lot.id().value(), lot.version() + 1));
        return new StockBook(desk.session(), desk.seals())
                .write(lot, MovementKind.QUARANTINE, lot.onHand(), stamp.because(HoldReason.TEMPERATURE.name(), null));
    }

    /**
     * Decides on some of the lots, or on all that wait when none is named.
     *
     * @param basis what the manufacturer says of the drug's stability; kept sealed
     */
    public Uni<Excursion> decide(ExcursionId id, Set<UUID> lots, Disposition decision, String basis, Colleague by) {
        return transactions.write(DECIDE, desk -> {
            desk.journal().about(id.toString());
            var stamp =
                    Stamp.of(by, Now.by(clock)).because(decision.name(), basis).referring("excursion " + id);
            var excursions = new Excursions(desk.session(), desk.seals());
            return excursions
                    .lockedUndecided()
                    .chain(open -> excursions.find(id).chain(row -> {
                        var before = excursions.opened(row);
                        var chosen = lots.isEmpty() ? waiting(before) : lots;
                        row.decide(chosen, decision, by, stamp.at());
                        return apply(desk, chosen, decision, stamp)
                                .chain(desk.session()::flush)
                                .map(done -> told(desk, "excursion.decided", before, excursions.opened(row)));
                    }));
        });
    }

    private static Set<UUID> waiting(Excursion excursion) {
        var waiting = new HashSet<UUID>();
        excursion.lots().stream().filter(AffectedLot::waits).forEach(lot -> waiting.add(lot.lot()));
        if (waiting.isEmpty()) {
            throw new InventoryRefusals.NotAffected();
        }
        return waiting;
    }

    /**
     * What another excursion touched as well is released by the last decision on it, not by the first. Which others are
     * open is asked behind the lots' locks, so that one reported meanwhile is seen.
     */
    private static Uni<Void> apply(Writing desk, Set<UUID> chosen, Disposition decision, Stamp stamp) {
        var decisions = new Decisions(desk.session(), desk.seals(), desk.journal());
        var ids = chosen.stream().map(StockLotId::new).toList();
        return decisions.locked(ids, stamp.at()).chain(lots -> new Excursions(desk.session(), desk.seals())
                .undecided()
                .chain(open -> StockBook.each(
                        lots.stream()
                                .filter(lot -> decision != Disposition.RELEASE || !waits(lot, open))
                                .toList(),
                        lot -> decisions.apply(lot, decision, stamp))));
    }

    private static boolean waits(StockLot lot, List<ExcursionRow> open) {
        return open.stream().anyMatch(excursion -> excursion.waitsFor(lot.id()));
    }

    private static Excursion told(Writing desk, String type, @Nullable Excursion before, Excursion after) {
        desk.journal().changed(after.id().value(), null, before, after);
        desk.journal().announce(new Event(type, "excursion", after.id().value(), after.version()));
        return after;
    }

    public Uni<Excursion> read(ExcursionId id) {
        return transactions.read(READ, desk -> {
            var excursions = new Excursions(desk.session(), desk.seals());
            return excursions.find(id).map(excursions::opened);
        });
    }

    public Uni<Page<Excursion>> list(PageRequest page) {
        return transactions.read(LIST, desk -> {
            var excursions = new Excursions(desk.session(), desk.seals());
            return excursions.page(page).map(rows -> Page.cut(rows, page.limit(), excursions::opened));
        });
    }
}
