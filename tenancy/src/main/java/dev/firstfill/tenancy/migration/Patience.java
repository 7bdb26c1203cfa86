package dev.firstfill.tenancy.migration;

import java.time.Duration;

/**
 * How long a migration waits for a lock, and how often it tries again.
 *
 * @param lockTimeout while a migration waits, every request that comes after it waits behind it: so a short wait,
 *     repeated, is kinder than a long one
 * @param statementTimeout a migration that needs longer should move its data in steps
 */
public record Patience(
        Duration lockTimeout, Duration statementTimeout, int retries, Duration firstPause, Duration longestPause) {

    public static final Patience USUAL = new Patience(
            Duration.ofSeconds(2), Duration.ofMinutes(10), 6, Duration.ofMillis(250), Duration.ofSeconds(8));
}
