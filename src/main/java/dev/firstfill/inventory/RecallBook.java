package dev.firstfill.inventory;

import dev.firstfill.kernel.Seals;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Recalls as other contexts meet them, inside acts of their own. */
public final class RecallBook {
    private final Recalls recalls;

    public RecallBook(Mutiny.QueryProducer session, Seals seals) {
        this.recalls = new Recalls(session, seals);
    }

    /** Refused as not found when the pharmacy has no such recall. */
    public Uni<Recall> recall(RecallId recall) {
        return recalls.find(recall).map(recalls::opened);
    }
}
