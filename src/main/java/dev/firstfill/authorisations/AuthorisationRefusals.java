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
}
