package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which approvals run out. Nothing sealed is opened. */
public final class EndingAuthorisations {
    private final Mutiny.QueryProducer session;

    public EndingAuthorisations(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /** @param quantity that may be dispensed while it holds; null for no limit */
    public record Ending(
            AuthorisationId id,
            PatientId patient,
            DrugId drug,
            LocalDate validUntil,
            @Nullable BigDecimal quantity) {}

    /**
     * Whose last day lies between the two, both included, the soonest first. One that another goes on from without a gap
     * is left out: nobody has to ask the payer again.
     */
    public Uni<List<Ending>> between(LocalDate from, LocalDate until, int limit) {
        return session.createNativeQuery("""
                        select a.id, a.patient_id, a.drug_id, a.valid_until, a.quantity
                        from pharmacy.prior_authorisation a
                        where a.state = 'APPROVED' and a.valid_until between :from and :until
                          and not exists (
                            select from pharmacy.prior_authorisation n
                            where n.patient_id = a.patient_id and n.drug_id = a.drug_id and n.state = 'APPROVED'
                              and n.valid_until > a.valid_until and n.valid_from <= a.valid_until + 1)
                        order by a.valid_until, a.id
                        """, Object[].class)
                .setParameter("from", from)
                .setParameter("until", until)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(EndingAuthorisations::ending).toList());
    }

    private static Ending ending(Object[] row) {
        return new Ending(
                new AuthorisationId((UUID) row[0]),
                new PatientId((UUID) row[1]),
                new DrugId((UUID) row[2]),
                (LocalDate) row[3],
                row[4] == null ? null : AuthorisationRow.plain((BigDecimal) row[4]));
    }
}
