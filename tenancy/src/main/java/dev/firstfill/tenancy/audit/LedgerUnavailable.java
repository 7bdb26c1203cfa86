package dev.firstfill.tenancy.audit;

import dev.firstfill.kernel.Refusal;

/** What was asked for could not be recorded, so it was not answered, or not done. */
public final class LedgerUnavailable extends Refusal {
    private static final long serialVersionUID = 1L;

    public LedgerUnavailable() {
        super(
                Kind.UNAVAILABLE,
                "ledger-unavailable",
                "The access cannot be recorded at the moment, so there is no answer. Try again shortly.");
    }
}
