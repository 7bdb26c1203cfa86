package dev.firstfill.dispensing;

import dev.firstfill.inventory.LotShare;
import dev.firstfill.inventory.Ownership;
import dev.firstfill.inventory.Proposal;
import dev.firstfill.inventory.StockRoom;
import dev.firstfill.inventory.StockWish;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a dispense gets its stock: lot and expiry of every unit, that which expires first. */
@ApplicationScoped
public class FillingBench {
    private static final Act FILL = Act.of("fill", "dispense");

    private final Transactions transactions;
    private final Clock clock;

    public FillingBench(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sets stock aside that lasts until the patient has used it up. */
    public Uni<Dispense> fill(DispenseReference dispense, LotChoice choice, Colleague by) {
        return transactions.write(
                FILL, desk -> DispenseInHand.take(desk, clock, dispense, by).chain(hand -> {
                    hand.row().fill(by, hand.today(), hand.now());
                    var wish = wish(hand);
                    return setAside(hand, wish, choice)
                            .chain(() ->
                                    hand.stock().reservedFor(hand.row().id().value()))
                            .chain(hand::hold)
                            .chain(() -> hand.put(DispenseEventKind.FILLED, facts(choice)));
                }));
    }

    private static Map<String, String> facts(LotChoice choice) {
        return choice.reason() == null
                ? Map.of()
                : Map.of("lotChoice", choice.reason().name());
    }

    private static StockWish wish(DispenseInHand hand) {
        var dispense = hand.dispense();
        return new StockWish(
                dispense.drug(),
                dispense.quantity(),
                hand.today().plusDays(dispense.daysSupply()),
                ownership(dispense.record().exemption()),
                dispense.patient());
    }

    /** What is given is used for whom it is given, and for nobody else. */
    private static @Nullable Ownership ownership(@Nullable ClaimExemption exemption) {
        if (exemption == null) {
            return null;
        }
        return switch (exemption.reason()) {
            case FREE_GOODS -> Ownership.FREE_GOODS;
            case BRIDGE_SUPPLY -> Ownership.BRIDGE;
            case CLIENT_OWNED -> Ownership.CLIENT_OWNED;
            case CASH -> null;
        };
    }

    private static Uni<List<LotShare>> setAside(DispenseInHand hand, StockWish wish, LotChoice choice) {
        var stock = hand.stock();
        var id = hand.row().id().value();
        if (choice.shares().isEmpty()) {
            return stock.reserveEarliest(id, wish, hand.by());
        }
        return refuseOthers(stock, wish, choice).chain(() -> stock.reserve(id, wish, choice.shares(), hand.by()));
    }

    private static Uni<Void> refuseOthers(StockRoom stock, StockWish wish, LotChoice choice) {
        if (choice.reason() != null) {
            return Uni.createFrom().voidItem();
        }
        return stock.propose(wish)
                .invoke(proposal -> {
                    if (!byLot(proposal).equals(byLot(choice.shares()))) {
                        throw new DispensingRefusals.NotFirstToExpire();
                    }
                })
                .replaceWithVoid();
    }

    private static Map<UUID, BigDecimal> byLot(Proposal proposal) {
        return byLot(proposal.shares());
    }

    private static Map<UUID, BigDecimal> byLot(List<LotShare> shares) {
        return shares.stream()
                .collect(Collectors.toMap(
                        share -> share.lot().value(), share -> share.quantity().stripTrailingZeros(), BigDecimal::add));
    }
}
