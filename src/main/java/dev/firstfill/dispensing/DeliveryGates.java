package dev.firstfill.dispensing;

import dev.firstfill.dispensing.ClosedGate.Finding;
import dev.firstfill.drugs.Storage;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Optional;

/** The gates of the way to the patient's door. */
final class DeliveryGates {
    private DeliveryGates() {}

    /**
     * A box travels from the day it is shipped to the end of the day it arrives, whatever the carrier's usual hour is:
     * a pack-out that holds 48 hours may arrive the day after.
     */
    static Optional<Finding> coldChainPlanned(GateFacts facts) {
        if (facts.drug().storage() == Storage.AMBIENT) {
            return Optional.empty();
        }
        var plan = facts.dispense().record().plan();
        if (plan == null || plan.coldPack() == null) {
            return Optional.of(new Finding(
                    "The drug needs the cold chain, and no qualified pack-out was chosen.",
                    "Choose a pack-out in the shipping plan."));
        }
        if (plan.shipOn().isBefore(facts.today())) {
            return Optional.of(new Finding(
                    "The plan was to ship on " + plan.shipOn() + ", which is past.",
                    "Agree with the patient on another day, and change the shipping plan."));
        }
        var days = Duration.between(
                        plan.shipOn().atStartOfDay(),
                        plan.arrivesOn().plusDays(1).atStartOfDay())
                .toHours();
        if (plan.coldPack().holdHours() < days) {
            return Optional.of(new Finding(
                    "The pack-out keeps its temperature for %d hours, and the box travels for up to %d."
                            .formatted(plan.coldPack().holdHours(), days),
                    "Choose a faster service or a pack-out that lasts longer."));
        }
        return arrivesWhenNobodyDelivers(plan)
                ? Optional.of(new Finding(
                        "The box would arrive on a "
                                + (plan.arrivesOn().getDayOfWeek() == DayOfWeek.SUNDAY ? "Sunday" : "Saturday")
                                + ", when the carrier does not deliver.",
                        "Ship earlier in the week, or with Saturday delivery."))
                : Optional.empty();
    }

    private static boolean arrivesWhenNobodyDelivers(ShippingPlan plan) {
        return switch (plan.arrivesOn().getDayOfWeek()) {
            case SUNDAY -> true;
            case SATURDAY -> !plan.saturdayDelivery();
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> false;
        };
    }

    /** What the patient confirmed must still be true: a patient who has moved since has another address on file. */
    static Optional<Finding> addressConfirmed(GateFacts facts) {
        var plan = facts.dispense().record().plan();
        if (plan == null) {
            return Optional.of(new Finding(
                    "Nobody has agreed with the patient where the box is to go.",
                    "Call the patient, and record the shipping plan."));
        }
        return facts.patient().addresses().contains(plan.address())
                ? Optional.empty()
                : Optional.of(new Finding(
                        "The address in the shipping plan is none of the patient's.",
                        "Confirm the address with the patient, and change the shipping plan or the patient's record."));
    }

    static Optional<Finding> signatureAgreed(GateFacts facts) {
        var plan = facts.dispense().record().plan();
        return plan == null || plan.signature() == ShippingPlan.Signature.NOT_ASKED
                ? Optional.of(new Finding(
                        "The patient was not asked whether somebody will sign for the box.",
                        "Ask the patient, and record the answer in the shipping plan."))
                : Optional.empty();
    }
}
