package dev.firstfill.drugs;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** The pharmacy's drugs as other contexts look them up inside acts of their own. */
public final class Formulary {
    private final Drugs drugs;

    public Formulary(Mutiny.QueryProducer session) {
        this.drugs = new Drugs(session);
    }

    /** Refused as not found when the pharmacy has no such drug. */
    public Uni<Drug> drug(DrugReference drug) {
        return drugs.find(drug);
    }
}
