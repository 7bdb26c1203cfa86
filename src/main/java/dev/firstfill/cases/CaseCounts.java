package dev.firstfill.cases;

import dev.firstfill.clocks.Party;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The query that counts open cases. */
final class CaseCounts {
    private final Mutiny.QueryProducer session;

    CaseCounts(Mutiny.QueryProducer session) {
        this.session = session;
    }

    Uni<List<CaseBoard.Cell>> cells(CaseFilter filter, Instant now) {
        var wanted = new LinkedHashMap<String, Object>();
        put(
                wanted,
                "c.state = :status",
                filter.status() == null ? null : filter.status().name());
        put(wanted, "c.payer = :payer", filter.payer());
        put(
                wanted,
                "c.waits_for = :party",
                filter.waitsFor() == null ? null : filter.waitsFor().name());
        put(wanted, "c.owner_id = :owner", filter.owner());
        put(wanted, "c.sla >= :sla", filter.slaAtLeast());
        var where = wanted.keySet().stream().map(" and "::concat).reduce("", String::concat);
        var query = session.createNativeQuery("""
                        select c.state, c.payer, c.waits_for, c.owner_id, c.owner_name, c.sla, min(c.since), count(*),
                               count(*) filter (where c.since > :day), count(*) filter (where c.since > :three),
                               count(*) filter (where c.since > :seven)
                        from pharmacy.patient_case c
                        where c.closed_at is null%s
                        group by c.state, c.payer, c.waits_for, c.owner_id, c.owner_name, c.sla
                        order by count(*) desc, c.state
                        """.formatted(where), Object[].class)
                .setParameter("day", now.minus(Duration.ofDays(1)))
                .setParameter("three", now.minus(Duration.ofDays(3)))
                .setParameter("seven", now.minus(Duration.ofDays(7)));
        wanted.forEach((condition, value) -> query.setParameter(condition.replaceFirst(".*:", ""), value));
        return query.getResultList()
                .map(rows -> rows.stream().map(CaseCounts::cell).toList());
    }

    private static void put(Map<String, Object> wanted, String condition, @Nullable Object value) {
        if (value != null) {
            wanted.put(condition, value);
        }
    }

    private static CaseBoard.Cell cell(Object[] row) {
        return new CaseBoard.Cell(
                CaseStatus.valueOf((String) row[0]),
                (String) row[1],
                row[2] == null ? null : Party.valueOf((String) row[2]),
                (String) row[3],
                (String) row[4],
                ((Number) row[5]).intValue(),
                ((OffsetDateTime) row[6]).toInstant(),
                ((Number) row[7]).longValue(),
                ((Number) row[8]).longValue(),
                ((Number) row[9]).longValue(),
                ((Number) row[10]).longValue());
    }
}
