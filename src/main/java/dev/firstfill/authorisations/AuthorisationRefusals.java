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
}
