package dev.firstfill.assessments;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The queries on the pharmacy's own templates. */
final class TemplateStore {
    static final int CODES_MAX = 100;
    static final int VERSIONS_MAX = 100;

    private final Mutiny.QueryProducer session;

    TemplateStore(Mutiny.QueryProducer session) {
        this.session = session;
    }

    Uni<List<TemplateRow>> all() {
        return session.createSelectionQuery("from TemplateRow t order by t.code, t.number", TemplateRow.class)
                .getResultList();
    }
}
