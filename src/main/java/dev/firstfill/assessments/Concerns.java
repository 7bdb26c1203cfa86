package dev.firstfill.assessments;

import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries on concerns. Notes are sealed on the way in and opened on the way out. */
final class Concerns {
    private static final ConcernNotes NO_NOTES = new ConcernNotes(null, Map.of());

    private final Mutiny.QueryProducer session;
    private final Seals seals;

    Concerns(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    Uni<ConcernRow> find(ConcernId id) {
        return session.createSelectionQuery("from ConcernRow c where c.id = :id", ConcernRow.class)
                .setParameter("id", id.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(AssessmentRefusals.ConcernNotFound::new);
    }

    /** Those of a patient that are not resolved. */
    Uni<List<ConcernRow>> unresolved(UUID patient) {
        return session.createSelectionQuery("""
                        from ConcernRow c where c.patient = :patient and c.state <> 'RESOLVED' order by c.id
                        """, ConcernRow.class)
                .setParameter("patient", patient)
                .getResultList();
    }

    /** @param patient null for everybody's */
    Uni<List<ConcernRow>> page(ConcernFilter filter, @Nullable UUID patient, PageRequest page) {
        var ql = new StringBuilder("from ConcernRow c where c.id ")
                .append(page.newestFirst() ? "< :from" : "> :from")
                .append(filter.state() == null ? "" : " and c.state = :state")
                .append(filter.kind() == null ? "" : " and c.kind = :kind")
                .append(patient == null ? "" : " and c.patient = :patient")
                .append(page.newestFirst() ? " order by c.id desc" : " order by c.id");
        var query = session.createSelectionQuery(ql.toString(), ConcernRow.class)
                .setParameter("from", page.from())
                .setMaxResults(page.fetched());
        if (filter.state() != null) {
            query.setParameter("state", filter.state().name());
        }
        if (filter.kind() != null) {
            query.setParameter("kind", filter.kind().name());
        }
        if (patient != null) {
            query.setParameter("patient", patient);
        }
        return query.getResultList();
    }

    Concern opened(ConcernRow row, Seals.OfPerson seal) {
        return row.opened(notes(row, seal));
    }

    /** In the same order; those of patients who were erased without what was written. */
    Uni<List<Concern>> opened(List<ConcernRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var patients = rows.stream().map(ConcernRow::patient).distinct().toList();
        return new PatientChart(session, seals).sealsOf(patients).map(found -> rows.stream()
                .map(row -> {
                    var seal = found.get(row.patient());
                    return row.opened(seal == null ? NO_NOTES : notes(row, seal));
                })
                .toList());
    }

    ConcernNotes notes(ConcernRow row, Seals.OfPerson seal) {
        return Json.read(seal.open(place(row.id()), row.record()), ConcernNotes.class);
    }

    static byte[] sealed(UUID concern, ConcernNotes notes, Seals.OfPerson seal) {
        return seal.seal(place(concern), Json.bytes(notes));
    }

    private static Seals.Place place(UUID concern) {
        return new Seals.Place("clinical_concern", "record", concern);
    }
}
