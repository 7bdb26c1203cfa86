package dev.firstfill.tenancy.door;

import dev.firstfill.kernel.Refusal;

/** Every way the door itself says no. */
public final class DoorRefusals {
    private DoorRefusals() {}

    /** The first request with this key has not been answered yet. */
    static final class IdempotencyKeyInUse extends Refusal {
        private static final long serialVersionUID = 1L;

        IdempotencyKeyInUse() {
            super(
                    Kind.CONFLICT,
                    "idempotency-key-in-use",
                    "A request with this Idempotency-Key is being worked on. Send it again in a moment.");
        }
    }

    /** The key stands for something else already. */
    static final class IdempotencyKeyReused extends Refusal {
        private static final long serialVersionUID = 1L;

        IdempotencyKeyReused() {
            super(
                    Kind.UNPROCESSABLE,
                    "idempotency-key-reused",
                    "This Idempotency-Key was sent with another request. A new wish needs a new key.");
        }
    }

    /** The answer was about a person who has been erased since. */
    static final class AnswerErased extends Refusal {
        private static final long serialVersionUID = 1L;

        AnswerErased() {
            super(Kind.GONE, "answer-erased", "It was done, and whoever it was about has been erased since.");
        }
    }
}
