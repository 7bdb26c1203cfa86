package dev.firstfill.prescribing;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Prescriptions as reports look at them: nothing is locked, and nothing that people wrote is opened. */
public final class FillableOrders {
    private final Mutiny.QueryProducer session;

    public FillableOrders(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /** A prescription that has fills left. @param startsOn the first day on which it may be filled */
    public record Fillable(PrescriptionId id, LocalDate startsOn) {}

    /**
     * A prescription by the name that people call it.
     *
     * @param inForce on that day; all its fills may be taken
     */
    public record Named(
            PrescriptionId id, PrescriptionNumber number, PatientId patient, DrugId drug, boolean inForce) {}

    /** All that are active on that day and have fills left: of a pharmacy's prescriptions, those in use. */
    public Uni<List<Fillable>> on(LocalDate day) {
        return session.createSelectionQuery("""
                        select p.id, p.terms.startsOn from Prescription p
                        where p.state = :active and p.terms.expiresOn >= :day
                          and p.fillsTaken <= p.terms.refillsAuthorised
                        order by p.id
                        """, Object[].class)
                .setParameter("active", PrescriptionState.ACTIVE)
                .setParameter("day", day)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Fillable(new PrescriptionId((UUID) row[0]), (LocalDate) row[1]))
                        .toList());
    }

    public Uni<Map<PrescriptionId, Named>> named(Collection<PrescriptionId> ids, LocalDate day) {
        return session.createNativeQuery("""
                        select p.id, p.number, p.patient_id, p.drug_id,
                          p.state in ('ACTIVE', 'COMPLETED') and p.expires_on >= :day
                        from pharmacy.prescription p
                        where p.id = any (cast(cast(:ids as text[]) as uuid[]))
                        """, Object[].class)
                .setParameter("day", day)
                .setParameter(
                        "ids",
                        ids.stream().map(PrescriptionId::toString).distinct().toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Named(
                                new PrescriptionId((UUID) row[0]),
                                new PrescriptionNumber(((Number) row[1]).longValue()),
                                new PatientId((UUID) row[2]),
                                new DrugId((UUID) row[3]),
                                (boolean) row[4]))
                        .collect(Collectors.toMap(Named::id, named -> named)));
    }
}
