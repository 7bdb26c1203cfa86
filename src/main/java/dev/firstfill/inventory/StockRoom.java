package dev.firstfill.inventory;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Decimals;
import dev.firstfill.kernel.Journal;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The shelves as other contexts act on them, inside transactions of their own; lives for one transaction. A dispense
 * reserves stock, and then either releases it or takes it along; what comes back goes into quarantine or to waste.
 *
 * <p>Lots are locked in the order of their ids, after the dispense: whoever calls holds the dispense's own lock.
 */
public final class StockRoom {
    private static final Comparator<StockLot> FIRST_EXPIRED_FIRST_OUT = Comparator.comparing(StockLot::expiresOn)
            .thenComparing(StockLot::receivedAt)
            .thenComparing(lot -> lot.id().value());

    private final Mutiny.Session session;
    private final Clock clock;
    private final StockLots lots;
    private final StockBook book;
    private final Returns returns;

    public StockRoom(Mutiny.Session session, Seals seals, Journal journal, Clock clock) {
        this.session = session;
        this.clock = clock;
        this.lots = new StockLots(session);
        this.book = new StockBook(session, seals);
        this.returns = new Returns(session, seals, journal, clock);
    }

    /** Keeps nothing: when others take what was proposed, reserving it is refused. */
    public Uni<Proposal> propose(StockWish wish) {
        return new Shelf(session, clock).propose(wish);
    }

    /**
     * Reserves the lots that were chosen. Reserved once more alike, nothing happens; otherwise, release first.
     *
     * @param shares each lot once; together they come to the quantity wanted
     */
    public Uni<List<LotShare>> reserve(UUID dispense, StockWish wish, List<LotShare> shares, Colleague by) {
        mustComeTo(wish.quantity(), shares);
        var wanted =
                shares.stream().collect(Collectors.toMap(share -> share.lot().value(), LotShare::quantity));
        return lots.locked(wanted.keySet())
                .chain(found -> reserve(dispense, wish, wanted, found, by))
                .replaceWith(shares);
    }

    /** Reserves what expires first; refused when there is not enough. */
    public Uni<List<LotShare>> reserveEarliest(UUID dispense, StockWish wish, Colleague by) {
        return book.heldFor(dispense)
                .invoke(held -> {
                    if (!held.isEmpty()) {
                        throw new InventoryRefusals.StockHeldAlready();
                    }
                })
                .chain(() -> lots.lockedUsable(wish.drug(), LotRules.usableUntil(today(), wish.mustLastUntil())))
                .chain(usable -> {
                    var shares = earliest(usable, wish);
                    var wanted = shares.stream()
                            .collect(Collectors.toMap(share -> share.lot().value(), LotShare::quantity));
                    return reserve(dispense, wish, wanted, usable, by).replaceWith(shares);
                });
    }

    private static List<LotShare> earliest(List<StockLot> usable, StockWish wish) {
        var free = usable.stream()
                .filter(lot -> LotRules.serves(
                        lot.identity().ownership(), lot.identity().patient(), wish))
                .sorted(FIRST_EXPIRED_FIRST_OUT)
                .map(lot -> new LotShare(lot.id(), lot.free()))
                .toList();
        return switch (Proposal.from(free, wish.quantity())) {
            case Proposal.Enough enough -> enough.shares();
            case Proposal.Short tooLittle -> throw new InventoryRefusals.InsufficientStock();
        };
    }

    private static void mustComeTo(BigDecimal quantity, List<LotShare> shares) {
        var named = new HashSet<StockLotId>();
        boolean whole = shares.stream().allMatch(share -> share.quantity().signum() > 0 && named.add(share.lot()));
        var sum = StockLots.sum(shares.stream().map(LotShare::quantity).toList());
        if (!whole || sum.compareTo(quantity) != 0) {
            throw new InventoryRefusals.SharesDoNotMatch();
        }
    }

    private Uni<Void> reserve(
            UUID dispense, StockWish wish, Map<UUID, BigDecimal> wanted, List<StockLot> found, Colleague by) {
        var chosen = found.stream()
                .filter(lot -> wanted.containsKey(lot.id().value()))
                .toList();
        if (chosen.size() < wanted.size()) {
            throw new InventoryRefusals.StockLotNotFound();
        }
        return book.heldFor(dispense).chain(held -> {
            if (isSame(held, wanted)) {
                return Uni.createFrom().voidItem();
            }
            if (!held.isEmpty()) {
                throw new InventoryRefusals.StockHeldAlready();
            }
            chosen.forEach(lot -> {
                LotRules.mustServe(lot, wish);
                LotRules.mustBeUsable(lot, today(), wish.mustLastUntil());
            });
            return StockBook.each(
                            chosen,
                            lot -> book.write(
                                    lot,
                                    MovementKind.RESERVE,
                                    wanted.get(lot.id().value()),
                                    stamp(dispense, by)))
                    .chain(session::flush);
        });
    }

