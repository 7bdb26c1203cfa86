package dev.firstfill.cases;

import dev.firstfill.clocks.Party;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Where all open cases are, counted: by state, payer, party, owner, age and level of their clocks. One statement that reads
 * one index, whatever is asked.
 */
@ApplicationScoped
public class CaseBoard {
    private static final Act COUNT = Act.unrecorded("count", "case");

    private final Transactions transactions;
    private final Clock clock;

    public CaseBoard(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Cases that have these in common.
     *
     * @param owner id of a colleague; null of those that nobody owns
     * @param oldestSince when the one that has stood longest came into its state
     * @param count all of them; of these {@code underOneDay} stand in their state for less than 24 hours, and so on
     */
    public record Cell(
            CaseStatus status,
            @Nullable String payer,
            @Nullable Party waitsFor,
            @Nullable String owner,
            @Nullable String ownerName,
            int sla,
            Instant oldestSince,
            long count,
            long underOneDay,
            long underThreeDays,
            long underSevenDays) {}

    /** @param at when it was counted */
    public record Board(Instant at, List<Cell> cells) {
        public Board {
            cells = List.copyOf(cells);
        }
    }

    public Uni<Board> count(CaseFilter filter) {
        return transactions.read(COUNT, desk -> {
            var now = Now.by(clock);
            return cells(desk.session(), filter, now).map(cells -> new Board(now, cells));
        });
    }

    private static Uni<List<Cell>> cells(Mutiny.QueryProducer session, CaseFilter filter, Instant now) {
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
                .map(rows -> rows.stream().map(CaseBoard::cell).toList());
    }

    private static void put(LinkedHashMap<String, Object> wanted, String condition, @Nullable Object value) {
        if (value != null) {
            wanted.put(condition, value);
        }
    }

    private static Cell cell(Object[] row) {
        return new Cell(
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
