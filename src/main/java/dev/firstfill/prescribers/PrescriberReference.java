package dev.firstfill.prescribers;

import dev.firstfill.identifiers.MalformedIdentifier;
import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.Ids;

/** What a prescriber may be called by: the id that programs keep, or the NPI that people have at hand. */
public sealed interface PrescriberReference permits PrescriberId, PrescriberReference.ByNpi {

    /** The prescriber who has this NPI. */
    record ByNpi(Npi npi) implements PrescriberReference {}

    /** @throws PrescriberRefusals.PrescriberNotFound when it is neither: what cannot exist is not there */
    static PrescriberReference of(String text) {
        return Ids.read(text).<PrescriberReference>map(PrescriberId::new).orElseGet(() -> npi(text));
    }

    private static PrescriberReference npi(String text) {
        try {
            return new ByNpi(Npi.parse(text));
        } catch (MalformedIdentifier notAnNpi) {
            throw new PrescriberRefusals.PrescriberNotFound();
        }
    }
}
