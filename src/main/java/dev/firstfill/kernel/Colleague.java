package dev.firstfill.kernel;

/**
 * Somebody who works in the pharmacy, or a program that works for it.
 *
 * @param id with the identity provider
 * @param name for people to read; never used to decide
 */
public record Colleague(String id, String name) {
    /** The platform itself, at work for a pharmacy: a timer, a relay, settings that were shipped. */
    public static final Colleague PLATFORM = new Colleague("platform", "platform");

    public boolean isSameAs(Colleague other) {
        return id.equals(other.id);
    }
}
