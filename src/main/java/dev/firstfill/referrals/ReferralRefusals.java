package dev.firstfill.referrals;

import dev.firstfill.kernel.Refusal;

/** Every way this context says no. */
public final class ReferralRefusals {
    private ReferralRefusals() {}

    /** There is no such referral in this pharmacy. */
    public static final class ReferralNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        public ReferralNotFound() {
            super(Kind.NOT_FOUND, "referral-not-found", "There is no such referral.");
        }
    }
}
