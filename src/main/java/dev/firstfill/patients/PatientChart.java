package dev.firstfill.patients;

import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A patient as other contexts meet one, inside acts of their own: the record, and the seal for what they themselves
 * keep of the patient.
 */
public final class PatientChart {
    private final Mutiny.QueryProducer session;
    private final Seals seals;

    public PatientChart(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    /** Opens nothing. */
    public Uni<PatientId> identified(PatientReference patient) {
        return new Patients(session, seals).find(patient).map(PatientRow::id);
    }

    /** The record with all that is in it, sensitive fields included. */
    public Uni<Patient> whole(PatientId patient) {
        var patients = new Patients(session, seals);
        return patients.find(patient).map(patients::opened);
    }

    /** The numbers people say, of patients by id; those who were erased keep theirs. Opens nothing. */
    public Uni<Map<UUID, PatientNumber>> numbersEverOf(Collection<UUID> persons) {
        return session.createSelectionQuery(
                        "select p.id, p.number from PatientRow p where p.id in :persons", Object[].class)
                .setParameter("persons", persons)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> new PatientNumber((long) row[1]))));
    }

    /** Refused when the patient was erased: then there is no key to seal or open with. */
    public Uni<Seals.OfPerson> sealOf(PatientId patient) {
        return sealsOf(List.of(patient.value()))
                .map(found -> found.get(patient.value()))
                .onItem()
                .ifNull()
                .failWith(PatientRefusals.PatientErased::new);
    }

    /** The seals of those among them whose key is there: whoever was erased has none. */
    public Uni<Map<UUID, Seals.OfPerson>> sealsOf(Collection<UUID> persons) {
        return session.createSelectionQuery("""
                        select p.id, p.wrappedKey from PatientRow p
                        where p.id in :persons and p.wrappedKey is not null
                        """, Object[].class)
                .setParameter("persons", persons)
                .getResultList()
                .map(rows -> {
                    var found = new HashMap<UUID, Seals.OfPerson>();
                    rows.forEach(row -> found.put((UUID) row[0], seals.of((UUID) row[0], (byte[]) row[1])));
                    return found;
                });
    }

    /** The numbers of those among them who were not erased. Opens nothing. */
    public Uni<Map<UUID, PatientNumber>> numbersOf(Collection<UUID> persons) {
        return session.createSelectionQuery(
                        "select p.id, p.number from PatientRow p where p.id in :persons and p.erasedAt is null",
                        Object[].class)
                .setParameter("persons", persons)
                .getResultList()
                .map(rows -> {
                    var found = new HashMap<UUID, PatientNumber>();
                    rows.forEach(row -> found.put((UUID) row[0], new PatientNumber((Long) row[1])));
                    return found;
                });
    }
}
