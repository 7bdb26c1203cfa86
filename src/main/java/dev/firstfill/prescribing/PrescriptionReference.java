package dev.firstfill.prescribing;

import dev.firstfill.kernel.Ids;

/** What a prescription may be called by: the id that programs keep, or the number on the label. */
public sealed interface PrescriptionReference permits PrescriptionId, PrescriptionNumber {

    /** @throws PrescribingRefusals.PrescriptionNotFound when it is neither: what cannot exist is not there */
    static PrescriptionReference of(String text) {
        return PrescriptionNumber.parse(text)
                .<PrescriptionReference>map(number -> number)
                .orElseGet(() -> id(text));
    }

    private static PrescriptionId id(String text) {
        return Ids.read(text).map(PrescriptionId::new).orElseThrow(PrescribingRefusals.PrescriptionNotFound::new);
    }
}
