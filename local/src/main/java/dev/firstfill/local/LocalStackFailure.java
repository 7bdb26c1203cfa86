package dev.firstfill.local;

import org.jspecify.annotations.Nullable;

/** The machine cannot give what was asked for; the message says what to do about it. */
public final class LocalStackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LocalStackFailure(String message) {
        super(message);
    }

    LocalStackFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
