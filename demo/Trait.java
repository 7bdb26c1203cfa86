/** What life has in store for a referral, beyond what stands in it. */
enum Trait {
    ORDINARY,
    /** The plan wants to be asked, and says yes at once. */
    NEEDS_PA,
    /** The plan wants to be asked, and wants to know more. */
    PA_ASKS,
    /** The plan says no, and yes to the first appeal. */
    PA_DENIED,
    /** The plan takes longer than it may. */
    PA_LATE,
    /** The plan does not pay for the drug at all. */
    NOT_COVERED,
    /** The patient's share is more than the patient has, and Medicare pays the rest. */
    FOUNDATION,
    /** The patient's share is more than the patient has, and a commercial plan pays the rest. */
    COPAY_CARD,
    /** Nobody answers, however often they are called. */
    UNREACHABLE,
    /** The first call reaches an answering machine. */
    VOICEMAIL,
    /** The call raises a question for the prescriber. */
    CONCERN,
    /** The carrier loses the first box. */
    LOST_BOX,
    /** The order is of a year ago, and ends before the refill. */
    OLD_ORDER;

    boolean asksForFunding() {
        return this == FOUNDATION || this == COPAY_CARD;
    }
}
