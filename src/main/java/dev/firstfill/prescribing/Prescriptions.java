package dev.firstfill.prescribing;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientRefusals;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

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

    /** Refused when the patient was erased: then there is no key to seal or open with. */
    Uni<Seals.OfPerson> sealOf(PatientId patient) {
        return new PatientChart(session, seals)
                .sealsOf(List.of(patient.value()))
                .map(found -> found.get(patient.value()))
                .onItem()
                .ifNull()
                .failWith(PatientRefusals.PatientErased::new);
    }

    /** Refused when the patient was erased. */
    Uni<PrescriptionWords> words(Prescription prescription) {
        return sealOf(prescription.patient()).map(seal -> opened(prescription, seal));
    }

    static byte[] sealed(PrescriptionId id, PrescriptionWords words, Seals.OfPerson seal) {
        return seal.seal(place(id), Json.bytes(words));
    }

    static PrescriptionWords opened(Prescription prescription, Seals.OfPerson seal) {
        return Json.read(seal.open(place(prescription.id()), prescription.record()), PrescriptionWords.class);
    }

    private static Seals.Place place(PrescriptionId id) {
        return new Seals.Place("prescription", "record", id.value());
    }

    static PrescriptionChange change(
            Prescription prescription,
            PrescriptionChange.Happening what,
            ChangeWords words,
            Seals.OfPerson seal,
            Colleague by,
            Instant now) {
        var id = Ids.next();
        var record = seal.seal(new Seals.Place("prescription_change", "record", id), Json.bytes(words));
        return new PrescriptionChange(id, prescription, what, record, by, now);
    }
}
