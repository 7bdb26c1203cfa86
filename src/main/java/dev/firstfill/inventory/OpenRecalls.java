package dev.firstfill.inventory;

import dev.firstfill.kernel.Decimals;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Recalls that nobody has closed yet, and what still lies there of them. */
public final class OpenRecalls {
    private final Mutiny.QueryProducer session;

    public OpenRecalls(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /**
     * @param recall without the reason, which is sealed
     * @param held at all places and of all owners, in units of the drug's package
     */
    public record OpenRecall(Recall recall, BigDecimal held) {}

    /** The one opened first comes first. */
    public Uni<List<OpenRecall>> all(int limit) {
        return session.createSelectionQuery("from RecallRow r where r.closedAt is null order by r.id", RecallRow.class)
                .setMaxResults(limit)
                .getResultList()
                .chain(rows -> held().map(held -> rows.stream()
                        .map(row -> new OpenRecall(row.opened(null), held.getOrDefault(row.id(), BigDecimal.ZERO)))
                        .toList()));
    }

    /** Drug and lot number begin the unique index on lots, so each recall finds its own. */
    private Uni<Map<UUID, BigDecimal>> held() {
        return session.createNativeQuery("""
                        select r.id, sum(l.on_hand)
                        from pharmacy.stock_paper r
                        join pharmacy.stock_lot l on l.drug_id = r.drug_id and l.lot_number = any (r.lot_numbers)
                        where r.kind = 'RECALL' and r.closed_at is null
                        group by r.id
                        """, Object[].class).getResultList().map(rows -> rows.stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> Decimals.plain((BigDecimal) row[1]))));
    }
}
