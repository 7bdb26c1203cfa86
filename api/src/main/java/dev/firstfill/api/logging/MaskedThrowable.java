package dev.firstfill.api.logging;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands in a log for a failure: the same class, places and causes, with masked words. */
final class MaskedThrowable extends Throwable {
    private static final long serialVersionUID = 1L;

    private final String type;

    private MaskedThrowable(Throwable original, @Nullable Throwable cause) {
        super(original.getLocalizedMessage() == null ? null : Masking.of(original.getLocalizedMessage()), cause);
        this.type = original.getClass().getName();
        setStackTrace(original.getStackTrace());
    }

    static Throwable of(Throwable original) {
        return of(original, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** A chain may lead back to itself. */
    private static @Nullable Throwable of(@Nullable Throwable original, Set<Throwable> seen) {
        if (original == null || !seen.add(original)) {
            return null;
        }
        var masked = new MaskedThrowable(original, of(original.getCause(), seen));
        for (var suppressed : original.getSuppressed()) {
            var other = of(suppressed, seen);
            if (other != null) {
                masked.addSuppressed(other);
            }
        }
        return masked;
    }

    @Override
    public String toString() {
        return getMessage() == null ? type : type + ": " + getMessage();
    }
}
