package dev.firstfill.dispensing;

import dev.firstfill.claims.Claim;
import dev.firstfill.claims.ClaimBook;
import dev.firstfill.claims.ClaimState;
import dev.firstfill.prescribing.PrescriptionBook;
import io.smallrye.mutiny.Uni;

/** What a dispense that is undone gives back: the fill to the prescription, the money to the payer. */
final class Undoing {
    private final DispenseInHand hand;

    private Undoing(DispenseInHand hand) {
        this.hand = hand;
    }

    static Undoing of(DispenseInHand hand) {
        return new Undoing(hand);
    }

    Uni<Void> giveBack() {
        return refuseWhenCompleted().chain(this::claim).chain(this::fill);
    }

    /** The rest of a fill stands on its first part. */
    private Uni<Void> refuseWhenCompleted() {
        if (hand.row().part() != DispensePart.PARTIAL) {
            return Uni.createFrom().voidItem();
        }
        return new Dispenses(hand.desk().session(), hand.desk().seals())
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
        var book = new ClaimBook(
                hand.desk().session(), hand.desk().seals(), hand.desk().journal());
        var dispense = hand.row().id().value();
        return book.giveUpRejected(dispense, hand.by(), hand.now())
                .chain(() -> book.billed(dispense))
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
        return new PrescriptionBook(hand.desk().session(), hand.desk().seals())
                .fillGivenBack(hand.desk(), hand.prescription(), hand.by(), hand.now());
    }
}
