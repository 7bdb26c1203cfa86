package dev.firstfill.tenancy.door;

import dev.firstfill.kernel.Refusal;

/** The pharmacy has as much in hand as it may have at once, and this act's turn did not come in time. */
public final class PharmacyBusy extends Refusal {
    private static final long serialVersionUID = 1L;

    public PharmacyBusy() {
        super(
                Kind.TOO_MANY,
                "pharmacy-busy",
                "The pharmacy has as much in hand as it may have at once. Try again shortly.");
    }
}
