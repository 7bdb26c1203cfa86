package dev.firstfill.inventory;

import dev.firstfill.kernel.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** The queries on counts. */
final class StockCounts {
    private final Mutiny.QueryProducer session;

    StockCounts(Mutiny.QueryProducer session) {
        this.session = session;
    }

    Uni<StockCountRow> find(StockCountId id) {
        return found(byId(id));
    }

    Uni<StockCountRow> locked(StockCountId id) {
        return found(byId(id).setLockMode(LockMode.PESSIMISTIC_WRITE));
    }

    private Mutiny.SelectionQuery<StockCountRow> byId(StockCountId id) {
        return session.createSelectionQuery("from StockCountRow c where c.id = :id", StockCountRow.class)
                .setParameter("id", id.value());
    }

    private static Uni<StockCountRow> found(Mutiny.SelectionQuery<StockCountRow> query) {
        return query.getSingleResultOrNull().onItem().ifNull().failWith(InventoryRefusals.StockCountNotFound::new);
    }

    Uni<List<StockCountRow>> page(PageRequest page) {
        var query = page.newestFirst()
                ? "from StockCountRow c where c.id < :from order by c.id desc"
                : "from StockCountRow c where c.id > :from order by c.id";
        return session.createSelectionQuery(query, StockCountRow.class)
                .setParameter("from", page.from())
                .setMaxResults(page.fetched())
                .getResultList();
    }
}
