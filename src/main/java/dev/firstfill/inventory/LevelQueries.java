package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Decimals;
import dev.firstfill.kernel.PageRequest;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The queries that show what there is of each drug. */
final class LevelQueries {
    private static final String SUMS = """
            select s.drug, s.version, coalesce(sum(l.onHand), 0), coalesce(sum(l.reserved), 0),
              coalesce(sum(case when l.status = 'AVAILABLE' and l.expiresOn >= :today
                                then l.onHand - l.reserved end), 0),
              s.reorderLevel
            from StockLevel s left join StockLot l on l.drug = s.drug
            where %s
            group by s.drug, s.version, s.reorderLevel
            """;

    /** Less is free than should be there; where no level is set, nothing is too little. */
    private static final String LOW = """
            having s.reorderLevel > coalesce(sum(case when l.status = 'AVAILABLE' and l.expiresOn >= :today
                                                      then l.onHand - l.reserved end), 0)
            """;

    private final Mutiny.QueryProducer session;

    LevelQueries(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /** What nobody ever received and set no level for has nothing, in its first version. */
    Uni<DrugStock> of(DrugId drug, LocalDate today) {
        return session.createSelectionQuery(SUMS.formatted("s.drug = :drug"), Object[].class)
                .setParameter("drug", drug.value())
                .setParameter("today", today)
                .getSingleResultOrNull()
                .map(row -> row == null
                        ? new DrugStock(drug, 1, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null)
                        : stock(row));
    }

    Uni<List<DrugStock>> page(PageRequest page, boolean lowOnly, LocalDate today) {
        var order = page.newestFirst() ? " order by s.drug desc" : " order by s.drug asc";
        var query = SUMS.formatted(page.newestFirst() ? "s.drug < :from" : "s.drug > :from") + (lowOnly ? LOW : "");
        return session.createSelectionQuery(query + order, Object[].class)
                .setParameter("from", page.from())
                .setParameter("today", today)
                .setMaxResults(page.fetched())
                .getResultList()
                .map(rows -> rows.stream().map(LevelQueries::stock).toList());
    }

    private static DrugStock stock(Object[] row) {
        return new DrugStock(
                new DrugId((UUID) row[0]),
                (int) row[1],
                Decimals.plain((BigDecimal) row[2]),
                Decimals.plain((BigDecimal) row[3]),
                Decimals.plain((BigDecimal) row[4]),
                row[5] == null ? null : Decimals.plain((BigDecimal) row[5]));
    }
}
