package dev.firstfill.drugs;

import dev.firstfill.identifiers.RxCui;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** Those of them that the pharmacy has, by their ids. */
    public Uni<Map<DrugId, Drug>> drugs(Collection<DrugId> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : drugs.all(ids).map(found -> found.stream().collect(Collectors.toMap(Drug::id, drug -> drug)));
    }

    /** All packages of one concept of RxNorm, the one with the lowest NDC first. */
    public Uni<List<Drug>> packagesOf(RxCui rxNorm) {
        return drugs.packagesOf(rxNorm);
    }
}
