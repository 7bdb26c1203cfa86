package dev.firstfill.api.problem;

import io.quarkus.oidc.OIDCException;
import java.io.IOException;

/** Tells a token that is wrong from a token that could not be checked. */
final class Identity {
    private static final int CAUSES_MAX = 20;

    private Identity() {}

    static boolean isUnreachable(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < CAUSES_MAX; cause = cause.getCause(), depth++) {
            if (cause instanceof IOException || cause instanceof OIDCException) {
                return true;
            }
        }
        return false;
    }
}
