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

    static Event toAsk(UUID claim, int version) {
        return new Event("payer-question.raised", SUBJECT, turned(claim), version);
    }

    /** @param event's id of a thing */
    public static ClaimId claimOf(UUID event) {
        return new ClaimId(turned(event));
    }

    /**
     * Events of one thing wait for each other. A question to the payer must wait for the one before it and not for a
     * listener outside who does not take the news of the claim, so questions go by another id: the claim's with its
     * second half complemented, which is nobody's, since our ids all are of RFC 9562's variant.
     */
    private static UUID turned(UUID id) {
        return new UUID(id.getMostSignificantBits(), ~id.getLeastSignificantBits());
    }
}
