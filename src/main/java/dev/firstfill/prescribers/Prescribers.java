package dev.firstfill.prescribers;

import dev.firstfill.identifiers.Npi;
import dev.firstfill.kernel.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The queries on prescribers. */
final class Prescribers {
    private final Mutiny.QueryProducer session;

    Prescribers(Mutiny.QueryProducer session) {
        this.session = session;
    }

    Uni<Prescriber> find(PrescriberReference prescriber) {
        var query =
                switch (prescriber) {
                    case PrescriberId id -> byId(id);
                    case PrescriberReference.ByNpi(var npi) -> byNpi(npi);
                };
        return query.getSingleResultOrNull().onItem().ifNull().failWith(PrescriberRefusals.PrescriberNotFound::new);
    }

    private Mutiny.SelectionQuery<Prescriber> byId(PrescriberId id) {
        return session.createSelectionQuery("from Prescriber p where p.id = :id", Prescriber.class)
                .setParameter("id", id.value());
    }

    private Mutiny.SelectionQuery<Prescriber> byNpi(Npi npi) {
        return session.createSelectionQuery("from Prescriber p where p.npi = :npi", Prescriber.class)
                .setParameter("npi", npi.value());
    }

    /** By NPI, of those among them who are there. */
    Uni<Map<String, PrescriberId>> idsOf(Collection<Npi> npis) {
        return npis.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createSelectionQuery(
                                "select p.npi, p.id from Prescriber p where p.npi in :npis", Object[].class)
                        .setParameter("npis", npis.stream().map(Npi::value).toList())
                        .getResultList()
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(
                                        row -> (String) row[0], row -> new PrescriberId((UUID) row[1]))));
    }

    Uni<List<Prescriber>> page(PageRequest page) {
        var query = page.newestFirst()
                ? "from Prescriber p where p.id < :from order by p.id desc"
                : "from Prescriber p where p.id > :from order by p.id";
        return session.createSelectionQuery(query, Prescriber.class)
                .setParameter("from", page.from())
                .setMaxResults(page.fetched())
                .getResultList();
    }

    /** One query for each index, the narrowest first, so that each has a plan of its own that uses it. */
    Uni<List<Prescriber>> matching(PrescriberSearch search, int limit) {
        if (search.npi() != null) {
            return byNpi(search.npi()).getResultList().map(found -> found.stream()
                    .filter(one -> search.matches(one.details()))
                    .toList());
        }
        var query = search.phone() == null
                ? byFamily()
                : byPhone().setParameter("phones", new String[] {search.phone().e164()});
        // What is folded holds letters and digits only, so nothing in it is a wildcard.
        return query.setParameter("prefix", search.familyPrefix() + '%')
                .setMaxResults(limit)
                .getResultList();
    }

    private Mutiny.SelectionQuery<Prescriber> byFamily() {
        return session.createSelectionQuery("""
                from Prescriber p
                where p.familyFolded like :prefix
                order by p.familyFolded, p.id
                """, Prescriber.class);
    }

    private Mutiny.SelectionQuery<Prescriber> byPhone() {
        return session.createSelectionQuery("""
                from Prescriber p
                where array_includes(p.officePhones, :phones)
                  and p.familyFolded like :prefix
                order by p.familyFolded, p.id
                """, Prescriber.class);
    }
}
