package dev.firstfill.inventory;

import static dev.firstfill.inventory.Shelves.JONAS;
import static dev.firstfill.inventory.Shelves.PRIYA;
import static dev.firstfill.inventory.Shelves.TODAY;
import static dev.firstfill.inventory.Shelves.await;
import static dev.firstfill.inventory.Shelves.share;
import static dev.firstfill.inventory.Shelves.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.drugs.DrugId;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StockRoomTest {
    private static Shelves shelves;

    private final UUID dispense = UUID.randomUUID();
    private DrugId drug;

    @BeforeAll
    static void open() {
        shelves = new Shelves();
    }

    @AfterAll
    static void close() {
        shelves.close();
    }

    @BeforeEach
    void aDrug() {
        drug = shelves.drug().id();
    }

    @Test
    void what_expires_first_goes_first() {
        var late = shelves.received(drug, "LATE", "2027-12", "5");
        var early = shelves.received(drug, "EARLY", "2026-09", "3");

        var proposal = shelves.inStockRoom(room -> room.propose(wish(drug, "4")));

        assertThat(proposal).isEqualTo(new Proposal.Enough(List.of(share(early, "3"), share(late, "1"))));
    }

    @Test
    void a_lot_that_does_not_last_is_passed_over_and_one_that_lasts_to_the_day_is_not() {
        shelves.received(drug, "SHORT", TODAY.plusDays(27).toString(), "5");
        var lasting = shelves.received(drug, "LASTING", TODAY.plusDays(28).toString(), "5");

        var proposal = shelves.inStockRoom(room -> room.propose(wish(drug, "2")));

        assertThat(proposal).isEqualTo(new Proposal.Enough(List.of(share(lasting, "2"))));
    }

    @Test
    void too_little_is_answered_with_what_is_missing() {
        var lot = shelves.received(drug, "ONLY", "2027-12", "1.5");

        var proposal = shelves.inStockRoom(room -> room.propose(wish(drug, "4")));

        assertThat(proposal).isEqualTo(new Proposal.Short(List.of(share(lot, "1.5")), new BigDecimal("2.5")));
    }

    @Test
    void free_goods_are_proposed_only_when_asked_for() {
        var free = shelves.received(
                shelves.line(drug, "FREE", "2026-09", "5", Ownership.FREE_GOODS, "Helix Therapeutics"));
        var owned = shelves.received(drug, "OWNED", "2027-12", "5");

        var unasked = shelves.inStockRoom(room -> room.propose(wish(drug, "1")));
        var asked = shelves.inStockRoom(
                room -> room.propose(new StockWish(drug, BigDecimal.ONE, TODAY, Ownership.FREE_GOODS, null)));

        assertThat(unasked.shares()).containsExactly(share(owned, "1"));
        assertThat(asked.shares()).containsExactly(share(free, "1"));
    }

    @Test
    void reserved_stock_is_nobody_elses() {
        var lot = shelves.received(drug, "A", "2027-12", "2");

        shelves.inStockRoom(room -> room.reserve(dispense, wish(drug, "2"), List.of(share(lot, "2")), PRIYA));

        assertThat(shelves.now(lot).reserved()).isEqualByComparingTo("2");
        assertThat(shelves.inStockRoom(room -> room.propose(wish(drug, "1"))).shares())
                .isEmpty();
        assertThatThrownBy(() ->
                        shelves.inStockRoom(room -> room.reserveEarliest(UUID.randomUUID(), wish(drug, "1"), PRIYA)))
                .isInstanceOf(InventoryRefusals.InsufficientStock.class);
        assertThat(shelves.kinds(lot)).containsExactly("RECEIPT 2", "RESERVE 2");
    }

    @Test
    void reserving_or_releasing_twice_does_it_once() {
        var lot = shelves.received(drug, "A", "2027-12", "5");
        for (int i = 0; i < 2; i++) {
            shelves.inStockRoom(room -> room.reserve(dispense, wish(drug, "2"), List.of(share(lot, "2")), PRIYA));
        }
        assertThat(shelves.now(lot).reserved()).isEqualByComparingTo("2");

        for (int i = 0; i < 2; i++) {
            shelves.inStockRoom(room -> room.release(dispense, PRIYA));
        }

        assertThat(shelves.now(lot).reserved()).isEqualByComparingTo("0");
        assertThat(shelves.kinds(lot)).containsExactly("RECEIPT 5", "RESERVE 2", "RELEASE 2");
    }

    @Test
    void another_reservation_of_the_same_dispense_is_refused() {
        var lot = shelves.received(drug, "A", "2027-12", "5");
        shelves.inStockRoom(room -> room.reserve(dispense, wish(drug, "2"), List.of(share(lot, "2")), PRIYA));

        assertThatThrownBy(() -> shelves.inStockRoom(
                        room -> room.reserve(dispense, wish(drug, "3"), List.of(share(lot, "3")), PRIYA)))
                .isInstanceOf(InventoryRefusals.StockHeldAlready.class);

        assertThat(shelves.now(lot).reserved()).isEqualByComparingTo("2");
    }

    @Test
    void lots_must_come_to_the_quantity_and_be_of_the_drug() {
        var lot = shelves.received(drug, "A", "2027-12", "5");
        var other = shelves.received(shelves.drug().id(), "A", "2027-12", "5");

        assertThatThrownBy(() -> shelves.inStockRoom(
                        room -> room.reserve(dispense, wish(drug, "3"), List.of(share(lot, "2")), PRIYA)))
                .isInstanceOf(InventoryRefusals.SharesDoNotMatch.class);
        assertThatThrownBy(() -> shelves.inStockRoom(room ->
                        room.reserve(dispense, wish(drug, "2"), List.of(share(lot, "1"), share(lot, "1")), PRIYA)))
                .isInstanceOf(InventoryRefusals.SharesDoNotMatch.class);
        assertThatThrownBy(() -> shelves.inStockRoom(
                        room -> room.reserve(dispense, wish(drug, "2"), List.of(share(other, "2")), PRIYA)))
                .isInstanceOf(InventoryRefusals.LotOfAnotherDrug.class);

        assertThat(shelves.kinds(lot)).containsExactly("RECEIPT 5");
        assertThat(shelves.kinds(other)).containsExactly("RECEIPT 5");
    }

    @Test
    void title_to_consigned_stock_passes_before_it_leaves_and_leaving_twice_is_leaving_once() {
        var lot = shelves.received(shelves.line(
                drug, "CONSIGNED", "2027-12", "5", Ownership.CONSIGNED_MANUFACTURER, "Helix Therapeutics"));
        shelves.inStockRoom(room -> room.reserveEarliest(dispense, wish(drug, "2"), PRIYA));

        var left = shelves.inStockRoom(room -> room.dispense(dispense, PRIYA));
        var again = shelves.inStockRoom(room -> room.dispense(dispense, PRIYA));

        assertThat(left)
                .containsExactly(new DispensedLot(
                        lot.id(),
                        "CONSIGNED",
                        lot.identity().expiresOn(),
                        Ownership.CONSIGNED_MANUFACTURER,
                        "Helix Therapeutics",
                        new BigDecimal("2")));
        assertThat(again).isEqualTo(left);
        assertThat(shelves.kinds(lot)).containsExactly("RECEIPT 5", "RESERVE 2", "OWNERSHIP_CHANGE 2", "DISPENSE 2");
        assertThat(shelves.now(lot).onHand()).isEqualByComparingTo("3");
        assertThat(shelves.now(lot).reserved()).isEqualByComparingTo("0");
    }

    @Test
    void nothing_leaves_that_was_not_reserved() {
        shelves.received(drug, "A", "2027-12", "5");

        assertThatThrownBy(() -> shelves.inStockRoom(room -> room.dispense(dispense, PRIYA)))
                .isInstanceOf(InventoryRefusals.NothingReserved.class);
    }

    @Test
    void what_comes_back_waits_apart_and_no_more_comes_back_than_left() {
        var lot = shelves.received(drug, "A", "2027-12", "5");
        shelves.inStockRoom(room -> room.reserveEarliest(dispense, wish(drug, "3"), PRIYA));
        shelves.inStockRoom(room -> room.dispense(dispense, PRIYA));

        shelves.inStockRoom(
                room -> room.takeBack(dispense, lot.id(), new BigDecimal("1"), TakeBack.TO_QUARANTINE, JONAS));
        shelves.inStockRoom(room -> room.takeBack(dispense, lot.id(), new BigDecimal("1"), TakeBack.WASTE, JONAS));
        assertThatThrownBy(() -> shelves.inStockRoom(room ->
                        room.takeBack(dispense, lot.id(), new BigDecimal("1.001"), TakeBack.TO_QUARANTINE, JONAS)))
                .isInstanceOf(InventoryRefusals.MoreThanDispensed.class);

        assertThat(shelves.now(lot).onHand()).isEqualByComparingTo("2");
        var apart = shelves.lots(drug).stream()
                .filter(other -> other.identity().returned())
                .toList();
        assertThat(apart).hasSize(1);
        assertThat(apart.getFirst().status()).isEqualTo(LotStatus.QUARANTINED);
        assertThat(apart.getFirst().onHand()).isEqualByComparingTo("1");
        assertThat(shelves.kinds(apart.getFirst())).containsExactly("RETURN 1", "RETURN 1", "WASTE 1");
        assertThat(shelves.inStockRoom(room -> room.propose(wish(drug, "3"))).shares())
                .containsExactly(share(lot, "2"));
    }

    @Test
    void the_gates_learn_which_lot_is_short_dated() {
        shelves.received(drug, "A", TODAY.plusDays(40).toString(), "5");
        shelves.inStockRoom(room -> room.reserveEarliest(dispense, wish(drug, "2"), PRIYA));

        var fine = shelves.inStockRoom(room -> room.problemsOf(dispense, TODAY.plusDays(40)));
        var problems = shelves.inStockRoom(room -> room.problemsOf(dispense, TODAY.plusDays(41)));

        assertThat(fine).isEmpty();
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().rule()).isEqualTo(LotProblem.Rule.DATED_LONG_ENOUGH);
        assertThat(problems.getFirst().fact())
                .isEqualTo("The lot expires on 2026-04-11; it has to last until 2026-04-12.");
    }

    /** Many rounds, because the first of them fills the pool of connections. */
    @Test
    void the_last_unit_is_reserved_once_however_many_ask() {
        for (int round = 0; round < 20; round++) {
            var lot = shelves.received(drug, "LAST-" + round, "2027-12", "1");

            var outcomes = IntStream.range(0, 12)
                    .mapToObj(
                            i -> shelves.acting(room -> room.reserveEarliest(UUID.randomUUID(), wish(drug, "1"), PRIYA))
                                    .replaceWith("reserved")
                                    .onFailure(InventoryRefusals.InsufficientStock.class)
                                    .recoverWithItem("refused"))
                    .toList();
            var results = await(Uni.join().all(outcomes).andFailFast());

            assertThat(results).filteredOn("reserved"::equals).hasSize(1);
            assertThat(results).filteredOn("refused"::equals).hasSize(11);
            assertThat(shelves.kinds(lot)).containsExactly("RECEIPT 1", "RESERVE 1");
        }
    }
}
