package dev.firstfill.dispensing;

import dev.firstfill.kernel.Ids;

/** What a dispense may be called by: the id that programs keep, or the number on the label. */
public sealed interface DispenseReference permits DispenseId, DispenseNumber {

    /** @throws DispensingRefusals.DispenseNotFound when it is neither: what cannot exist is not there */
    static DispenseReference of(String text) {
        return DispenseNumber.parse(text)
                .<DispenseReference>map(number -> number)
                .orElseGet(() ->
                        Ids.read(text).map(DispenseId::new).orElseThrow(DispensingRefusals.DispenseNotFound::new));
    }
}
