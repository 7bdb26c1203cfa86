package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        return session.createSelectionQuery("from AuthorisationRow a where a.id = :id", AuthorisationRow.class)
                .setParameter("id", id.value())
                .getSingleResultOrNull()
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
            @Nullable LocalDate endingBefore) {}

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
                "from AuthorisationRow a where %s order by a.id %s"
                        .formatted(String.join(" and ", wanted.keySet()), page.newestFirst() ? "desc" : "asc"),
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

    Uni<AuthorisationRow> sealed(PatientId patient, DrugId drug, AuthorisationDetails details, Instant now) {
        var id = new AuthorisationId(Ids.next());
        return sealOf(patient)
                .map(seal -> new AuthorisationRow(
                        id, patient, drug, details, seal.seal(place(id.value()), bytes(details)), now));
    }

    Uni<Void> amend(AuthorisationRow row, AuthorisationDetails details, Instant now) {
        return sealOf(new PatientId(row.patient()))
                .invoke(seal -> row.amend(details, seal.seal(place(row.id()), bytes(details)), now))
                .replaceWithVoid();
    }

    private static byte[] bytes(AuthorisationDetails details) {
        return Json.bytes(new AuthorisationRecord(details.payer(), details.number(), details.note()));
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

    private static PriorAuthorisation opened(AuthorisationRow row, Seals.@Nullable OfPerson seal) {
        return row.opened(seal == null ? null : record(row.id(), row.record(), seal));
    }

    private static AuthorisationRecord record(UUID id, byte[] sealed, Seals.OfPerson seal) {
        return Json.read(seal.open(place(id), sealed), AuthorisationRecord.class);
    }

    private static Seals.Place place(UUID id) {
        return new Seals.Place("prior_authorisation", "record", id);
    }
}
