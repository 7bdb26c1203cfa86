package dev.firstfill.kernel;

/** Somebody else changed it since the caller looked. Nothing was written; look again, then decide again. */
public final class StaleVersion extends Refusal {
    private static final long serialVersionUID = 1L;

    public StaleVersion() {
        super(Kind.STALE, "stale-version", "It was changed since you read it: read it again.");
    }

    /** @throws StaleVersion when the versions differ */
    public static void unless(boolean same) {
        if (!same) {
            throw new StaleVersion();
        }
    }
}
