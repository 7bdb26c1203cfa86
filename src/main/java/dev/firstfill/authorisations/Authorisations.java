package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries on prior authorisations. Seals on the way in, opens on the way out. */
final class Authorisations {
    private final Mutiny.QueryProducer session;
    private final Seals seals;

    Authorisations(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    Uni<AuthorisationRow> find(AuthorisationId id) {
        return found(byId(id));
    }

    /** Locks the row, so that of a payer's answer and a colleague one sees what the other did. */
    Uni<AuthorisationRow> forChange(AuthorisationId id) {
        return found(byId(id).setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    private Mutiny.SelectionQuery<AuthorisationRow> byId(AuthorisationId id) {
        return session.createSelectionQuery("from AuthorisationRow a where a.id = :id", AuthorisationRow.class)
                .setParameter("id", id.value());
    }

    private static Uni<AuthorisationRow> found(Mutiny.SelectionQuery<AuthorisationRow> query) {
        return query.getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(AuthorisationRefusals.AuthorisationNotFound::new);
    }

    Uni<List<PriorAuthorisation>> of(PatientId patient, DrugId drug) {
        return session.createSelectionQuery("""
                        from AuthorisationRow a
                        where a.patient = :patient and a.drug = :drug
                        order by a.id desc
                        """, AuthorisationRow.class)
                .setParameter("patient", patient.value())
                .setParameter("drug", drug.value())
                .getResultList()
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : sealOf(patient).map(seal -> rows.stream()
                                .map(row -> opened(row, seal))
                                .toList()));
    }

    /** What a list is narrowed to; null does not narrow it. */
    record Narrow(
            @Nullable PatientId patient,
            @Nullable DrugId drug,
            @Nullable AuthorisationState state,
            @Nullable LocalDate endingBefore,
            boolean attention) {}

    Uni<List<AuthorisationRow>> page(Narrow narrow, PageRequest page) {
        var wanted = new LinkedHashMap<String, Object>();
        wanted.put(page.newestFirst() ? "a.id < :from" : "a.id > :from", page.from());
        put(
                wanted,
                "a.patient = :patient",
                narrow.patient() == null ? null : narrow.patient().value());
        put(
                wanted,
                "a.drug = :drug",
                narrow.drug() == null ? null : narrow.drug().value());
        put(wanted, "a.state = :state", narrow.state());
        // The constant is what the partial index asks for.
        put(wanted, "a.state = 'APPROVED' and a.validUntil < :before", narrow.endingBefore());
        var query = session.createSelectionQuery(
                "from AuthorisationRow a where %s%s order by a.id %s"
                        .formatted(
                                String.join(" and ", wanted.keySet()),
                                narrow.attention() ? " and a.progress.trouble is not null" : "",
                                page.newestFirst() ? "desc" : "asc"),
                AuthorisationRow.class);
        wanted.forEach((condition, value) -> query.setParameter(condition.replaceFirst(".*:", ""), value));
        return query.setMaxResults(page.fetched()).getResultList();
    }

    /** A clause is there or it is not: a parameter that may be null would cost the index. */
    private static void put(Map<String, Object> wanted, String condition, @Nullable Object value) {
        if (value != null) {
            wanted.put(condition, value);
        }
    }

    /** To be changed. Refused when the patient was erased. */
    Uni<OpenAuthorisation> opened(AuthorisationRow row, Instant now) {
        return sealOf(new PatientId(row.patient())).map(seal -> new OpenAuthorisation(row, seal, now));
    }

    /** One that nobody has heard of yet. */
    Uni<OpenAuthorisation> entered(
            PatientId patient, DrugId drug, AuthorisationDetails details, Colleague by, Instant now) {
        return sealOf(patient).map(seal -> OpenAuthorisation.entered(patient, drug, details, seal, by, now));
    }

    /** Refused when the patient was erased. */
    Uni<PriorAuthorisation> opened(AuthorisationRow row) {
        return sealOf(new PatientId(row.patient())).map(seal -> opened(row, seal));
    }

    /** In the same order; of patients who were erased, without what was theirs. */
    Uni<List<PriorAuthorisation>> opened(List<AuthorisationRow> rows) {
        var patients = rows.stream().map(AuthorisationRow::patient).distinct().toList();
        return patients.isEmpty()
                ? Uni.createFrom().item(List.of())
                : new PatientChart(session, seals).sealsOf(patients).map(found -> rows.stream()
                        .map(row -> opened(row, found.get(row.patient())))
                        .toList());
    }

    private Uni<Seals.OfPerson> sealOf(PatientId patient) {
        return new PatientChart(session, seals).sealOf(patient);
    }

    Uni<Optional<Seals.OfPerson>> sealIfAny(PatientId patient) {
        return new PatientChart(session, seals)
                .sealsOf(List.of(patient.value()))
                .map(found -> Optional.ofNullable(found.get(patient.value())));
    }

    private static PriorAuthorisation opened(AuthorisationRow row, Seals.@Nullable OfPerson seal) {
        return row.opened(seal == null ? null : OpenAuthorisation.record(row, seal));
    }
}
