package dev.firstfill.dispensing;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribing.PrescriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries on dispenses. Seals on the way in, opens on the way out. */
final class Dispenses {
    private static final List<DispenseState> UNDONE = List.of(DispenseState.REVERSED, DispenseState.CANCELLED);

    private final Mutiny.QueryProducer session;
    private final Seals seals;

    Dispenses(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    Uni<DispenseRow> find(DispenseReference dispense) {
        return found(query(dispense));
    }

    /** Which prescription it is of: that one is locked first, and a row that was read before would be stale then. */
    Uni<Keys> keys(DispenseReference dispense) {
        var query =
                switch (dispense) {
                    case DispenseId id ->
                        session.createSelectionQuery(
                                        "select d.id, d.prescription from DispenseRow d where d.id = :id",
                                        Object[].class)
                                .setParameter("id", id.value());
                    case DispenseNumber number ->
                        session.createSelectionQuery(
                                        "select d.id, d.prescription from DispenseRow d where d.number = :number",
                                        Object[].class)
                                .setParameter("number", number.value());
                };
        return query.getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(DispensingRefusals.DispenseNotFound::new)
                .map(row -> new Keys(new DispenseId((UUID) row[0]), new PrescriptionId((UUID) row[1])));
    }

    record Keys(DispenseId dispense, PrescriptionId prescription) {}

    /** Locks the row until the transaction ends: of two who move it, the second sees what the first made of it. */
    Uni<DispenseRow> locked(DispenseId dispense) {
        return found(query(dispense).setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    private static Uni<DispenseRow> found(Mutiny.SelectionQuery<DispenseRow> query) {
        return query.getSingleResultOrNull().onItem().ifNull().failWith(DispensingRefusals.DispenseNotFound::new);
    }

    private Mutiny.SelectionQuery<DispenseRow> query(DispenseReference dispense) {
        return switch (dispense) {
            case DispenseId id ->
                session.createSelectionQuery("from DispenseRow d where d.id = :id", DispenseRow.class)
                        .setParameter("id", id.value());
            case DispenseNumber number ->
                session.createSelectionQuery("from DispenseRow d where d.number = :number", DispenseRow.class)
                        .setParameter("number", number.value());
        };
    }

    /** Those of the prescription that were not undone, in the order in which they were queued. */
    Uni<List<DispenseRow>> standingOf(PrescriptionId prescription) {
        return session.createSelectionQuery("""
                        from DispenseRow d
                        where d.prescription = :prescription and d.state not in :undone
                        order by d.id
                        """, DispenseRow.class)
                .setParameter("prescription", prescription.value())
                .setParameter("undone", UNDONE)
                .getResultList();
    }

    /** What of the drug was dispensed to the patient in the period, this dispense excluded, in units of the package. */
    Uni<BigDecimal> dispensed(PatientId patient, DrugId drug, LocalDate from, LocalDate until, DispenseId without) {
        return session.createSelectionQuery("""
                        select coalesce(sum(d.quantity), 0) from DispenseRow d
                        where d.patient = :patient and d.drug = :drug and d.id <> :without and d.state not in :undone
                          and d.filledOn between :from and :until
                        """, BigDecimal.class)
                .setParameter("patient", patient.value())
                .setParameter("drug", drug.value())
                .setParameter("without", without.value())
                .setParameter("undone", UNDONE)
                .setParameter("from", from)
                .setParameter("until", until)
                .getSingleResult();
    }

    /** What a list is narrowed to; null does not narrow it. */
    record Narrow(
            @Nullable DispenseState state,
            @Nullable UUID patient,
            @Nullable UUID prescription) {}

    /** A clause is there or it is not: a parameter that may be null would cost the index. */
    Uni<List<DispenseRow>> page(Narrow filter, PageRequest page) {
        var clauses = Stream.of(
                        filter.state() == null ? null : "d.state = :state",
                        filter.patient() == null ? null : "d.patient = :patient",
                        filter.prescription() == null ? null : "d.prescription = :prescription",
                        page.newestFirst() ? "d.id < :from" : "d.id > :from")
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" and "));
        var order = page.newestFirst() ? " order by d.id desc" : " order by d.id";
        var query = session.createSelectionQuery("from DispenseRow d where " + clauses + order, DispenseRow.class)
                .setParameter("from", page.from())
                .setMaxResults(page.fetched());
        if (filter.state() != null) {
            query.setParameter("state", filter.state());
        }
        if (filter.patient() != null) {
            query.setParameter("patient", filter.patient());
        }
        if (filter.prescription() != null) {
            query.setParameter("prescription", filter.prescription());
        }
        return query.getResultList();
    }

    /** Refused when the patient was erased: then there is no key to seal or open with. */
    Uni<Seals.OfPerson> sealOf(PatientId patient) {
        return new PatientChart(session, seals).sealOf(patient);
    }

    Uni<Dispense> opened(DispenseRow row) {
        return sealOf(row.patient()).chain(seal -> opened(row, seal));
    }

    Uni<Dispense> opened(DispenseRow row, Seals.OfPerson seal) {
        return lotsOf(List.of(row))
                .map(lots ->
                        row.opened(open(row, seal), lots.getOrDefault(row.id().value(), List.of())));
    }

    /** In the same order; those of patients who were erased since are left out, because nothing of them is left. */
    Uni<List<Dispense>> opened(List<DispenseRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var patients =
                rows.stream().map(row -> row.patient().value()).distinct().toList();
        return new PatientChart(session, seals).sealsOf(patients).chain(found -> lotsOf(rows)
                .map(lots -> rows.stream()
                        .filter(row -> found.containsKey(row.patient().value()))
                        .map(row -> row.opened(
                                open(row, found.get(row.patient().value())),
                                lots.getOrDefault(row.id().value(), List.of())))
                        .toList()));
    }

    private Uni<Map<UUID, List<DispenseLot>>> lotsOf(List<DispenseRow> rows) {
        return session.createSelectionQuery("""
                        from DispenseLotRow l
                        where l.dispense in :dispenses
                        order by l.dispense, l.position
                        """, DispenseLotRow.class)
                .setParameter(
                        "dispenses", rows.stream().map(row -> row.id().value()).toList())
                .getResultList()
                .map(lots -> lots.stream()
                        .collect(Collectors.groupingBy(
                                DispenseLotRow::dispense,
                                Collectors.mapping(DispenseLotRow::lot, Collectors.toList()))));
    }

    /** The story, in its order. */
    Uni<List<DispenseEventRow>> eventsOf(DispenseId dispense) {
        return session.createSelectionQuery(
                        "from DispenseEventRow e where e.dispense = :dispense order by e.id", DispenseEventRow.class)
                .setParameter("dispense", dispense.value())
                .getResultList();
    }

    Uni<Void> forgetLots(DispenseId dispense) {
        return session.createMutationQuery("delete from DispenseLotRow l where l.dispense = :dispense")
                .setParameter("dispense", dispense.value())
                .executeUpdate()
                .replaceWithVoid();
    }

    static DispenseRecord open(DispenseRow row, Seals.OfPerson seal) {
        return Json.read(seal.open(place(row.id()), row.record()), DispenseRecord.class);
    }

    static byte[] sealed(DispenseId id, DispenseRecord record, Seals.OfPerson seal) {
        return seal.seal(place(id), Json.bytes(record));
    }

    private static Seals.Place place(DispenseId id) {
        return new Seals.Place("dispense", "record", id.value());
    }
}
