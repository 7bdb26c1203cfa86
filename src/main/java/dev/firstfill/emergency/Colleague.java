package dev.firstfill.emergency;

/**
 * Somebody who works in the pharmacy.
 *
 * @param id with the identity provider
 * @param name for people to read; never used to decide
 */
public record Colleague(String id, String name) {
    boolean isSameAs(Colleague other) {
        return id.equals(other.id);
    }
}
