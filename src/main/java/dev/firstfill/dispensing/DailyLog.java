package dev.firstfill.dispensing;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribing.PrescriptionId;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** All that happened to all dispenses, in the order of time. Nothing that people wrote is opened. */
public final class DailyLog {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Mutiny.QueryProducer session;

    public DailyLog(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /**
     * One event, and the dispense as it is now.
     *
     * @param event without its note
     * @param quantity of the dispense, in units of the drug's package
     */
    public record Line(
            DispenseEvent event,
            DispenseNumber number,
            PrescriptionId prescription,
            PatientId patient,
            DrugId drug,
            int fillNumber,
            BigDecimal quantity,
            List<DispenseLot> lots) {
        public Line {
            lots = List.copyOf(lots);
        }
    }

    /**
     * From the one instant on, before the other.
     *
     * @param after the last event seen; null for the first ones
     */
    public Uni<List<Line>> between(Instant from, Instant to, @Nullable UUID after, int limit) {
        return reached(from, to, after)
                .chain(place -> session.createSelectionQuery("""
                                select e, d.id, d.number, d.prescription, d.patient, d.drug, d.fillNumber, d.quantity
                                from DispenseEventRow e join DispenseRow d on d.id = e.dispense
                                where e.at >= :reached and e.at < :to
                                  and (e.at > :reached or e.id > :after)
                                order by e.at, e.id
                                """, Object[].class)
                        .setParameter("reached", place)
                        .setParameter("after", after == null ? BEFORE_ALL : after)
                        .setParameter("to", to)
                        .setMaxResults(limit)
                        .getResultList())
                .chain(this::lines);
    }

    private Uni<Instant> reached(Instant from, Instant to, @Nullable UUID after) {
        return after == null
                ? Uni.createFrom().item(from)
                : session.createSelectionQuery(
                                "select e.at from DispenseEventRow e where e.id = :id and e.at >= :from and e.at < :to",
                                Instant.class)
                        .setParameter("id", after)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .getSingleResult();
    }

    private Uni<List<Line>> lines(List<Object[]> rows) {
        var dispenses = rows.stream().map(row -> (UUID) row[1]).distinct().toList();
        return lotsOf(dispenses).map(lots -> rows.stream()
                .map(row -> line(row, lots.getOrDefault((UUID) row[1], List.of())))
                .toList());
    }

    private Uni<Map<UUID, List<DispenseLot>>> lotsOf(List<UUID> dispenses) {
        return dispenses.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createSelectionQuery("""
                        from DispenseLotRow l
                        where l.dispense in :dispenses
                        order by l.dispense, l.position
                        """, DispenseLotRow.class)
                        .setParameter("dispenses", dispenses)
                        .getResultList()
                        .map(lots -> lots.stream()
                                .collect(Collectors.groupingBy(
                                        DispenseLotRow::dispense,
                                        Collectors.mapping(DispenseLotRow::lot, Collectors.toList()))));
    }

    private static Line line(Object[] row, List<DispenseLot> lots) {
        return new Line(
                ((DispenseEventRow) row[0]).opened(null),
                new DispenseNumber((long) row[2]),
                new PrescriptionId((UUID) row[3]),
                new PatientId((UUID) row[4]),
                new DrugId((UUID) row[5]),
                (int) row[6],
                (BigDecimal) row[7],
                lots);
    }
}
