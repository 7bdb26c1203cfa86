package dev.firstfill.imports;

import dev.firstfill.imports.ImportJob.State;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The queries on imports. */
final class ImportJobs {
    private final Mutiny.QueryProducer session;

    ImportJobs(Mutiny.QueryProducer session) {
        this.session = session;
    }

    Uni<ImportJobRow> find(ImportId id) {
        return found(byId(id));
    }

    /** Of two batches of one source, the second sees what the first took in. */
    Uni<ImportJobRow> locked(ImportId id) {
        return found(byId(id).setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    private Mutiny.SelectionQuery<ImportJobRow> byId(ImportId id) {
        return session.createSelectionQuery("from ImportJobRow j where j.id = :id", ImportJobRow.class)
                .setParameter("id", id.value());
    }

    private static Uni<ImportJobRow> found(Mutiny.SelectionQuery<ImportJobRow> query) {
        return query.getSingleResultOrNull().onItem().ifNull().failWith(ImportRefusals.ImportNotFound::new);
    }

    Uni<Optional<ImportJobRow>> openOf(String source) {
        return session.createSelectionQuery(
                        "from ImportJobRow j where j.source = :source and j.state = :open", ImportJobRow.class)
                .setParameter("source", source)
                .setParameter("open", State.OPEN)
                .getResultList()
                .map(rows -> rows.stream().findFirst());
    }
}
