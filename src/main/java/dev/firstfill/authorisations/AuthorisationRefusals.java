package dev.firstfill.authorisations;

import dev.firstfill.kernel.Refusal;

/** Every way this context says no. */
public final class AuthorisationRefusals {
    private AuthorisationRefusals() {}

    /** There is no such authorisation in this pharmacy. */
    static final class AuthorisationNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        AuthorisationNotFound() {
            super(Kind.NOT_FOUND, "prior-authorisation-not-found", "There is no such prior authorisation.");
        }
    }

    /** The payer's word cannot become that one. */
    static final class MoveNotAllowed extends Refusal {
        private static final long serialVersionUID = 1L;

        MoveNotAllowed(AuthorisationState from, AuthorisationState to) {
            super(
                    Kind.CONFLICT,
                    "prior-authorisation-move-not-allowed",
                    "The prior authorisation is %s and cannot become %s. %s"
                            .formatted(from.wireName(), to.wireName(), from.remedy()));
        }

        MoveNotAllowed(AuthorisationState from, AuthorisationMove move) {
            super(
                    Kind.CONFLICT,
                    "prior-authorisation-move-not-allowed",
                    "The prior authorisation is %s, and %s may not follow. %s"
                            .formatted(from.wireName(), move.wireName(), from.remedy()));
        }
    }

    /** What was dispensed under it would stand on another patient's or another drug's. */
    static final class OfAnother extends Refusal {
        private static final long serialVersionUID = 1L;

        OfAnother() {
            super(
                    Kind.UNPROCESSABLE,
                    "prior-authorisation-of-another",
                    "A prior authorisation stays with its patient and its drug. Withdraw it and enter another.");
        }
    }

    /** Only what a payer said, or what it is to be asked, can be entered. */
    static final class NotEntered extends Refusal {
        private static final long serialVersionUID = 1L;

        NotEntered(AuthorisationState state) {
            super(
                    Kind.UNPROCESSABLE,
                    "prior-authorisation-not-entered-so",
                    "None begins as %s. Enter it as prepared, and submit it.".formatted(state.wireName()));
        }
    }

    /** Nobody can be asked electronically. */
    static final class PayerNotReached extends Refusal {
        private static final long serialVersionUID = 1L;

        PayerNotReached() {
            super(
                    Kind.CONFLICT,
                    "authorisation-payer-not-connected",
                    "No payer is connected to be asked electronically. Submit it by portal, fax or phone.");
        }
    }

    /** Electronically a payer knows a patient by the card. */
    static final class NoCardInForce extends Refusal {
        private static final long serialVersionUID = 1L;

        NoCardInForce() {
            super(
                    Kind.CONFLICT,
                    "authorisation-without-coverage",
                    "No primary coverage of the benefit is in force today. Add it to the patient, or ask otherwise.");
        }
    }

    /** Levels are gone through in their order, each once. */
    static final class AppealLevelNotNext extends Refusal {
        private static final long serialVersionUID = 1L;

        AppealLevelNotNext() {
            super(
                    Kind.CONFLICT,
                    "appeal-level-not-next",
                    "Appeals begin with internal and go up, each level once; after external the denial is final.");
        }
    }

    /** The payer need not look at an appeal that was filed late. */
    static final class AppealTooLate extends Refusal {
        private static final long serialVersionUID = 1L;

        AppealTooLate() {
            super(
                    Kind.CONFLICT,
                    "appeal-too-late",
                    "The last day to file the appeal has passed. Say that there is good cause, or ask anew.");
        }
    }

    /** What of it is sealed has to fit into its row. */
    static final class RecordFull extends Refusal {
        private static final long serialVersionUID = 1L;

        RecordFull() {
            super(
                    Kind.UNPROCESSABLE,
                    "prior-authorisation-record-full",
                    "All texts of a prior authorisation together are too long. Say it in fewer words, or prepare a new"
                            + " one.");
        }
    }

    /** Only an electronic request can be asked after here. */
    static final class NoAnswerAwaited extends Refusal {
        private static final long serialVersionUID = 1L;

        NoAnswerAwaited() {
            super(
                    Kind.CONFLICT,
                    "authorisation-answer-not-awaited",
                    "No electronic answer of the payer is awaited. Record what the payer says.");
        }
    }
}
