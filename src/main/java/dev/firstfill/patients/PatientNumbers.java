package dev.firstfill.patients;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The numbers by which people call patients, for lists that show nothing else of them. No seal is opened. */
public final class PatientNumbers {
    private final Mutiny.QueryProducer session;

    public PatientNumbers(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /** Those who were erased are left out: nothing is to be done for them. */
    public Uni<Map<PatientId, PatientNumber>> of(Collection<PatientId> patients) {
        return session.createNativeQuery("""
                        select p.id, p.number from pharmacy.patient p
                        where p.id = any (cast(cast(:ids as text[]) as uuid[])) and p.erased_at is null
                        """, Object[].class)
                .setParameter(
                        "ids",
                        patients.stream().map(PatientId::toString).distinct().toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new PatientId((UUID) row[0]),
                                row -> new PatientNumber(((Number) row[1]).longValue()))));
    }
}
