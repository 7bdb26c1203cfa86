package dev.firstfill.tenancy.audit;

/**
 * A witness outside the platform who is told of every checkpoint, such as a time-stamping service or the pharmacy's
 * own computer. What was witnessed cannot be unsaid, not even by whoever holds the signing key.
 */
@FunctionalInterface
public interface Anchor {
    Anchor NONE = checkpoint -> {};

    /** Returns at once and never fails: the witness is told as soon as it can be reached. */
    void tell(Checkpoint checkpoint);
}
