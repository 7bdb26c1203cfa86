package dev.firstfill.inventory;

import dev.firstfill.drugs.ControlledSchedule;
import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugDetails;
import dev.firstfill.drugs.DrugFile;
import dev.firstfill.drugs.DrugId;
import dev.firstfill.drugs.PackageSize;
import dev.firstfill.drugs.Storage;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.PageRequest;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Northgate's shelves on the second of March 2026, and who works at them. */
final class Shelves implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T15:04:05Z"), ZoneOffset.UTC);
    static final Colleague PRIYA = new Colleague("priya-id", "priya");
    static final Colleague JONAS = new Colleague("jonas-id", "jonas");
    static final Colleague DANA = new Colleague("dana-id", "dana");

    private static final Act ACT = Act.of("fill", "dispense");
    private static final AtomicInteger NEXT = new AtomicInteger();

    final OnePharmacy pharmacy = OnePharmacy.open();
    final StockLocation refrigerator = location("Refrigerator", Storage.REFRIGERATED);

    StockLocation location(String name, Storage storage) {
        var details = new LocationDetails(name + " " + NEXT.incrementAndGet(), storage, true);
        return await(new LocationFile(pharmacy, CLOCK).enter(details));
    }

    Drug drug() {
        return drug(Ndc.parse("00074-%04d-02".formatted(NEXT.incrementAndGet())));
    }

    Drug drug(Ndc ndc) {
        return await(new DrugFile(pharmacy, CLOCK)
                .enter(new DrugDetails(
                        ndc,
                        null,
                        "Adalimumab Pen",
                        "40 mg/0.4 mL",
                        "auto-injector",
                        "Helix Therapeutics",
                        new PackageSize(new BigDecimal("2"), PackageSize.Unit.PEN),
                        Storage.REFRIGERATED,
                        false,
                        null,
                        true,
                        null,
                        ControlledSchedule.NONE)));
    }

    /** Owned by the pharmacy, in the refrigerator. */
    Lot received(DrugId drug, String lotNumber, String expiresOn, String quantity) {
        return received(line(drug, lotNumber, expiresOn, quantity, Ownership.OWNED, null));
    }

    Lot received(ReceiptLine line) {
        return await(new ReceivingDesk(pharmacy, CLOCK).receive(new StockReceipt("TI-1", List.of(line)), DANA))
                .getFirst();
    }

    ReceiptLine line(
            DrugId drug, String lotNumber, String expiresOn, String quantity, Ownership ownership, String owner) {
        return new ReceiptLine(
                null,
                drug.toString(),
                new BigDecimal(quantity),
                lotNumber,
                expiresOn,
                List.of(),
                ownership,
                owner,
                null,
                refrigerator.details().name(),
                null,
                null);
    }

    static StockWish wish(DrugId drug, String quantity) {
        return new StockWish(drug, new BigDecimal(quantity), TODAY.plusDays(28), null, null);
    }

    static LotShare share(Lot lot, String quantity) {
        return new LotShare(lot.id(), new BigDecimal(quantity));
    }

    /** One act in a transaction of its own. */
    <T> T inStockRoom(Function<StockRoom, Uni<T>> work) {
        return await(acting(work));
    }

    <T> Uni<T> acting(Function<StockRoom, Uni<T>> work) {
        return pharmacy.write(
                ACT, desk -> work.apply(new StockRoom(desk.session(), desk.seals(), desk.journal(), CLOCK)));
    }

    Lot now(Lot lot) {
        return await(new LotFile(pharmacy, CLOCK).read(lot.id()));
    }

    List<Lot> lots(DrugId drug) {
        var filter = new LotFilter(drug, null, null, null, null, true, false);
        return await(new LotFile(pharmacy, CLOCK).list(filter, new PageRequest(null, 200, false)))
                .items();
    }

    List<Movement> movements(StockLotId lot) {
        return await(new LotFile(pharmacy, CLOCK).movements(lot, new PageRequest(null, 200, false)))
                .items();
    }

    List<String> kinds(Lot lot) {
        return movements(lot.id()).stream()
                .map(movement -> movement.kind() + " " + movement.quantity())
                .toList();
    }

    /** Whether each lot of the drug is what its movements come to, by addition in the database. */
    boolean movedOf(DrugId drug) {
        return await(pharmacy.read(ACT, desk -> desk.session()
                        .createNativeQuery("""
                                select count(*)
                                from pharmacy.stock_lot l
                                cross join lateral (
                                  select coalesce(sum(m.on_hand_change), 0) as on_hand,
                                    coalesce(sum(m.reserved_change), 0) as reserved
                                  from pharmacy.stock_movement m where m.lot_id = l.id) moved
                                where l.drug_id = :drug
                                  and (l.on_hand <> moved.on_hand or l.reserved <> moved.reserved)
                                """, Long.class)
                        .setParameter("drug", drug.value())
                        .getSingleResult()))
                == 0;
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        pharmacy.close();
    }
}
