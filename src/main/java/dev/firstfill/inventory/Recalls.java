package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries on recalls. */
final class Recalls {
    private final Mutiny.QueryProducer session;
    private final Seals seals;

    Recalls(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    Uni<RecallRow> find(RecallId id) {
        return byId(id).getSingleResultOrNull().onItem().ifNull().failWith(InventoryRefusals.RecallNotFound::new);
    }

    Uni<RecallRow> locked(RecallId id) {
        return byId(id).setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(InventoryRefusals.RecallNotFound::new);
    }

    private Mutiny.SelectionQuery<RecallRow> byId(RecallId id) {
        return session.createSelectionQuery("from RecallRow r where r.id = :id", RecallRow.class)
                .setParameter("id", id.value());
    }

    Uni<List<RecallRow>> page(PageRequest page, boolean openOnly) {
        var order = page.newestFirst() ? "r.id < :from %s order by r.id desc" : "r.id > :from %s order by r.id";
        return session.createSelectionQuery(
                        "from RecallRow r where " + order.formatted(openOnly ? "and r.closedAt is null" : ""),
                        RecallRow.class)
                .setParameter("from", page.from())
                .setMaxResults(page.fetched())
                .getResultList();
    }

    /** Asked behind the drug's lock, so that a recall opened meanwhile is seen. */
    Uni<Boolean> isOpenFor(DrugId drug, String lotNumber) {
        return session.createNativeQuery("""
                        select count(*) from pharmacy.stock_paper r
                        where r.kind = 'RECALL' and r.drug_id = :drug and r.closed_at is null and :number = any(r.lot_numbers)
                        """, Long.class)
                .setParameter("drug", drug.value())
                .setParameter("number", lotNumber)
                .getSingleResult()
                .map(open -> open > 0);
    }

    Recall opened(RecallRow row) {
        var reason = row.words();
        return row.opened(
                reason == null ? null : new String(seals.open(place(row.id()), reason), StandardCharsets.UTF_8));
    }

    byte @Nullable [] sealed(UUID recall, @Nullable String reason) {
        return reason == null ? null : seals.seal(place(recall), reason.getBytes(StandardCharsets.UTF_8));
    }

    private static Seals.Place place(UUID recall) {
        return StockPaper.place(recall);
    }
}
