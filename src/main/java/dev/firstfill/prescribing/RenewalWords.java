package dev.firstfill.prescribing;

import org.jspecify.annotations.Nullable;

/** What people wrote of a request for a renewal; kept sealed with the patient's key. */
record RenewalWords(@Nullable String note, @Nullable String answer) {
    @Override
    public String toString() {
        return "RenewalWords[hidden]";
    }
}
