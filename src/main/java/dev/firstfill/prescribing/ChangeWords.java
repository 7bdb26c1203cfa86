package dev.firstfill.prescribing;

import org.jspecify.annotations.Nullable;

/**
 * What a change of a prescription was, in full; kept sealed with the patient's key.
 *
 * @param before what was ordered until then; null when that is not what changed
 * @param after what is ordered since then; null when that is not what changed
 * @param authorisedBy who said that it be changed
 * @param transferredTo the name of the pharmacy that has it now
 */
public record ChangeWords(
        @Nullable PrescriptionDetails before,
        @Nullable PrescriptionDetails after,
        @Nullable String note,
        @Nullable String authorisedBy,
        @Nullable String transferredTo) {

    /** @param before null when there was nothing */
    static ChangeWords ordered(@Nullable PrescriptionOrder before, PrescriptionOrder after, @Nullable Amendment why) {
        return new ChangeWords(
                before == null ? null : before.details(),
                after.details(),
                null,
                why == null ? null : why.authorisedBy(),
                null);
    }

    static ChangeWords noted(@Nullable String note) {
        return new ChangeWords(null, null, note, null, null);
    }

    @Override
    public String toString() {
        return "ChangeWords[hidden]";
    }
}
