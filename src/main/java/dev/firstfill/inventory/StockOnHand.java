package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Decimals;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What lies on all shelves, summed up. Units of different drugs are never added: each sum is of one drug. */
public final class StockOnHand {
    private static final int SUMS = 7;

    private final Mutiny.QueryProducer session;

    public StockOnHand(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /** What the sums of each drug are broken down by. */
    public enum Grouping {
        DRUG(""),
        OWNERSHIP("l.ownership, l.owner, "),
        EXPIRY("l.expires_on, ");

        private final String columns;

        Grouping(String columns) {
            this.columns = columns;
        }
    }

    /**
     * One sum, in units of the drug's package; {@code onHand} is all of it, and each unit is free, reserved, blocked or
     * expired.
     *
     * @param ownership null when not broken down by it, as the owner is and, for another breakdown, the day
     * @param owner null for what the pharmacy bought, too
     * @param lots how many rows of stock
     * @param reserved for dispenses, of what may be dispensed
     * @param blocked in quarantine, recalled or damaged
     */
    public record Sum(
            DrugId drug,
            @Nullable Ownership ownership,
            @Nullable String owner,
            @Nullable LocalDate expiresOn,
            long lots,
            BigDecimal onHand,
            BigDecimal free,
            BigDecimal reserved,
            BigDecimal blocked,
            BigDecimal expired) {}

    public Uni<List<Sum>> by(Grouping grouping, LocalDate today, int limit) {
        return session.createNativeQuery("""
                        select l.drug_id, count(*), sum(l.on_hand),
                          coalesce(sum(l.on_hand - l.reserved)
                            filter (where l.status = 'AVAILABLE' and l.expires_on >= :today), 0),
                          coalesce(sum(l.reserved)
                            filter (where l.status = 'AVAILABLE' and l.expires_on >= :today), 0),
                          coalesce(sum(l.on_hand)
                            filter (where l.status <> 'AVAILABLE' and l.expires_on >= :today), 0),
                          coalesce(sum(l.on_hand) filter (where l.expires_on < :today), 0)
                          %2$s
                        from pharmacy.stock_lot l
                        where l.on_hand > 0
                        group by %1$s l.drug_id
                        order by %1$s l.drug_id
                        """.formatted(grouping.columns, selected(grouping)), Object[].class)
                .setParameter("today", today)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(row -> sum(grouping, row)).toList());
    }

    private static String selected(Grouping grouping) {
        return grouping.columns.isEmpty() ? "" : ", " + grouping.columns.replaceFirst(", $", "");
    }

    private static Sum sum(Grouping grouping, Object[] row) {
        boolean owned = grouping == Grouping.OWNERSHIP;
        return new Sum(
                new DrugId((UUID) row[0]),
                owned ? Ownership.valueOf((String) row[SUMS]) : null,
                owned ? (String) row[SUMS + 1] : null,
                grouping == Grouping.EXPIRY ? (LocalDate) row[SUMS] : null,
                ((Number) row[1]).longValue(),
                plain(row[2]),
                plain(row[3]),
                plain(row[4]),
                plain(row[5]),
                plain(row[6]));
    }

    private static BigDecimal plain(Object quantity) {
        return Decimals.plain((BigDecimal) quantity);
    }
}
