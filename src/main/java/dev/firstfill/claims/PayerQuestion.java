package dev.firstfill.claims;

import dev.firstfill.kernel.Event;
import java.util.Optional;
import java.util.UUID;

/**
 * What a payer is asked about a claim.
 *
 * @param claim with its present state, which decides what is asked
 */
public record PayerQuestion(Kind kind, Claim claim) {
    /** The kind of thing whose events are questions to be asked, and no news to anybody outside. */
    public static final String SUBJECT = "payer-question";

    /** As NCPDP names the transactions (103-A3). */
    public enum Kind {
        /** B1. */
        BILLING,
        /** D1, predetermination of benefits: what would be paid. */
        TEST,
        /** B2. */
        REVERSAL
    }

    /** What is to be asked in the claim's present state; empty when no answer is awaited. */
    static Optional<PayerQuestion> of(Claim claim) {
        return switch (claim.state()) {
            case SUBMITTED ->
                Optional.of(new PayerQuestion(claim.kind() == ClaimKind.TEST ? Kind.TEST : Kind.BILLING, claim));
            case REVERSAL_SUBMITTED, ABANDONMENT_SUBMITTED -> Optional.of(new PayerQuestion(Kind.REVERSAL, claim));
            case PAID, REJECTED, REVERSED, ABANDONED -> Optional.empty();
        };
    }

    /** Asks whatever is to be asked when it is delivered; of several, those that find nothing to ask do nothing. */
    static Event toAsk(UUID claim, int version) {
        return new Event("payer-question.raised", SUBJECT, claim, version);
    }

    /** Who pays, by what, and which claim it is, is on the card: without it only a reversal can be asked for. */
    boolean canBeAsked() {
        return kind == Kind.REVERSAL || claim.record() != null;
    }
}
