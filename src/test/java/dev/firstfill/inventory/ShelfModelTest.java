package dev.firstfill.inventory;

import static dev.firstfill.inventory.Shelves.CLOCK;
import static dev.firstfill.inventory.Shelves.DANA;
import static dev.firstfill.inventory.Shelves.JONAS;
import static dev.firstfill.inventory.Shelves.PRIYA;
import static dev.firstfill.inventory.Shelves.await;
import static dev.firstfill.inventory.Shelves.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Refusal;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done to the shelves in whatever order, and whatever fails in the middle: the book is right. The random
 * operations come from a seed, which a failure names; {@code -Dfirstfill.operations=5000} does more of them.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShelfModelTest {
    private static final int OPERATIONS = Integer.getInteger("firstfill.operations", 300);
    private static final long SEED = Long.getLong("firstfill.seed", 20_260_302L);
    private static final Act ACT = Act.of("fill", "dispense");

    private final Random random = new Random(SEED);
    private final List<UUID> dispenses = new ArrayList<>();
    private final Map<String, Integer> outcomes = new HashMap<>();

    /** What there is by plain addition: on hand over all lots of the drug, and what each dispense holds. */
    private BigDecimal onHand = BigDecimal.ZERO;

    private final Map<UUID, BigDecimal> held = new HashMap<>();
    private final Map<UUID, List<DispensedLot>> gone = new HashMap<>();
    private final Map<UUID, BigDecimal> takenBack = new HashMap<>();

    @Test
    void on_hand_and_reserved_are_always_the_sums_of_the_movements() {
        try (var shelves = new Shelves()) {
            var drug = shelves.drug().id();
            shelves.received(drug, "LOT-0", "2027-12", "40");
            onHand = new BigDecimal("40");

            for (int i = 0; i < OPERATIONS; i++) {
                var operation = operate(shelves, drug);
                assertThat(shelves.movedOf(drug))
                        .as("seed %d, operation %d: %s", SEED, i, operation)
                        .isTrue();
                assertModel(shelves, drug, "seed %d, operation %d: %s".formatted(SEED, i, operation));
            }

            assertThat(outcomes.keySet()).contains("receive done", "reserve done", "reserve refused", "dispense done");
            assertThat(outcomes.keySet()).contains("take back done", "broken off", "waste done", "release done");
        }
        System.getLogger("shelves").log(System.Logger.Level.INFO, "{0} operations: {1}", OPERATIONS, outcomes);
    }

    private void assertModel(Shelves shelves, DrugId drug, String where) {
        var lots = shelves.lots(drug);
        assertThat(StockLots.sum(lots.stream().map(Lot::onHand).toList()))
                .as(where)
                .isEqualByComparingTo(onHand);
        assertThat(StockLots.sum(lots.stream().map(Lot::reserved).toList()))
                .as(where)
                .isEqualByComparingTo(StockLots.sum(held.values()));
        assertThat(lots).as(where).allSatisfy(lot -> {
            assertThat(lot.onHand()).isNotNegative();
            assertThat(lot.reserved()).isNotNegative().isLessThanOrEqualTo(lot.onHand());
        });
    }

    private String operate(Shelves shelves, DrugId drug) {
        return switch (random.nextInt(8)) {
            case 0 -> receive(shelves, drug);
            case 1, 2 -> reserve(shelves, drug);
            case 3 -> release(shelves);
            case 4 -> dispense(shelves);
            case 5 -> takeBack(shelves);
            case 6 -> waste(shelves, drug);
            default -> breakOff(shelves, drug);
        };
    }

    private String receive(Shelves shelves, DrugId drug) {
        var quantity = quantity(20);
        shelves.received(drug, "LOT-" + random.nextInt(6), "2027-0" + (1 + random.nextInt(3)), quantity.toString());
        onHand = onHand.add(quantity);
        return count("receive done");
    }

    private String reserve(Shelves shelves, DrugId drug) {
        var dispense = UUID.randomUUID();
        var quantity = quantity(15);
        var outcome = attempt(shelves, room -> room.reserveEarliest(dispense, wish(drug, quantity.toString()), PRIYA));
        if (outcome) {
            dispenses.add(dispense);
            held.put(dispense, quantity);
        }
        return count("reserve " + (outcome ? "done" : "refused"));
    }

    private String release(Shelves shelves) {
        if (dispenses.isEmpty()) {
            return count("release skipped");
        }
        var dispense = any();
        shelves.inStockRoom(room -> room.release(dispense, PRIYA));
        held.remove(dispense);
        return count("release done");
    }

    private String dispense(Shelves shelves) {
        if (dispenses.isEmpty()) {
            return count("dispense skipped");
        }
        var dispense = any();
        boolean before = gone.containsKey(dispense);
        var outcome = attempt(
                shelves, room -> room.dispense(dispense, PRIYA).invoke(left -> gone.putIfAbsent(dispense, left)));
        if (outcome && !before) {
            onHand = onHand.subtract(held.remove(dispense));
        }
        return count("dispense " + (outcome ? "done" : "refused"));
    }

    private String takeBack(Shelves shelves) {
        var candidates = dispenses.stream().filter(gone::containsKey).toList();
        if (candidates.isEmpty()) {
            return count("take back skipped");
        }
        var dispense = candidates.get(random.nextInt(candidates.size()));
        var lot = gone.get(dispense).getFirst();
        var quantity = quantity(4);
        var how = random.nextBoolean() ? TakeBack.TO_QUARANTINE : TakeBack.WASTE;
        var back = takenBack.getOrDefault(dispense, BigDecimal.ZERO).add(quantity);
        var outcome = attempt(shelves, room -> room.takeBack(dispense, lot.lot(), quantity, how, JONAS));
        assertThat(outcome).isEqualTo(back.compareTo(lot.quantity()) <= 0);
        if (outcome) {
            takenBack.put(dispense, back);
            onHand = how == TakeBack.WASTE ? onHand : onHand.add(quantity);
        }
        return count("take back " + (outcome ? "done" : "refused"));
    }

    private String waste(Shelves shelves, DrugId drug) {
        var lots = shelves.lots(drug);
        var lot = lots.get(random.nextInt(lots.size()));
        var quantity = quantity(5);
        boolean free = lot.free().compareTo(quantity) >= 0;
        try {
            await(new StockDesk(shelves.pharmacy, CLOCK).waste(lot.id(), quantity, WasteReason.OTHER, null, DANA));
            onHand = onHand.subtract(quantity);
            assertThat(free).isTrue();
            return count("waste done");
        } catch (Refusal refused) {
            assertThat(free).isFalse();
            return count("waste refused");
        }
    }

    /** Reserves and dispenses, and fails before the end: nothing of it may stay. */
    private String breakOff(Shelves shelves, DrugId drug) {
        var dispense = UUID.randomUUID();
        try {
            await(shelves.pharmacy.write(ACT, desk -> {
                var room = new StockRoom(desk.session(), desk.seals(), desk.journal(), CLOCK);
                return room.reserveEarliest(dispense, wish(drug, "1"), PRIYA)
                        .chain(() -> room.dispense(dispense, PRIYA))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("broken off")));
            }));
        } catch (IllegalStateException broken) {
            return count("broken off");
        } catch (Refusal nothingFree) {
            return count("broken off early");
        }
        throw new AssertionError("It was to fail.");
    }

    private static boolean attempt(Shelves shelves, Function<StockRoom, Uni<?>> work) {
        try {
            shelves.inStockRoom(room -> work.apply(room).replaceWithVoid());
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private UUID any() {
        return dispenses.get(random.nextInt(dispenses.size()));
    }

    private BigDecimal quantity(int max) {
        return BigDecimal.valueOf(1 + random.nextInt(max * 2), 1)
                .multiply(BigDecimal.valueOf(5))
                .setScale(1);
    }

    private String count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
        return outcome;
    }
}
