package dev.firstfill.api.attack;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signed tokens, which cost more than the request they go with, kept while they are fresh. */
final class Lasting<T> {
    /** Far from the ten minutes after which a token would be refused for its age, and no longer for what is wrong. */
    private static final long FRESH_NS = Duration.ofMinutes(2).toNanos();

    private final Supplier<T> signed;
    private @Nullable T kept;
    private long since;

    Lasting(Supplier<T> signed) {
        this.signed = signed;
    }

    synchronized T get() {
        var fresh = kept;
        if (fresh == null || System.nanoTime() - since > FRESH_NS) {
            fresh = signed.get();
            kept = fresh;
            since = System.nanoTime();
        }
        return fresh;
    }
}
