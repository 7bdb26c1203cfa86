package dev.firstfill.kernel;

/**
 * The pharmacy understood the wish and will not do it. Expected, never logged above info.
 *
 * <p>The message goes to the client and therefore names no patient. Each context keeps its refusals in one file,
 * so that every way it says no can be read on one page.
 */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Decides the status a client sees. A new kind needs a client that would act differently. */
    public enum Kind {
        /** It is not there, or it is not yours: the two must not be told apart. */
        NOT_FOUND,
        /** The state of things forbids it; another time it may work. */
        CONFLICT,
        /** It was there, and it was destroyed for good. */
        GONE,
        /** What the caller knew of the thing is stale. */
        STALE,
        /** The caller may not do this to anything. */
        NOT_ALLOWED,
        /** A rule forbids it, whatever the state. */
        UNPROCESSABLE,
        /** The caller, or the caller's pharmacy, asks for too much at once; the same request may work shortly. */
        TOO_MANY,
        /** The platform cannot do it now; the same request may work later. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;

    /**
     * @param code kebab-case and stable: clients act on it
     * @param message one sentence for the client's developer, without anything about a person
     */
    protected Refusal(Kind kind, String code, String message) {
        // No stack trace: a refusal is an answer, and where it was decided is clear from its code.
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }
}
