package dev.firstfill.claims;

import io.smallrye.mutiny.Uni;

/** Whoever pays, as the pharmacy reaches them. */
public interface Payer {
    /** For a platform that no payer is connected to. */
    Payer NONE = new Payer() {
        @Override
        public boolean isConnected() {
            return false;
        }

        @Override
        public Uni<PayerAnswer> ask(PayerQuestion question) {
            return Uni.createFrom().failure(new PayerFailed(ClaimTrouble.PAYER_NOT_CONNECTED));
        }
    };

    boolean isConnected();

    /**
     * Fails with {@link PayerFailed} when there is no answer that could be believed. What the payer did is then unknown:
     * the same question is asked again, and because of its reference is one question to the payer.
     */
    Uni<PayerAnswer> ask(PayerQuestion question);
}
