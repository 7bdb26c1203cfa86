package dev.firstfill.cases;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientRefusals;
import dev.firstfill.prescribing.PrescriptionId;
import dev.firstfill.referrals.ReferralId;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries on cases. */
final class Cases {
    private final Mutiny.QueryProducer session;
    private final Seals seals;

    Cases(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    Uni<CaseRow> find(CaseReference reference) {
        return found(named(reference));
    }

    /** Locked until the transaction ends. */
    Uni<CaseRow> locked(CaseReference reference) {
        return found(named(reference).setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    private static Uni<CaseRow> found(Mutiny.SelectionQuery<CaseRow> query) {
        return query.getSingleResultOrNull().onItem().ifNull().failWith(CaseRefusals.CaseNotFound::new);
    }

    private Mutiny.SelectionQuery<CaseRow> named(CaseReference reference) {
        return switch (reference) {
            case CaseId id ->
                session.createSelectionQuery("from CaseRow c where c.id = :id", CaseRow.class)
                        .setParameter("id", id.value());
            case CaseNumber number ->
                session.createSelectionQuery("from CaseRow c where c.number = :number", CaseRow.class)
                        .setParameter("number", number.value());
        };
    }

    /** The open cases of a patient, locked, the earliest first. */
    Uni<List<CaseRow>> openOf(PatientId patient) {
        return session.createSelectionQuery("""
                        from CaseRow c where c.patient = :patient and c.closedAt is null order by c.id
                        """, CaseRow.class)
                .setParameter("patient", patient.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Uni<Optional<CaseRow>> openOf(PatientId patient, PrescriptionId prescription) {
        return openOf(patient).map(rows -> rows.stream()
                .filter(row -> prescription.equals(row.prescription()))
                .findFirst());
    }

    Uni<List<CaseRow>> openOf(PatientId patient, DrugId drug) {
        return openOf(patient)
                .map(rows ->
                        rows.stream().filter(row -> drug.equals(row.drug())).toList());
    }

    Uni<Optional<CaseRow>> openOf(PatientId patient, ReferralId referral) {
        return openOf(patient).map(rows -> rows.stream()
                .filter(row -> referral.equals(row.referral()))
                .findFirst());
    }

    Uni<List<CaseRow>> of(PatientId patient) {
        return session.createSelectionQuery(
                        "from CaseRow c where c.patient = :patient order by c.id desc", CaseRow.class)
                .setParameter("patient", patient.value())
                .setMaxResults(50)
                .getResultList();
    }

    /** One whose time has come, locked; whoever else looks takes another. */
    Uni<Optional<UUID>> due(Instant now) {
        return session.createNativeQuery("""
                        select c.id from pharmacy.patient_case c
                        where c.next_timer_at <= :now
                        order by c.next_timer_at
                        limit 1
                        for update skip locked
                        """, UUID.class)
                .setParameter("now", now)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** Unless its time was set anew meanwhile. */
    Uni<Void> putOff(CaseId id, Instant now, Instant until) {
        return session.createNativeQuery("""
                        update pharmacy.patient_case set next_timer_at = :until
                        where id = :id and next_timer_at <= :now
                        """)
                .setParameter("id", id.value())
                .setParameter("now", now)
                .setParameter("until", until)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Optional<Instant>> nextDueUpTo(Instant limit) {
        return session.createSelectionQuery(
                        "select min(c.nextTimerAt) from CaseRow c where c.nextTimerAt <= :limit", Instant.class)
                .setParameter("limit", limit)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    Uni<List<CaseRow>> page(CaseFilter filter, @Nullable PatientId patient, PageRequest page) {
        var wanted = new LinkedHashMap<String, Object>();
        wanted.put(page.newestFirst() ? "c.id < :from" : "c.id > :from", page.from());
        put(wanted, "c.patient = :patient", patient == null ? null : patient.value());
        put(wanted, "c.status = :status", filter.status());
        put(wanted, "c.payer = :payer", filter.payer());
        put(wanted, "c.waitsFor = :party", filter.waitsFor());
        put(wanted, "c.ownerId = :owner", filter.owner());
        put(
                wanted,
                "c.sla >= :sla",
                filter.slaAtLeast() == null ? null : filter.slaAtLeast().shortValue());
        // As the board's index asks for it; a patient's own cases are found by the patient, ended ones too.
        var open = patient == null && (filter.open() == null || filter.open()) ? " and c.closedAt is null" : "";
        var query = session.createSelectionQuery(
                "from CaseRow c where %s%s order by c.id %s"
                        .formatted(String.join(" and ", wanted.keySet()), open, page.newestFirst() ? "desc" : "asc"),
                CaseRow.class);
        wanted.forEach((condition, value) -> query.setParameter(condition.replaceFirst(".*:", ""), value));
        return query.setMaxResults(page.fetched()).getResultList();
    }

    /** A clause is there or it is not: a parameter that may be null would cost the index. */
    private static void put(Map<String, Object> wanted, String condition, @Nullable Object value) {
        if (value != null) {
            wanted.put(condition, value);
        }
    }

    Uni<List<CaseEventRow>> storyOf(CaseId id) {
        return session.createSelectionQuery(
                        "from CaseEventRow e where e.caseId = :case order by e.id", CaseEventRow.class)
                .setParameter("case", id.value())
                .getResultList();
    }

    /** Refused when the patient was erased. */
    Uni<Seals.OfPerson> sealOf(PatientId patient) {
        return new PatientChart(session, seals)
                .sealsOf(List.of(patient.value()))
                .map(found -> found.get(patient.value()))
                .onItem()
                .ifNull()
                .failWith(PatientRefusals.PatientErased::new);
    }

    static byte[] sealed(UUID event, String note, Seals.OfPerson seal) {
        return seal.seal(place(event), Json.bytes(note));
    }

    static @Nullable String note(CaseEventRow event, Seals.OfPerson seal) {
        var sealed = event.note();
        return sealed == null ? null : Json.read(seal.open(place(event.id()), sealed), String.class);
    }

    private static Seals.Place place(UUID event) {
        return new Seals.Place("case_event", "note", event);
    }
}
