package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries that show lots and their movements. */
final class LotQueries {
    private final Mutiny.QueryProducer session;
    private final Seals seals;

    LotQueries(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    Uni<Lot> find(StockLotId id) {
        return session.createSelectionQuery("from StockLot l where l.id = :id", StockLot.class)
                .setParameter("id", id.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(InventoryRefusals.StockLotNotFound::new)
                .map(this::seen);
    }

    Uni<List<Lot>> page(LotFilter filter, @Nullable DrugId drug, @Nullable StockLocationId location, PageRequest page) {
        var wanted = new LinkedHashMap<String, Object>();
        wanted.put(page.newestFirst() ? "l.id < :from" : "l.id > :from", page.from());
        put(wanted, "l.drug = :drug", drug == null ? null : drug.value());
        put(wanted, "l.location = :location", location == null ? null : location.value());
        put(wanted, "l.ownership = :ownership", name(filter.ownership()));
        put(wanted, "l.status = :status", name(filter.status()));
        put(wanted, "l.expiresOn < :before", filter.expiringBefore());
        put(wanted, "l.onHand > :nothing", filter.emptyToo() ? null : BigDecimal.ZERO);
        var narrowed =
                String.join(" and ", wanted.keySet()) + (filter.adjusting() ? " and l.proposal is not null" : "");
        var query = session.createSelectionQuery(
                "from StockLot l where %s order by l.id %s".formatted(narrowed, page.newestFirst() ? "desc" : "asc"),
                StockLot.class);
        wanted.forEach((condition, value) -> query.setParameter(condition.replaceFirst(".*:", ""), value));
        return query.setMaxResults(page.fetched())
                .getResultList()
                .map(rows -> rows.stream().map(this::seen).toList());
    }

    /** The conditions are those above: PostgreSQL wants to know the type even of a filter that is not there. */
    private static void put(Map<String, Object> wanted, String condition, @Nullable Object value) {
        if (value != null) {
            wanted.put(condition, value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    Uni<List<Movement>> movements(StockLotId lot, PageRequest page) {
        var order = page.newestFirst() ? "m.id < :from order by m.id desc" : "m.id > :from order by m.id";
        return session.createSelectionQuery("from StockMovement m where m.lot = :lot and " + order, StockMovement.class)
                .setParameter("lot", lot.value())
                .setParameter("from", page.from())
                .setMaxResults(page.fetched())
                .getResultList()
                .map(rows -> rows.stream().map(this::opened).toList());
    }

    private Movement opened(StockMovement row) {
        return row.opened(text(row.reason(), StockBook.place(row.id())));
    }

    Lot seen(StockLot lot) {
        return lot.seen(text(lot.proposalReason(), proposalPlace(lot.id())));
    }

    static Seals.Place proposalPlace(StockLotId lot) {
        return new Seals.Place("stock_lot", "proposal_reason", lot.value());
    }

    private @Nullable String text(byte @Nullable [] sealed, Seals.Place place) {
        return sealed == null ? null : new String(seals.open(place, sealed), StandardCharsets.UTF_8);
    }
}
