package dev.firstfill.claims;

/** There is no answer of the payer's that could be believed. */
public final class PayerFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ClaimTrouble trouble;

    public PayerFailed(ClaimTrouble trouble) {
        super(trouble.name(), null, false, false);
        this.trouble = trouble;
    }

    public ClaimTrouble trouble() {
        return trouble;
    }
}
