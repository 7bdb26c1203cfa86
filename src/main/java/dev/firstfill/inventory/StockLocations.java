package dev.firstfill.inventory;

import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The queries on places. */
final class StockLocations {
    private final Mutiny.QueryProducer session;

    StockLocations(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /** @param idOrName names are what people say */
    Uni<StockLocation> find(String idOrName) {
        var query = Ids.read(idOrName)
                .map(id -> session.createSelectionQuery("from StockLocation l where l.id = :id", StockLocation.class)
                        .setParameter("id", id))
                .orElseGet(() -> session.createSelectionQuery(
                                "from StockLocation l where l.name = :name", StockLocation.class)
                        .setParameter("name", idOrName));
        return query.getSingleResultOrNull().onItem().ifNull().failWith(InventoryRefusals.StockLocationNotFound::new);
    }

    Uni<List<StockLocation>> page(PageRequest page) {
        var query = page.newestFirst()
                ? "from StockLocation l where l.id < :from order by l.id desc"
                : "from StockLocation l where l.id > :from order by l.id";
        return session.createSelectionQuery(query, StockLocation.class)
                .setParameter("from", page.from())
                .setMaxResults(page.fetched())
                .getResultList();
    }
}
