package dev.firstfill.api.attack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Names and numbers of which a pharmacy, or the platform, may have each only once. */
final class UnusedNumbers {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private UnusedNumbers() {}

    static String slug() {
        return "attacked-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static String key() {
        return "key" + NEXT.incrementAndGet();
    }

    /** One word: of two names that share one, somebody must tell whether they are one person's. */
    static String familyName() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Of the past. */
    static String instant() {
        return Instant.parse("2026-03-02T15:00:00Z")
                .minusSeconds(NEXT.incrementAndGet())
                .toString();
    }

    static String birthDate() {
        return LocalDate.parse("1999-12-31").minusDays(NEXT.incrementAndGet()).toString();
    }

    static String ndc() {
        return "00074-%04d-02".formatted(NEXT.incrementAndGet());
    }

    /** With the check digit of CMS: Luhn's, over 80840 and the number. */
    static String npi() {
        var digits = "1%08d".formatted(NEXT.incrementAndGet());
        int sum = 24;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int counted = i % 2 == 0 ? 2 * digit : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
