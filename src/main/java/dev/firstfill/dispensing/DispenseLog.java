package dev.firstfill.dispensing;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribing.PrescriptionId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What left the pharmacy, as other contexts ask for it inside acts of their own. Opens nothing, so nobody is seen. */
public final class DispenseLog {
    private final Mutiny.QueryProducer session;

    public DispenseLog(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /**
     * A dispense with lots that are looked for.
     *
     * @param lots those of its lots, and no others
     * @param returnedAt when it came back after it was with the patient
     */
    public record Trace(
            DispenseId dispense,
            DispenseNumber number,
            PrescriptionId prescription,
            PatientId patient,
            List<DispenseLot> lots,
            Instant shippedAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant returnedAt) {
        public Trace {
            lots = List.copyOf(lots);
        }
    }

    /** A dispense without what is the patient's in it. */
    public record Outline(
            DispenseId dispense,
            DispenseState state,
            PrescriptionId prescription,
            PatientId patient,
            int daysSupply,
            @Nullable Instant shippedAt) {}

    /** What left for the patient last, if anything did. */
    public Uni<Optional<Outline>> lastShipped(PatientId patient) {
        return session.createSelectionQuery("""
                        from DispenseRow d where d.patient = :patient and d.shippedAt is not null
                        order by d.shippedAt desc, d.id desc
                        """, DispenseRow.class)
                .setParameter("patient", patient.value())
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable)
                .map(found -> found.map(DispenseLog::outline));
    }

    private static Outline outline(DispenseRow row) {
        return new Outline(row.id(), row.state(), row.prescription(), row.patient(), row.daysSupply(), row.shippedAt());
    }

    /** Refused when there is no such dispense. */
    public Uni<Outline> outline(DispenseId dispense) {
        return session.createSelectionQuery("from DispenseRow d where d.id = :id", DispenseRow.class)
                .setParameter("id", dispense.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(DispensingRefusals.DispenseNotFound::new)
                .map(DispenseLog::outline);
    }

    /**
     * Where these lots of the drug went, in the order in which the dispenses were queued. Whatever left the pharmacy
     * counts, a box that was lost included; one that came back before it was delivered was with nobody.
     *
     * @param after the last dispense of the page before; null for the first page
     * @param limit in dispenses
     */
    public Uni<List<Trace>> whereabouts(DrugId drug, Collection<String> lotNumbers, @Nullable UUID after, int limit) {
        return session.createSelectionQuery("""
                        from DispenseRow d
                        where d.id > :after and d.shippedAt is not null
                          and (d.returnedAt is null or d.deliveredAt is not null)
                          and exists (select 1 from DispenseLotRow l
                                      where l.dispense = d.id and l.drug = :drug and l.lotNumber in :lots)
                        order by d.id
                        """, DispenseRow.class)
                .setParameter("drug", drug.value())
                .setParameter("lots", lotNumbers)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setMaxResults(limit)
                .getResultList()
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().item(List.of()) : traced(rows, drug, lotNumbers));
    }

    /** Whether one of these lots went to the patient, as {@link #whereabouts} counts. */
    public Uni<Boolean> went(DrugId drug, Collection<String> lotNumbers, PatientId patient) {
        return session.createSelectionQuery("""
                        select count(d) from DispenseRow d
                        where d.patient = :patient and d.shippedAt is not null
                          and (d.returnedAt is null or d.deliveredAt is not null)
                          and exists (select 1 from DispenseLotRow l
                                      where l.dispense = d.id and l.drug = :drug and l.lotNumber in :lots)
                        """, Long.class)
                .setParameter("patient", patient.value())
                .setParameter("drug", drug.value())
                .setParameter("lots", lotNumbers)
                .getSingleResult()
                .map(count -> count > 0);
    }

    private Uni<List<Trace>> traced(List<DispenseRow> rows, DrugId drug, Collection<String> lotNumbers) {
        return session.createSelectionQuery("""
                        from DispenseLotRow l
                        where l.dispense in :dispenses and l.drug = :drug and l.lotNumber in :lots
                        order by l.dispense, l.position
                        """, DispenseLotRow.class)
                .setParameter(
                        "dispenses", rows.stream().map(row -> row.id().value()).toList())
                .setParameter("drug", drug.value())
                .setParameter("lots", lotNumbers)
                .getResultList()
                .map(lots -> {
                    var byDispense = lots.stream()
                            .collect(Collectors.groupingBy(
                                    DispenseLotRow::dispense,
                                    Collectors.mapping(DispenseLotRow::lot, Collectors.toList())));
                    return rows.stream()
                            .map(row -> row.traced(byDispense.get(row.id().value())))
                            .toList();
                });
    }
}
