package dev.firstfill.authorisations;

import io.smallrye.mutiny.Uni;

/** Whoever decides on prior authorisations, as the pharmacy reaches them electronically. */
public interface AuthorisationPayer {
    /** For a platform that no payer is connected to. */
    AuthorisationPayer NONE = new AuthorisationPayer() {
        @Override
        public boolean isConnected() {
            return false;
        }

        @Override
        public Uni<AuthorisationAnswer> ask(AuthorisationQuestion question) {
            return Uni.createFrom().failure(new NoAnswer(AuthorisationTrouble.PAYER_NOT_CONNECTED));
        }
    };

    boolean isConnected();

    /**
     * Fails with {@link NoAnswer} when there is none that could be believed. What the payer heard is then unknown: the
     * same question is asked again, and because of its reference and its round is one question to the payer.
     */
    Uni<AuthorisationAnswer> ask(AuthorisationQuestion question);
}
