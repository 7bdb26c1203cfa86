package dev.firstfill.prescribing;

import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribers.PrescriberId;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries on prescriptions. What people wrote is sealed and opened with the key of the patient it is about. */
final class Prescriptions {
    private final Mutiny.QueryProducer session;
    private final Seals seals;

    Prescriptions(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    Uni<Prescription> find(PrescriptionReference prescription) {
        return found(query(prescription));
    }

    /** Locks the row until the transaction ends, so that two people cannot both spend the last fill. */
    Uni<Prescription> locked(PrescriptionReference prescription) {
        return found(query(prescription).setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    private static Uni<Prescription> found(Mutiny.SelectionQuery<Prescription> query) {
        return query.getSingleResultOrNull().onItem().ifNull().failWith(PrescribingRefusals.PrescriptionNotFound::new);
    }

    private Mutiny.SelectionQuery<Prescription> query(PrescriptionReference prescription) {
        return switch (prescription) {
            case PrescriptionId id ->
                session.createSelectionQuery("from Prescription p where p.id = :id", Prescription.class)
                        .setParameter("id", id.value());
            case PrescriptionNumber number ->
                session.createSelectionQuery("from Prescription p where p.number = :number", Prescription.class)
                        .setParameter("number", number.value());
        };
    }

    Uni<Map<UUID, PrescriberId>> prescribersOf(Collection<PrescriptionId> those) {
        return session.createSelectionQuery(
                        "select p.id, p.prescriber from Prescription p where p.id in :those", Object[].class)
                .setParameter("those", those.stream().map(PrescriptionId::value).toList())
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> new PrescriberId((UUID) row[1]))));
    }

    /** Refused when the patient was erased: then there is no key to seal or open with. */
    Uni<Seals.OfPerson> sealOf(PatientId patient) {
        return new PatientChart(session, seals).sealOf(patient);
    }

    /** Refused when the patient was erased. */
    Uni<PrescriptionWords> words(Prescription prescription) {
        return sealOf(prescription.patient()).map(seal -> words(prescription, seal));
    }

    /** In the order of their creation, which is that of their ids. */
    Uni<List<Prescription>> page(
            @Nullable PatientId patient, @Nullable PrescriptionState state, LocalDate today, PageRequest page) {
        var ofPatient = patient == null ? "" : "and p.patient = :patient ";
        var kept = state == null ? null : KeptAs.of(state, today);
        var inState = kept == null ? "" : kept.condition();
        var order = page.newestFirst() ? "p.id < :from %s%s order by p.id desc" : "p.id > :from %s%s order by p.id";
        var query = session.createSelectionQuery(
                        "from Prescription p where " + order.formatted(ofPatient, inState), Prescription.class)
                .setParameter("from", page.from())
                .setMaxResults(page.fetched());
        if (patient != null) {
            query.setParameter("patient", patient.value());
        }
        if (kept != null) {
            query.setParameter("first", kept.first()).setParameter("last", kept.last());
        }
        return query.getResultList();
    }

    /** As which states, with a last day between which, the prescriptions are kept that are in a state today. */
    private record KeptAs(List<PrescriptionState> states, LocalDate first, LocalDate last) {
        private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
        private static final LocalDate FAR_AHEAD = LocalDate.of(9999, 12, 31);

        static KeptAs of(PrescriptionState state, LocalDate today) {
            return switch (state) {
                case EXPIRED ->
                    new KeptAs(
                            List.of(PrescriptionState.ACTIVE, PrescriptionState.ON_HOLD), LONG_AGO, today.minusDays(1));
                case ACTIVE, ON_HOLD -> new KeptAs(List.of(state), today, FAR_AHEAD);
                case DRAFT, COMPLETED, CANCELLED, TRANSFERRED_OUT -> new KeptAs(List.of(state), LONG_AGO, FAR_AHEAD);
            };
        }

        /** The states are constants, so that each has a plan of its own: drafts are few, and completed ones are not. */
        String condition() {
            var names = states.stream().map(kept -> "'" + kept.name() + "'").collect(Collectors.joining(", "));
            return "and p.state in (%s) and p.terms.expiresOn between :first and :last ".formatted(names);
        }
    }

    /** In the same order; of patients who were erased, without what was written. */
    Uni<List<OpenedPrescription>> opened(List<Prescription> rows, LocalDate today) {
        var patients =
                rows.stream().map(row -> row.patient().value()).distinct().toList();
        return patients.isEmpty()
                ? Uni.createFrom().item(List.of())
                : new PatientChart(session, seals).sealsOf(patients).map(found -> rows.stream()
                        .map(row -> {
                            var seal = found.get(row.patient().value());
                            return new OpenedPrescription(row, seal == null ? null : words(row, seal), today);
                        })
                        .toList());
    }

    static byte[] sealed(PrescriptionId id, PrescriptionWords words, Seals.OfPerson seal) {
        return seal.seal(place(id), Json.bytes(words));
    }

    static PrescriptionWords words(Prescription prescription, Seals.OfPerson seal) {
        return Json.read(seal.open(place(prescription.id()), prescription.record()), PrescriptionWords.class);
    }

    private static Seals.Place place(PrescriptionId id) {
        return new Seals.Place("prescription", "record", id.value());
    }
}
