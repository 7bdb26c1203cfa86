package dev.firstfill.dispensing;

import dev.firstfill.claims.Claim;
import dev.firstfill.claims.ClaimBook;
import dev.firstfill.claims.ClaimLog;
import dev.firstfill.claims.ClaimState;
import dev.firstfill.kernel.Writing;
import dev.firstfill.prescribing.PrescriptionBook;
import io.smallrye.mutiny.Uni;

/** What a dispense that is undone gives back: the fill to the prescription, the money to the payer. */
final class Undoing {
    private final Writing desk;
    private final DispenseInHand hand;

    Undoing(Writing desk, DispenseInHand hand) {
        this.desk = desk;
        this.hand = hand;
    }

    Uni<Void> giveBack() {
        return refuseWhenCompleted().chain(this::claim).chain(this::fill);
    }

    /** The rest of a fill stands on its first part. */
    private Uni<Void> refuseWhenCompleted() {
        if (hand.row().part() != DispensePart.PARTIAL) {
            return Uni.createFrom().voidItem();
        }
        return new Dispenses(desk.session(), desk.seals())
                .standingOf(hand.row().prescription())
                .invoke(rows -> {
                    if (rows.stream().anyMatch(row -> row.completes()
                            .filter(hand.row().id()::equals)
                            .isPresent())) {
                        throw new DispensingRefusals.CompletionStands();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> claim() {
        var book = new ClaimBook(desk.session(), desk.seals(), desk.journal());
        var dispense = hand.row().id().value();
        return book.giveUpRejected(dispense, hand.by(), hand.now())
                .chain(() -> new ClaimLog(desk.session(), desk.seals()).billed(dispense))
                .chain(claim -> claim.filter(Undoing::canBeWithdrawn).isPresent()
                        ? book.requestReversal(dispense, hand.by(), hand.now())
                        : Uni.createFrom().voidItem());
    }

    private static boolean canBeWithdrawn(Claim claim) {
        return claim.state() == ClaimState.PAID || claim.state() == ClaimState.SUBMITTED;
    }

    private Uni<Void> fill() {
        if (hand.row().part() == DispensePart.COMPLETION) {
            return Uni.createFrom().voidItem();
        }
        hand.prescription().giveBackFill();
        return new PrescriptionBook(desk.session(), desk.seals())
                .fillGivenBack(desk, hand.prescription(), hand.by(), hand.now());
    }
}
