package dev.firstfill.drugs;

import dev.firstfill.identifiers.MalformedIdentifier;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.kernel.Ids;

/** What a drug may be called by: the id that programs keep, or the NDC that stands on the package. */
public sealed interface DrugReference permits DrugId, DrugReference.ByNdc {

    /** The drug whose package has this NDC. */
    record ByNdc(Ndc ndc) implements DrugReference {}

    /** @throws DrugRefusals.DrugNotFound when it is neither: what cannot exist is not there */
    static DrugReference of(String text) {
        return Ids.read(text).<DrugReference>map(DrugId::new).orElseGet(() -> ndc(text));
    }

    private static DrugReference ndc(String text) {
        try {
            return new ByNdc(Ndc.parse(text));
        } catch (MalformedIdentifier notAnNdc) {
            throw new DrugRefusals.DrugNotFound();
        }
    }
}
