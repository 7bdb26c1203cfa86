package dev.firstfill.prescribing;

import org.jspecify.annotations.Nullable;

/**
 * What people wrote on a prescription; kept sealed with the patient's key.
 *
 * @param sig the directions to the patient, as they go on the label
 * @param clinicalIndication what it is for, in the prescriber's words
 * @param transferredTo the name of the pharmacy that has it now
 */
public record PrescriptionWords(
        String sig,
        @Nullable String clinicalIndication,
        @Nullable String note,
        @Nullable String transferredTo) {

    PrescriptionWords transferredTo(String pharmacy) {
        return new PrescriptionWords(sig, clinicalIndication, note, pharmacy);
    }

    @Override
    public String toString() {
        return "PrescriptionWords[hidden]";
    }
}
