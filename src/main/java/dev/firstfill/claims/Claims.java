package dev.firstfill.claims;

import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries on claims. What says whose a claim is, is sealed and opened with that patient's key. */
final class Claims {
    private final Mutiny.QueryProducer session;
    private final Seals seals;

    Claims(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    Uni<ClaimRow> find(ClaimId id) {
        return found(byId(id));
    }

    /** Locks the row, so that of two answers, or of an answer and a colleague, one sees what the other did. */
    Uni<ClaimRow> forChange(ClaimId id) {
        return found(byId(id).setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    private Mutiny.SelectionQuery<ClaimRow> byId(ClaimId id) {
        return session.createSelectionQuery("from ClaimRow c where c.id = :id", ClaimRow.class)
                .setParameter("id", id.value());
    }

    private static Uni<ClaimRow> found(Mutiny.SelectionQuery<ClaimRow> query) {
        return query.getSingleResultOrNull().onItem().ifNull().failWith(ClaimRefusals.ClaimNotFound::new);
    }

    /** In the order in which they were submitted. */
    Uni<List<ClaimRow>> of(UUID dispense) {
        return ofDispense(dispense).getResultList();
    }

    Uni<List<ClaimRow>> forChange(UUID dispense) {
        return ofDispense(dispense).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private Mutiny.SelectionQuery<ClaimRow> ofDispense(UUID dispense) {
        return session.createSelectionQuery(
                        "from ClaimRow c where c.dispense = :dispense order by c.id", ClaimRow.class)
                .setParameter("dispense", dispense);
    }

    Uni<List<ClaimRow>> page(ClaimFilter filter, PageRequest page) {
        var wanted = new ArrayList<String>();
        wanted.add(page.newestFirst() ? "c.id < :from" : "c.id > :from");
        if (filter.state() != null) {
            // A constant, so that each state has a plan of its own: most claims are paid, and few wait for an answer.
            wanted.add("c.state = '%s'".formatted(filter.state().name()));
        }
        if (filter.patient() != null) {
            wanted.add("c.patient = :patient");
        }
        if (filter.attention()) {
            wanted.add("c.trouble is not null");
        }
        var query = session.createSelectionQuery(
                        "from ClaimRow c where %s order by c.id %s"
                                .formatted(String.join(" and ", wanted), page.newestFirst() ? "desc" : "asc"),
                        ClaimRow.class)
                .setParameter("from", page.from())
                .setMaxResults(page.fetched());
        if (filter.patient() != null) {
            query.setParameter("patient", filter.patient().value());
        }
        return query.getResultList();
    }

    /** Null when the patient was erased. */
    Uni<Seals.@Nullable OfPerson> sealOf(UUID patient) {
        return new PatientChart(session, seals).sealsOf(List.of(patient)).map(found -> found.get(patient));
    }

    static byte[] sealed(UUID claim, ClaimRecord record, Seals.OfPerson seal) {
        return seal.seal(place(claim), Json.bytes(record));
    }

    /** In the same order; of patients who were erased, without what was theirs. */
    Uni<List<Claim>> opened(List<ClaimRow> rows) {
        var patients = rows.stream().map(ClaimRow::patient).distinct().toList();
        return patients.isEmpty()
                ? Uni.createFrom().item(List.of())
                : new PatientChart(session, seals).sealsOf(patients).map(found -> rows.stream()
                        .map(row -> opened(row, found))
                        .toList());
    }

    Uni<Claim> opened(ClaimRow row) {
        return opened(List.of(row)).map(opened -> opened.get(0));
    }

    private static Claim opened(ClaimRow row, Map<UUID, Seals.OfPerson> seals) {
        return opened(row, seals.get(row.patient()));
    }

    static Claim opened(ClaimRow row, Seals.@Nullable OfPerson seal) {
        return row.opened(seal == null ? null : record(row, seal));
    }

    static ClaimRecord record(ClaimRow row, Seals.OfPerson seal) {
        return Json.read(seal.open(place(row.id()), row.record()), ClaimRecord.class);
    }

    private static Seals.Place place(UUID claim) {
        return new Seals.Place("claim", "record", claim);
    }
}
