package dev.firstfill.patients;

import java.util.UUID;

/** What a patient may be called by: the id that programs keep, or the number that people say. */
public sealed interface PatientReference permits PatientId, PatientNumber {

    /** @throws PatientRefusals.PatientNotFound when it is neither: what cannot exist is not there */
    static PatientReference of(String text) {
        return PatientNumber.parse(text).<PatientReference>map(number -> number).orElseGet(() -> id(text));
    }

    private static PatientId id(String text) {
        try {
            return new PatientId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new PatientRefusals.PatientNotFound();
        }
    }
}
