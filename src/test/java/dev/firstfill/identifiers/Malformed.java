package dev.firstfill.identifiers;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Why a value was refused. */
final class Malformed {

    private Malformed() {}

    static String codeOf(ThrowingCallable parsing) {
        var refusal = catchThrowableOfType(MalformedIdentifier.class, parsing);
        return refusal == null ? "accepted" : refusal.code();
    }
}
