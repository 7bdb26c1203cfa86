package dev.firstfill.inventory;

import static dev.firstfill.inventory.Shelves.CLOCK;
import static dev.firstfill.inventory.Shelves.DANA;
import static dev.firstfill.inventory.Shelves.JONAS;
import static dev.firstfill.inventory.Shelves.PRIYA;
import static dev.firstfill.inventory.Shelves.await;
import static dev.firstfill.inventory.Shelves.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.drugs.DrugId;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Corrections and counts: the book follows two people, never one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoSignaturesTest {
    private final Shelves shelves = new Shelves();
    private final AdjustmentDesk adjustments = new AdjustmentDesk(shelves.pharmacy, CLOCK);
    private final CountDesk counts = new CountDesk(shelves.pharmacy, CLOCK);
    private DrugId drug;
    private Lot lot;

    @BeforeEach
    void aLot() {
        drug = shelves.drug().id();
        lot = shelves.received(drug, "A", "2027-12", "10");
    }

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void a_correction_takes_effect_when_somebody_else_confirms_it() {
        var proposed = adjust("-2");
        assertThat(proposed.onHand()).isEqualByComparingTo("10");
        assertThatThrownBy(() -> await(adjustments.confirm(lot.id(), DANA)))
                .isInstanceOf(InventoryRefusals.OwnSignature.class);
        assertThatThrownBy(() -> adjust("1")).isInstanceOf(InventoryRefusals.AdjustmentPending.class);
        assertThat(shelves.now(lot).onHand()).isEqualByComparingTo("10");

        var confirmed = await(adjustments.confirm(lot.id(), PRIYA));

        assertThat(confirmed.onHand()).isEqualByComparingTo("8");
        assertThat(confirmed.adjustment()).isNull();
        assertThat(shelves.kinds(lot)).containsExactly("RECEIPT 10", "ADJUST 2");
        assertThat(shelves.movements(lot.id()).getLast().reason()).isEqualTo("Not in the bin");
        assertThatThrownBy(() -> await(adjustments.confirm(lot.id(), PRIYA)))
                .isInstanceOf(InventoryRefusals.NoAdjustmentPending.class);
    }

    @Test
    void no_correction_takes_what_is_reserved() {
        shelves.inStockRoom(room -> room.reserveEarliest(UUID.randomUUID(), wish(drug, "9"), PRIYA));
        adjust("-2");

        assertThatThrownBy(() -> await(adjustments.confirm(lot.id(), PRIYA)))
                .isInstanceOf(InventoryRefusals.InsufficientStock.class);

        assertThat(shelves.now(lot).onHand()).isEqualByComparingTo("10");
        assertThat(await(adjustments.withdraw(lot.id(), DANA)).adjustment()).isNull();
    }

    @Test
    void a_count_that_agrees_with_the_book_is_over() {
        var count = opened();

        var counted = await(counts.count(count.id(), lot.id(), new BigDecimal("10"), DANA));

        assertThat(counted.state()).isEqualTo(CountState.CLOSED);
        assertThat(shelves.kinds(lot)).containsExactly("RECEIPT 10");
    }

    @Test
    void a_difference_is_recounted_by_somebody_else_and_signed_by_a_second_one() {
        var count = opened();
        await(counts.count(count.id(), lot.id(), new BigDecimal("8"), DANA));
        assertThatThrownBy(() -> await(counts.recount(count.id(), lot.id(), new BigDecimal("9"), DANA)))
                .isInstanceOf(InventoryRefusals.OwnSignature.class);
        assertThatThrownBy(() -> await(counts.sign(count.id(), PRIYA)))
                .isInstanceOf(InventoryRefusals.CountNotReady.class);

        // Stock moves while the count is open: what is missing is one unit, whatever else left meanwhile.
        var recounted = await(counts.recount(count.id(), lot.id(), new BigDecimal("9"), JONAS));
        var dispense = UUID.randomUUID();
        shelves.inStockRoom(room -> room.reserveEarliest(dispense, wish(drug, "4"), PRIYA));
        shelves.inStockRoom(room -> room.dispense(dispense, PRIYA));
        assertThat(recounted.state()).isEqualTo(CountState.AWAITING_SIGNATURE);
        assertThatThrownBy(() -> await(counts.sign(count.id(), JONAS)))
                .isInstanceOf(InventoryRefusals.OwnSignature.class);
        assertThat(shelves.now(lot).onHand()).isEqualByComparingTo("6");

        var signed = await(counts.sign(count.id(), PRIYA));

        assertThat(signed.state()).isEqualTo(CountState.CLOSED);
        assertThat(shelves.now(lot).onHand()).isEqualByComparingTo("5");
        assertThat(shelves.movedOf(drug)).isTrue();
        assertThatThrownBy(() -> await(counts.sign(count.id(), PRIYA)))
                .isInstanceOf(InventoryRefusals.CountNotReady.class);
    }

    private StockCount opened() {
        return await(counts.open(shelves.refrigerator.details().name(), DANA));
    }

    private Lot adjust(String change) {
        return await(
                adjustments.propose(lot.id(), new BigDecimal(change), AdjustmentReason.LOST, "Not in the bin", DANA));
    }
}
