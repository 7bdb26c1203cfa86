package dev.firstfill.referrals;

import dev.firstfill.kernel.Refusal;
import java.util.Locale;

/** Every way this context says no. */
public final class ReferralRefusals {
    private ReferralRefusals() {}

    /** There is no such referral in this pharmacy. */
    public static final class ReferralNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        public ReferralNotFound() {
            super(Kind.NOT_FOUND, "referral-not-found", "There is no such referral.");
        }
    }

    /** Whose it is has been decided, or was never in doubt. */
    static final class NotUnderReview extends Refusal {
        private static final long serialVersionUID = 1L;

        NotUnderReview(ReferralState state) {
            super(
                    Kind.CONFLICT,
                    "referral-not-under-review",
                    "The referral is %s and cannot be reviewed: read what was decided.".formatted(word(state)));
        }
    }

    /** Nothing can be added to it. */
    static final class TakesNoSupplements extends Refusal {
        private static final long serialVersionUID = 1L;

        TakesNoSupplements(ReferralState state) {
            super(
                    Kind.CONFLICT,
                    "referral-takes-no-supplements",
                    "The referral is %s: %s.".formatted(word(state), remedy(state)));
        }

        private static String remedy(ReferralState state) {
            return switch (state) {
                case NEEDS_REVIEW -> "decide first whose it is, then add what it lacks";
                case DUPLICATE -> "add what is missing to the one that came first";
                case REJECTED -> "have the order sent again";
                case ACCEPTED -> "add what it lacks";
            };
        }
    }

    /** A decision names a patient who is not there. */
    static final class NoSuchPatient extends Refusal {
        private static final long serialVersionUID = 1L;

        NoSuchPatient() {
            super(Kind.UNPROCESSABLE, "referral-patient-not-found", "There is no such patient: look at patient.");
        }
    }

    /** A decision names a patient whom the referral does not resemble. */
    static final class NotACandidate extends Refusal {
        private static final long serialVersionUID = 1L;

        NotACandidate() {
            super(
                    Kind.CONFLICT,
                    "referral-not-about-patient",
                    "The referral does not resemble this patient: correct the record first, or decide otherwise.");
        }
    }

    /** Since the referral waits, somebody was registered whom it certainly is about. */
    static final class RegisteredMeanwhile extends Refusal {
        private static final long serialVersionUID = 1L;

        RegisteredMeanwhile() {
            super(
                    Kind.CONFLICT,
                    "referral-patient-registered-meanwhile",
                    "Meanwhile a patient was registered whom the referral is certainly about: find them, and decide for"
                            + " the same person.");
        }
    }

    private static String word(ReferralState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