    private static boolean isSame(Map<UUID, BigDecimal> held, Map<UUID, BigDecimal> wanted) {
        return held.keySet().equals(wanted.keySet())
                && held.entrySet().stream()
                        .allMatch(entry -> entry.getValue().compareTo(wanted.get(entry.getKey())) == 0);
    }

    /** What the dispense holds; nothing once it was released or dispensed. */
    public Uni<List<DispensedLot>> reservedFor(UUID dispense) {
        return held(dispense).map(held -> held.entrySet().stream()
                .map(share -> dispensed(share.getKey(), share.getValue()))
                .toList());
    }

    /** Whatever the dispense holds is free again; with nothing held, nothing happens. */
    public Uni<Void> release(UUID dispense, Colleague by) {
        return held(dispense)
                .chain(held -> StockBook.each(
                        held.entrySet(),
                        share -> book.write(
                                share.getKey(), MovementKind.RELEASE, share.getValue(), stamp(dispense, by))))
                .chain(session::flush);
    }

    /**
     * What is reserved leaves the shelf. Title to consigned stock passes in the same breath, before it leaves. Asked
     * again, it answers what left the first time. Refused when a lot must not be dispensed today.
     */
    public Uni<List<DispensedLot>> dispense(UUID dispense, Colleague by) {
        return held(dispense).chain(held -> held.isEmpty() ? dispensedBefore(dispense) : leaves(dispense, held, by));
    }

    private Uni<List<DispensedLot>> leaves(UUID dispense, Map<StockLot, BigDecimal> held, Colleague by) {
        held.keySet().forEach(lot -> LotRules.mustBeUsable(lot, today(), today()));
        return StockBook.each(held.entrySet(), share -> leaves(share.getKey(), share.getValue(), stamp(dispense, by)))
                .chain(session::flush)
                .replaceWith(held.entrySet().stream()
                        .map(share -> dispensed(share.getKey(), share.getValue()))
                        .toList());
    }

    private Uni<Void> leaves(StockLot lot, BigDecimal quantity, Stamp stamp) {
        var title = lot.identity().ownership().isConsigned()
                ? book.write(lot, MovementKind.OWNERSHIP_CHANGE, quantity, stamp)
                : Uni.createFrom().voidItem();
        return title.chain(() -> book.write(lot, MovementKind.DISPENSE, quantity, stamp));
    }

    private Uni<List<DispensedLot>> dispensedBefore(UUID dispense) {
        return book.takenBy(dispense).chain(taken -> {
            if (taken.isEmpty()) {
                throw new InventoryRefusals.NothingReserved();
            }
            return lots.locked(taken.keySet()).map(found -> found.stream()
                    .map(lot -> dispensed(lot, taken.get(lot.id().value())))
                    .toList());
        });
    }

    private static DispensedLot dispensed(StockLot lot, BigDecimal quantity) {
        var identity = lot.identity();
        return new DispensedLot(
                lot.id(),
                identity.lotNumber(),
                identity.expiresOn(),
                identity.ownership(),
                identity.owner(),
                Decimals.plain(quantity));
    }

    /** Refused when more would come back of the lot than the dispense took of it. */
    public Uni<Void> takeBack(UUID dispense, StockLotId lot, BigDecimal quantity, TakeBack how, Colleague by) {
        return returns.takeBack(dispense, lot, quantity, how, by);
    }

    /**
     * Which of the reserved lots must not be dispensed, and why; none when all is well. The lots stay locked, so that
     * what is answered here is still so when the transaction ends.
     */
    public Uni<List<LotProblem>> problemsOf(UUID dispense, LocalDate mustLastUntil) {
        return held(dispense).map(held -> held.keySet().stream()
                .flatMap(lot -> LotRules.problem(lot, today(), mustLastUntil).stream())
                .toList());
    }

    /** What the dispense holds, its lots locked. Asked again behind the lock: another may have been quicker. */
    private Uni<Map<StockLot, BigDecimal>> held(UUID dispense) {
        return book.heldFor(dispense)
                .chain(held -> held.isEmpty() ? Uni.createFrom().item(List.<StockLot>of()) : lots.locked(held.keySet()))
                .chain(locked -> book.heldFor(dispense).map(held -> locked.stream()
                        .filter(lot -> held.containsKey(lot.id().value()))
                        .collect(Collectors.toMap(
                                Function.identity(),
                                lot -> held.get(lot.id().value()),
                                (one, other) -> one,
                                LinkedHashMap::new))));
    }

    private Stamp stamp(UUID dispense, Colleague by) {
        return Stamp.of(by, Now.by(clock)).dispense(dispense);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
