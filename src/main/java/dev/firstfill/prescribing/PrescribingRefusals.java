package dev.firstfill.prescribing;

import dev.firstfill.drugs.ControlledSchedule;
import dev.firstfill.kernel.Refusal;
import java.time.LocalDate;

/** Every way this context says no. */
public final class PrescribingRefusals {
    private PrescribingRefusals() {}

    /** There is no such prescription in this pharmacy. */
    public static final class PrescriptionNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        public PrescriptionNotFound() {
            super(Kind.NOT_FOUND, "prescription-not-found", "There is no such prescription.");
        }
    }

    /** The body names a patient whom the pharmacy does not have. */
    static final class NoSuchPatient extends Refusal {
        private static final long serialVersionUID = 1L;

        NoSuchPatient() {
            super(Kind.UNPROCESSABLE, "prescription-patient-not-found", "There is no such patient: see patient.");
        }
    }

    /** The body names a prescriber whom the pharmacy does not have. */
    static final class NoSuchPrescriber extends Refusal {
        private static final long serialVersionUID = 1L;

        NoSuchPrescriber() {
            super(
                    Kind.UNPROCESSABLE,
                    "prescription-prescriber-not-found",
                    "There is no such prescriber: see prescriber.");
        }
    }

    /** The body names a drug that the pharmacy does not have. */
    static final class NoSuchDrug extends Refusal {
        private static final long serialVersionUID = 1L;

        NoSuchDrug() {
            super(Kind.UNPROCESSABLE, "prescription-drug-not-found", "There is no such drug: see drug.");
        }
    }

    /** Nobody can have written it yet. */
    static final class WrittenInFuture extends Refusal {
        private static final long serialVersionUID = 1L;

        WrittenInFuture() {
            super(
                    Kind.UNPROCESSABLE,
                    "prescription-written-in-future",
                    "writtenOn lies in the future. To have it filled later, give startsOn.");
        }
    }

    /** It would be filled before it was written. */
    static final class StartsBeforeWritten extends Refusal {
        private static final long serialVersionUID = 1L;

        StartsBeforeWritten() {
            super(Kind.UNPROCESSABLE, "prescription-starts-before-written", "startsOn lies before writtenOn.");
        }
    }

    /** It would never be filled. */
    static final class ExpiresBeforeStart extends Refusal {
        private static final long serialVersionUID = 1L;

        ExpiresBeforeStart() {
            super(
                    Kind.UNPROCESSABLE,
                    "prescription-expires-before-start",
                    "expiresOn, given or computed, lies before startsOn.");
        }
    }

    /** The law ends it earlier. */
    static final class ExpiresTooLate extends Refusal {
        private static final long serialVersionUID = 1L;

        ExpiresTooLate(LocalDate lastDay) {
            super(
                    Kind.UNPROCESSABLE,
                    "prescription-expires-too-late",
                    "The last day it may be filled on is %s: give that, an earlier one or none.".formatted(lastDay));
        }
    }

    /** The drug's schedule forbids so many. */
    static final class TooManyRefills extends Refusal {
        private static final long serialVersionUID = 1L;

        TooManyRefills(ControlledSchedule schedule, int allowed) {
            super(
                    Kind.UNPROCESSABLE,
                    "too-many-refills",
                    "A drug of schedule %s may have %d refills at most.".formatted(schedule, allowed));
        }
    }

    /** A refill would have the patient load once more. */
    static final class LoadingDosesWithRefills extends Refusal {
        private static final long serialVersionUID = 1L;

        LoadingDosesWithRefills() {
            super(
                    Kind.UNPROCESSABLE,
                    "loading-doses-with-refills",
                    "A prescription with loading doses has no refills: enter the regular doses as another one.");
        }
    }

    /** It is neither stated nor can it be computed. */
    static final class DaysSupplyMissing extends Refusal {
        private static final long serialVersionUID = 1L;

        DaysSupplyMissing() {
            super(
                    Kind.UNPROCESSABLE,
                    "days-supply-missing",
                    "Give daysSupply, or dosing in the package's unit or with contentPerUnit, from which it follows.");
        }
    }

    /** Two statements of the prescriber's exclude each other, and nobody here may choose. */
    static final class DaysSupplyContradictsSig extends Refusal {
        private static final long serialVersionUID = 1L;

        DaysSupplyContradictsSig(int stated, int least, int most) {
            super(
                    Kind.UNPROCESSABLE,
                    "days-supply-contradicts-sig",
                    ("By dosing, the quantity lasts %s; daysSupply says %d."
                                    + " Correct one of the three, or leave daysSupply out.")
                            .formatted(least == most ? least + " days" : least + " to " + most + " days", stated));
        }
    }

    /** It would not last a day, or for more than a year. */
    static final class QuantityOutOfProportion extends Refusal {
        private static final long serialVersionUID = 1L;

        QuantityOutOfProportion(int days) {
            super(
                    Kind.UNPROCESSABLE,
                    "quantity-out-of-proportion",
                    "By dosing, the quantity lasts %d days; 1 to %d are possible. Correct quantity or dosing."
                            .formatted(days, DaysSupply.MAX));
        }
    }

    /** The state allows other moves only. */
    static final class MoveNotAllowed extends Refusal {
        private static final long serialVersionUID = 1L;

        MoveNotAllowed(PrescriptionState state, PrescriptionMove move) {
            super(
                    Kind.CONFLICT,
                    "prescription-move-not-allowed",
                    "A prescription that is %s cannot be %s. %s"
                            .formatted(state.wireName(), move.participle(), state.remedy()));
        }
    }

    /** A draft whose last day has passed would be expired at once. */
    static final class DraftTooOld extends Refusal {
        private static final long serialVersionUID = 1L;

        DraftTooOld(LocalDate lastDay) {
            super(
                    Kind.CONFLICT,
                    "draft-too-old",
                    "%s was the last day to fill it. Correct its dates, or cancel it.".formatted(lastDay));
        }
    }

    /** What makes it this prescription and no other. */
    static final class FieldFixed extends Refusal {
        private static final long serialVersionUID = 1L;

        FieldFixed(String property, PrescriptionState state) {
            super(
                    Kind.CONFLICT,
                    "prescription-field-fixed",
                    "%s of a prescription that is %s cannot be changed: cancel it and enter a new one."
                            .formatted(property, state.wireName()));
        }
    }

    /** There is nothing to be changed any more. */
    static final class NotAmendable extends Refusal {
        private static final long serialVersionUID = 1L;

        NotAmendable(PrescriptionState state) {
            super(
                    Kind.CONFLICT,
                    "prescription-not-amendable",
                    "A prescription that is %s cannot be changed. %s".formatted(state.wireName(), state.remedy()));
        }
    }

    /** What a pharmacist verified, only a pharmacist changes. */
    static final class AmendmentNeedsPharmacist extends Refusal {
        private static final long serialVersionUID = 1L;

        AmendmentNeedsPharmacist() {
            super(
                    Kind.NOT_ALLOWED,
                    "amendment-needs-pharmacist",
                    "The prescription is no draft any more: a pharmacist has to change it.");
        }
    }

    /** The record would not say why, and who said so. */
    static final class AmendmentUnexplained extends Refusal {
        private static final long serialVersionUID = 1L;

        AmendmentUnexplained() {
            super(
                    Kind.UNPROCESSABLE,
                    "amendment-unexplained",
                    "The prescription is no draft any more: give amendment, with a reason and who authorised it.");
        }
    }

    /** What was taken was authorised, and whoever allows nothing more cancels the rest. */
    static final class RefillsBelowFillsTaken extends Refusal {
        private static final long serialVersionUID = 1L;

        RefillsBelowFillsTaken(int fillsTaken) {
            super(
                    Kind.CONFLICT,
                    "refills-below-fills-taken",
                    "%d fills are taken: authorise %d refills at least, or cancel it."
                            .formatted(fillsTaken, fillsTaken));
        }
    }

    /** All fills are taken. */
    static final class NoFillsRemaining extends Refusal {
        private static final long serialVersionUID = 1L;

        NoFillsRemaining(FillObstacle obstacle) {
            super(Kind.CONFLICT, "no-fills-remaining", obstacle.sentences());
        }
    }

    /** It is a draft, on hold, or over. */
    static final class NotActive extends Refusal {
        private static final long serialVersionUID = 1L;

        NotActive(FillObstacle obstacle) {
            super(Kind.CONFLICT, "prescription-not-active", obstacle.sentences());
        }
    }

    /** Its last day has passed. */
    static final class Expired extends Refusal {
        private static final long serialVersionUID = 1L;

        Expired(FillObstacle obstacle) {
            super(Kind.CONFLICT, "prescription-expired", obstacle.sentences());
        }
    }

    /** Its first day has not come. */
    static final class NotStarted extends Refusal {
        private static final long serialVersionUID = 1L;

        NotStarted(FillObstacle obstacle) {
            super(Kind.CONFLICT, "prescription-not-started", obstacle.sentences());
        }
    }

    /** None was taken. */
    static final class NoFillToGiveBack extends Refusal {
        private static final long serialVersionUID = 1L;

        NoFillToGiveBack() {
            super(Kind.CONFLICT, "no-fill-to-give-back", "No fill of this prescription is taken.");
        }
    }

    /** One is being asked for already. */
    static final class RenewalRequestOpen extends Refusal {
        private static final long serialVersionUID = 1L;

        RenewalRequestOpen() {
            super(Kind.CONFLICT, "renewal-request-open", "A renewal is asked for already: answer that request first.");
        }
    }

    /** There is none to be answered. */
    static final class NoRenewalRequestOpen extends Refusal {
        private static final long serialVersionUID = 1L;

        NoRenewalRequestOpen() {
            super(Kind.CONFLICT, "no-renewal-request-open", "No renewal of this prescription is asked for.");
        }
    }

    /** There is nothing to be renewed here. */
    static final class NotRenewable extends Refusal {
        private static final long serialVersionUID = 1L;

        NotRenewable(PrescriptionState state) {
            super(
                    Kind.CONFLICT,
                    "prescription-not-renewable",
                    "A prescription that is %s cannot be renewed. %s".formatted(state.wireName(), state.remedy()));
        }
    }

    /** Another system says that it filled what nobody had ordered yet. */
    static final class FilledBeforeWritten extends Refusal {
        private static final long serialVersionUID = 1L;

        FilledBeforeWritten() {
            super(
                    Kind.UNPROCESSABLE,
                    "filled-before-written",
                    "The fill is older than its prescription: correct filledOn, or the prescription's writtenOn.");
        }
    }

    /** Another system says that it filled more often than was ordered. */
    static final class FilledBeyondAuthorised extends Refusal {
        private static final long serialVersionUID = 1L;

        FilledBeyondAuthorised(int fillsAuthorised) {
            super(
                    Kind.UNPROCESSABLE,
                    "filled-beyond-authorised",
                    "The prescription has %d fills in all, numbered from 0: correct fillNumber, or enter the refills."
                            .formatted(fillsAuthorised));
        }
    }

    /** Another system says that a quantity lasted longer, or shorter, than the prescription allows for. */
    static final class PastSupplyContradictsPrescription extends Refusal {
        private static final long serialVersionUID = 1L;

        PastSupplyContradictsPrescription(int least, int most) {
            super(
                    Kind.UNPROCESSABLE,
                    "days-supply-contradicts-prescription",
                    "By the prescription the quantity lasts %d to %d days: correct quantity or daysSupply."
                            .formatted(least, most));
        }
    }
}
