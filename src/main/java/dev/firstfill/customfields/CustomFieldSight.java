package dev.firstfill.customfields;

/** How much of a patient's custom fields somebody may see. */
public enum CustomFieldSight {
    ALL,
    /** Values of sensitive fields are left out of what is shown, and kept when the rest is changed. */
    WITHOUT_SENSITIVE
}
