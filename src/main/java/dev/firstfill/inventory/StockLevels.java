package dev.firstfill.inventory;

import dev.firstfill.drugs.DrugId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** The queries on what is to be there of each drug. */
final class StockLevels {
    private final Mutiny.Session session;

    StockLevels(Mutiny.Session session) {
        this.session = session;
    }

    /** Until the end of the transaction nobody else makes lots of these drugs or opens recalls of them. */
    Uni<Void> lock(Collection<DrugId> drugs, Instant now) {
        var inOrder = drugs.stream().distinct().map(DrugId::value).sorted().toList();
        return StockBook.each(inOrder, drug -> lock(drug, now));
    }

    Uni<StockLevel> locked(DrugId drug, Instant now) {
        return lock(drug.value(), now);
    }

    private Uni<StockLevel> lock(UUID drug, Instant now) {
        return session.createNativeQuery("""
                        insert into pharmacy.stock_level (drug_id, version, updated_at) values (:drug, 1, :now)
                        on conflict on constraint stock_level_pk do nothing
                        """)
                .setParameter("drug", drug)
                .setParameter("now", now)
                .executeUpdate()
                .chain(() -> session.createSelectionQuery("from StockLevel s where s.drug = :drug", StockLevel.class)
                        .setParameter("drug", drug)
                        .setLockMode(LockMode.PESSIMISTIC_WRITE)
                        .getSingleResult());
    }
}
