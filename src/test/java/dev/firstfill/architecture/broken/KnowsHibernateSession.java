package dev.firstfill.architecture.broken;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Queries without being a store. */
final class KnowsHibernateSession {
    Uni<List<String>> names(Mutiny.Session session) {
        return session.createNativeQuery("select name from nobody", String.class)
                .getResultList();
    }
}
