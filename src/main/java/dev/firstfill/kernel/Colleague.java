package dev.firstfill.kernel;

/**
 * Somebody who works in the pharmacy, or a program that works for it.
 *
 * @param id with the identity provider, at most 255 ASCII characters (OpenID Connect Core 1.0, section 2)
 * @param name for people to read, never used to decide; what is longer than {@value #NAME_MAX} characters is cut off,
 *     since it stands on every row that somebody writes
 */
public record Colleague(String id, String name) {
    /** The platform itself, at work for a pharmacy: a timer, a relay, settings that were shipped. */
    public static final Colleague PLATFORM = new Colleague("platform", "platform");

    public static final int NAME_MAX = 80;

    public Colleague {
        name = name.codePointCount(0, name.length()) <= NAME_MAX
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME_MAX));
    }

    public boolean isSameAs(Colleague other) {
        return id.equals(other.id);
    }
}
