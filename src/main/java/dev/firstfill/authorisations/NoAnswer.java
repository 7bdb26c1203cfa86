package dev.firstfill.authorisations;

/** There is no answer of the payer's that could be believed. */
public final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final AuthorisationTrouble trouble;

    public NoAnswer(AuthorisationTrouble trouble) {
        super(trouble.name(), null, false, false);
        this.trouble = trouble;
    }

    public AuthorisationTrouble trouble() {
        return trouble;
    }
}
