package dev.firstfill.inventory;

import static dev.firstfill.inventory.Shelves.CLOCK;
import static dev.firstfill.inventory.Shelves.DANA;
import static dev.firstfill.inventory.Shelves.PRIYA;
import static dev.firstfill.inventory.Shelves.TODAY;
import static dev.firstfill.inventory.Shelves.await;
import static dev.firstfill.inventory.Shelves.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.drugs.Storage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Recalls, excursions and returns: stock that waits, and how it stops waiting. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuarantineTest {
    private final Shelves shelves = new Shelves();
    private final RecallDesk recalls = new RecallDesk(shelves.pharmacy, CLOCK);
    private final ExcursionDesk excursions = new ExcursionDesk(shelves.pharmacy, CLOCK);
    private final StockDesk stock = new StockDesk(shelves.pharmacy, CLOCK);
    private final UUID dispense = UUID.randomUUID();
    private DrugId drug;

    @BeforeEach
    void aDrug() {
        drug = shelves.drug().id();
    }

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void a_recall_blocks_its_lots_everywhere_and_the_gates_see_what_is_reserved() {
        var owned = shelves.received(drug, "BAD", "2027-12", "5");
        var consigned =
                shelves.received(shelves.line(drug, "BAD", "2027-12", "5", Ownership.CONSIGNED_DISTRIBUTOR, "McHale"));
        var good = shelves.received(drug, "GOOD", "2028-12", "5");
        shelves.inStockRoom(room -> room.reserve(dispense, wish(drug, "2"), List.of(Shelves.share(owned, "2")), PRIYA));

        var recall = opened("bad");

        assertThat(shelves.now(owned).status()).isEqualTo(LotStatus.RECALLED);
        assertThat(shelves.now(owned).reserved()).isEqualByComparingTo("2");
        assertThat(shelves.now(consigned).status()).isEqualTo(LotStatus.RECALLED);
        assertThat(shelves.now(good).status()).isEqualTo(LotStatus.AVAILABLE);
        List<LotProblem> problems = shelves.inStockRoom(room -> room.problemsOf(dispense, TODAY));
        assertThat(problems).extracting(LotProblem::rule).containsExactly(LotProblem.Rule.NOT_RECALLED);
        assertThatThrownBy(() -> shelves.inStockRoom(room -> room.dispense(dispense, PRIYA)))
                .isInstanceOf(InventoryRefusals.LotNotUsable.class);
        assertThatThrownBy(() -> await(stock.decide(owned.id(), Disposition.RELEASE, "Basis", PRIYA)))
                .isInstanceOf(InventoryRefusals.RecallOpen.class);
        assertThat(shelves.now(owned).onHand()).isEqualByComparingTo("5");

        await(recalls.close(recall.id(), DANA));
        assertThat(await(stock.decide(owned.id(), Disposition.RELEASE, "Basis", PRIYA))
                        .status())
                .isEqualTo(LotStatus.AVAILABLE);
        List<DispensedLot> left = shelves.inStockRoom(room -> room.dispense(dispense, PRIYA));
        assertThat(left).hasSize(1);
    }

    @Test
    void an_excursion_holds_all_that_lies_there_until_a_pharmacist_decides() {
        var warm = shelves.received(drug, "WARM", "2027-12", "5");
        var spoilt = shelves.received(drug, "SPOILT", "2027-12", "3");

        var excursion = await(excursions.report(report(List.of()), DANA));

        assertThat(excursion.meanKinetic()).isEqualByComparingTo("9.24");
        assertThat(shelves.now(warm).status()).isEqualTo(LotStatus.QUARANTINED);
        assertThatThrownBy(() -> await(stock.decide(warm.id(), Disposition.RELEASE, "Basis", PRIYA)))
                .isInstanceOf(InventoryRefusals.ExcursionOpen.class);

        await(excursions.decide(
                excursion.id(), Set.of(spoilt.id().value()), Disposition.DESTROY, "Unstable above 8 °C", PRIYA));
        var decided = await(excursions.decide(excursion.id(), Set.of(), Disposition.RELEASE, "Stable", PRIYA));

        assertThat(decided.isOpen()).isFalse();
        assertThat(shelves.now(warm).status()).isEqualTo(LotStatus.AVAILABLE);
        assertThat(shelves.now(spoilt).onHand()).isEqualByComparingTo("0");
        assertThat(shelves.kinds(spoilt)).containsExactly("RECEIPT 3", "QUARANTINE 3", "DISPOSITION 3", "WASTE 3");
        assertThatThrownBy(
                        () -> await(excursions.decide(excursion.id(), Set.of(), Disposition.RELEASE, "Stable", PRIYA)))
                .isInstanceOf(InventoryRefusals.NotAffected.class);
    }

    @Test
    void of_two_excursions_the_last_decision_releases() {
        var lot = shelves.received(drug, "TWICE", "2027-12", "5");
        var first = await(excursions.report(report(List.of()), DANA));
        var second = await(excursions.report(report(List.of(lot.id().value())), DANA));

        await(excursions.decide(second.id(), Set.of(), Disposition.RELEASE, "Stable", PRIYA));
        assertThat(shelves.now(lot).status()).isEqualTo(LotStatus.QUARANTINED);

        await(excursions.decide(first.id(), Set.of(), Disposition.RELEASE, "Stable", PRIYA));
        assertThat(shelves.now(lot).status()).isEqualTo(LotStatus.AVAILABLE);
    }

    @Test
    void what_came_back_joins_the_others_when_a_pharmacist_releases_it() {
        var lot = shelves.received(drug, "BACK", "2027-12", "5");
        shelves.inStockRoom(room -> room.reserveEarliest(dispense, wish(drug, "2"), PRIYA));
        shelves.inStockRoom(room -> room.dispense(dispense, PRIYA));
        shelves.inStockRoom(
                room -> room.takeBack(dispense, lot.id(), new BigDecimal("2"), TakeBack.TO_QUARANTINE, DANA));
        var apart = shelves.lots(drug).getLast();

        await(stock.decide(apart.id(), Disposition.RELEASE, "Never opened, 2-8 °C throughout", PRIYA));

        assertThat(shelves.now(lot).onHand()).isEqualByComparingTo("5");
        assertThat(shelves.now(apart).onHand()).isEqualByComparingTo("0");
        assertThat(shelves.movedOf(drug)).isTrue();
    }

    @Test
    void good_and_doubtful_units_are_not_mixed_by_a_transfer() {
        var elsewhere = shelves.location("Refrigerator", Storage.REFRIGERATED);
        var lot = shelves.received(drug, "MOVED", "2027-12", "5");
        var there =
                await(stock.transfer(lot.id(), BigDecimal.ONE, elsewhere.id().toString(), DANA));
        await(stock.hold(there.id(), LotStatus.QUARANTINED, HoldReason.SUSPECT_PRODUCT, null, DANA));

        assertThatThrownBy(() -> await(
                        stock.transfer(lot.id(), BigDecimal.ONE, elsewhere.id().toString(), DANA)))
                .isInstanceOf(InventoryRefusals.LotsDiffer.class);
        assertThatThrownBy(() -> await(stock.transfer(
                        lot.id(),
                        BigDecimal.ONE,
                        shelves.location("Shelf", Storage.AMBIENT).id().toString(),
                        DANA)))
                .isInstanceOf(InventoryRefusals.StorageMismatch.class);

        assertThat(shelves.kinds(lot)).containsExactly("RECEIPT 5", "TRANSFER_OUT 1");
        assertThat(shelves.kinds(there)).containsExactly("TRANSFER_IN 1", "QUARANTINE 1");
    }

    private Recall opened(String lotNumber) {
        return await(recalls.open(
                drug,
                new RecallNotice(List.of(lotNumber), RecallClass.I, RecallDepth.PATIENT, "D-1", "Particles"),
                DANA));
    }

    /** The worked example is by hand: four readings, mean kinetic temperature 9.2369 °C. */
    private ExcursionReport report(List<UUID> lots) {
        var readings = List.of("6.5", "9.8", "12.1", "7.4").stream()
                .map(celsius -> new TemperatureReading(Instant.parse("2026-03-02T02:00:00Z"), new BigDecimal(celsius)))
                .toList();
        return new ExcursionReport(shelves.refrigerator.details().name(), readings, lots, "The door was open");
    }
}
