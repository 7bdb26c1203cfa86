package dev.firstfill.drugs;

import dev.firstfill.identifiers.Ndc;
import dev.firstfill.identifiers.RxCui;
import dev.firstfill.kernel.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The queries on drugs. */
final class Drugs {
    private final Mutiny.QueryProducer session;

    Drugs(Mutiny.QueryProducer session) {
        this.session = session;
    }

    Uni<Drug> find(DrugReference drug) {
        var query =
                switch (drug) {
                    case DrugId id -> byId(id);
                    case DrugReference.ByNdc(var ndc) -> byNdc(ndc);
                };
        return query.getSingleResultOrNull().onItem().ifNull().failWith(DrugRefusals.DrugNotFound::new);
    }

    private Mutiny.SelectionQuery<Drug> byId(DrugId id) {
        return session.createSelectionQuery("from Drug d where d.id = :id", Drug.class)
                .setParameter("id", id.value());
    }

    private Mutiny.SelectionQuery<Drug> byNdc(Ndc ndc) {
        return session.createSelectionQuery("from Drug d where d.ndc = :ndc", Drug.class)
                .setParameter("ndc", ndc.digits());
    }

    Uni<List<Drug>> all(Collection<DrugId> ids) {
        return session.createSelectionQuery("from Drug d where d.id in :ids", Drug.class)
                .setParameter("ids", ids.stream().map(DrugId::value).toList())
                .getResultList();
    }

    Uni<List<Drug>> all(Collection<Ndc> ndcs, Collection<UUID> ids) {
        return ndcs.isEmpty() && ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createSelectionQuery("from Drug d where d.ndc in :ndcs or d.id in :ids", Drug.class)
                        .setParameter("ndcs", ndcs.stream().map(Ndc::digits).toList())
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** Without an index: a formulary has some hundred packages, and a referral looks once. */
    Uni<List<Drug>> packagesOf(RxCui rxNorm) {
        return session.createNativeQuery("""
                        select d.id from pharmacy.drug d where d.details ->> 'rxNorm' = :rxNorm
                        """, UUID.class)
                .setParameter("rxNorm", rxNorm.value())
                .getResultList()
                .chain(ids -> all(List.of(), ids))
                .map(found -> found.stream()
                        .sorted(Comparator.comparing(
                                drug -> drug.details().ndc().digits()))
                        .toList());
    }

    Uni<List<Drug>> page(PageRequest page) {
        var query = page.newestFirst()
                ? "from Drug d where d.id < :from order by d.id desc"
                : "from Drug d where d.id > :from order by d.id";
        return session.createSelectionQuery(query, Drug.class)
                .setParameter("from", page.from())
                .setMaxResults(page.fetched())
                .getResultList();
    }

    /** One query for each index, so that each has a plan of its own that uses it. */
    Uni<List<Drug>> matching(DrugSearch search, int limit) {
        if (search.ndc() == null) {
            return byName(search.namePrefix(), limit);
        }
        return byNdc(search.ndc()).getResultList().map(found -> found.stream()
                .filter(drug -> search.matches(drug.details()))
                .toList());
    }

    /** What is folded holds letters and digits only, so nothing in the prefix is a wildcard. */
    private Uni<List<Drug>> byName(String prefix, int limit) {
        return session.createSelectionQuery("""
                        from Drug d
                        where d.nameFolded like :prefix
                        order by d.nameFolded, d.id
                        """, Drug.class)
                .setParameter("prefix", prefix + '%')
                .setMaxResults(limit)
                .getResultList();
    }
}
