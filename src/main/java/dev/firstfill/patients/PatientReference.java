package dev.firstfill.patients;

import dev.firstfill.kernel.Ids;

/** What a patient may be called by: the id that programs keep, or the number that people say. */
public sealed interface PatientReference permits PatientId, PatientNumber {

    /** @throws PatientRefusals.PatientNotFound when it is neither: what cannot exist is not there */
    static PatientReference of(String text) {
        return PatientNumber.parse(text).<PatientReference>map(number -> number).orElseGet(() -> id(text));
    }

    private static PatientId id(String text) {
        return Ids.read(text).map(PatientId::new).orElseThrow(PatientRefusals.PatientNotFound::new);
    }
}
