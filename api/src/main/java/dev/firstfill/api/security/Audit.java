package dev.firstfill.api.security;

/**
 * Whether calls under a permission are kept in the pharmacy's audit ledger, and why. Each permission has to say it, so
 * that no operation can be added without somebody having decided.
 */
public enum Audit {
    PATIENT_DATA(true, "it shows or changes what the pharmacy knows of patients."),
    CHANGE(true, "it changes what the pharmacy works with."),
    NO_PATIENT_DATA(false, "it shows nothing of any patient."),
    PLATFORM(
            false,
            "it shows nothing from inside any pharmacy. What is done with a pharmacy is kept among its events in the "
                    + "catalogue.");

    private final boolean audited;
    private final String reason;

    Audit(boolean audited, String reason) {
        this.audited = audited;
        this.reason = reason;
    }

    public boolean isAudited() {
        return audited;
    }

    /** For the contract's readers. */
    public String sentence() {
        return (audited ? "Audited: " : "Not audited: ") + reason;
    }
}
