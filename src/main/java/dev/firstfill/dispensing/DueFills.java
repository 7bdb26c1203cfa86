package dev.firstfill.dispensing;

import dev.firstfill.prescribing.FillableOrders.Fillable;
import dev.firstfill.prescribing.PrescriptionId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What has to be dispensed next, and by when. Nothing sealed is opened. */
public final class DueFills {
    private static final String OPEN = "('QUEUED', 'FILLED', 'VERIFIED', 'PACKED')";
    private static final String UNDONE = "('REVERSED', 'CANCELLED')";

    /**
     * The day before which the patient has to be asked and the next box be under way. What was lost or came back is
     * needed as it was before.
     */
    private static final String DUE_ON = """
            case when d.state in ('EXCEPTION', 'RETURNED') then d.needed_on
                 else coalesce(cast(d.shipped_at at time zone cast(:zone as text) as date), d.filled_on, d.needed_on)
                      + d.days_supply - cast(:lead as integer) end""";

    private final Mutiny.QueryProducer session;
    private final ZoneId zone;

    /** @param zone of the pharmacy, in which a box left on a day */
    public DueFills(Mutiny.QueryProducer session, ZoneId zone) {
        this.session = session;
        this.zone = zone;
    }

    /**
     * A dispense that is due.
     *
     * @param dispense that waits to leave, was lost or came back; null when none was queued yet
     */
    public record Due(
            PrescriptionId prescription,
            LocalDate on,
            @Nullable DispenseNumber dispense,
            @Nullable DispenseState state) {}

    /**
     * Those of these prescriptions whose next fill nobody has queued. One that was never filled is due when it may be
     * filled first; split fills are left to {@link #completions}.
     *
     * @param leadDays before the supply is used up
     */
    public Uni<List<Due>> next(Collection<Fillable> fillable, LocalDate until, int leadDays, int limit) {
        return session.createNativeQuery("""
                        select w.id, coalesce(l.due_on, w.starts_on), l.number, l.state
                        from unnest(cast(cast(:ids as text[]) as uuid[]), cast(cast(:starts as text[]) as date[]))
                          as w (id, starts_on)
                        left join lateral (
                          select d.number, d.state, d.part, %s as due_on
                          from pharmacy.dispense d
                          where d.prescription_id = w.id and d.state not in %s
                          order by d.fill_number desc, d.part = 'COMPLETION' desc
                          limit 1) l on true
                        where (l.state is null or l.part <> 'PARTIAL' and l.state not in %s)
                          and coalesce(l.due_on, w.starts_on) <= :until
                        order by 2, 1
                        """.formatted(DUE_ON, UNDONE, OPEN), Object[].class)
                .setParameter("ids", texts(fillable.stream().map(Fillable::id)))
                .setParameter("starts", texts(fillable.stream().map(Fillable::startsOn)))
                .setParameter("zone", zone.getId())
                .setParameter("lead", leadDays)
                .setParameter("until", until)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(DueFills::due).toList());
    }

    private static String[] texts(Stream<?> values) {
        return values.map(Object::toString).toArray(String[]::new);
    }

    /** The rest of fills that were split, unless the patient has stopped. What was billed ahead is due by its day. */
    public Uni<List<Due>> completions(LocalDate until, int leadDays, int limit) {
        return session.createNativeQuery("""
                        select p.prescription_id, p.due_on, p.number, p.state
                        from (
                          select d.prescription_id, d.fill_number, d.number, d.state,
                            least(d.completion_due_on, %1$s) as due_on
                          from pharmacy.dispense d
                          where d.part = 'PARTIAL' and d.state not in %2$s and d.state not in %3$s
                            and d.tolerance is distinct from 'STOPPED') p
                        where p.due_on <= :until
                          and not exists (
                            select from pharmacy.dispense c
                            where c.prescription_id = p.prescription_id and c.fill_number = p.fill_number
                              and c.part = 'COMPLETION' and c.state not in %2$s)
                        order by 2, 1
                        """.formatted(DUE_ON, UNDONE, OPEN), Object[].class)
                .setParameter("zone", zone.getId())
                .setParameter("lead", leadDays)
                .setParameter("until", until)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(DueFills::due).toList());
    }

    /** What is queued and has not left, by the day on which it is needed. */
    public Uni<List<Due>> open(LocalDate until, int limit) {
        return session.createNativeQuery("""
                        select d.prescription_id, d.needed_on, d.number, d.state
                        from pharmacy.dispense d
                        where d.state in %s and d.needed_on <= :until
                        order by d.needed_on, d.id
                        """.formatted(OPEN), Object[].class)
                .setParameter("until", until)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(DueFills::due).toList());
    }

    private static Due due(Object[] row) {
        var state = row[3] == null ? null : DispenseState.valueOf((String) row[3]);
        boolean waits = state != null && state != DispenseState.SHIPPED && state != DispenseState.DELIVERED;
        return new Due(
                new PrescriptionId((UUID) row[0]),
                (LocalDate) row[1],
                waits ? new DispenseNumber(((Number) row[2]).longValue()) : null,
                waits ? state : null);
    }
}
