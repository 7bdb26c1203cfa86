package dev.firstfill.prescribing;

/** What of the pharmacy's prescriptions somebody may change. */
public enum AmendmentScope {
    /** Only what no pharmacist has verified yet. */
    DRAFTS,
    /** What is verified, too. */
    ALL;

    void mustCover(PrescriptionState state) {
        if (this == DRAFTS && state != PrescriptionState.DRAFT) {
            throw new PrescribingRefusals.AmendmentNeedsPharmacist();
        }
    }
}
