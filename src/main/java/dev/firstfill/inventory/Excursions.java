package dev.firstfill.inventory;

import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries on excursions. */
final class Excursions {
    private final Mutiny.QueryProducer session;
    private final Seals seals;

    Excursions(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    Uni<ExcursionRow> find(ExcursionId id) {
        return found(byId(id));
    }

    /** All at once and in order, since the release of a lot depends on each of them. */
    Uni<List<ExcursionRow>> lockedUndecided() {
        return session.createSelectionQuery(
                        "from ExcursionRow e where e.state = 'OPEN' order by e.id", ExcursionRow.class)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private Mutiny.SelectionQuery<ExcursionRow> byId(ExcursionId id) {
        return session.createSelectionQuery("from ExcursionRow e where e.id = :id", ExcursionRow.class)
                .setParameter("id", id.value());
    }

    private static Uni<ExcursionRow> found(Mutiny.SelectionQuery<ExcursionRow> query) {
        return query.getSingleResultOrNull().onItem().ifNull().failWith(InventoryRefusals.ExcursionNotFound::new);
    }

    /** A handful at most: an excursion is decided within days. */
    Uni<List<ExcursionRow>> undecided() {
        return session.createSelectionQuery("from ExcursionRow e where e.state = 'OPEN'", ExcursionRow.class)
                .getResultList();
    }

    Uni<List<ExcursionRow>> page(PageRequest page) {
        var query = page.newestFirst()
                ? "from ExcursionRow e where e.id < :from order by e.id desc"
                : "from ExcursionRow e where e.id > :from order by e.id";
        return session.createSelectionQuery(query, ExcursionRow.class)
                .setParameter("from", page.from())
                .setMaxResults(page.fetched())
                .getResultList();
    }

    Excursion opened(ExcursionRow row) {
        var note = row.words();
        return row.opened(note == null ? null : new String(seals.open(place(row.id()), note), StandardCharsets.UTF_8));
    }

    byte @Nullable [] sealed(UUID excursion, @Nullable String note) {
        return note == null ? null : seals.seal(place(excursion), note.getBytes(StandardCharsets.UTF_8));
    }

    private static Seals.Place place(UUID excursion) {
        return StockPaper.place(excursion);
    }
}
