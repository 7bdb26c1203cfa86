package dev.firstfill.customfields;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The queries on custom fields. */
public final class CustomFieldStore {
    private final Mutiny.QueryProducer session;

    public CustomFieldStore(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /** All that are defined, archived ones included: what a patient's values are checked against. */
    public Uni<CustomFields> all() {
        return list().map(fields ->
                new CustomFields(fields.stream().map(CustomField::definition).toList()));
    }

    /** At most {@value CustomFields#MAX_DEFINITIONS}, so they are never paged. */
    Uni<List<CustomField>> list() {
        return session.createSelectionQuery("from CustomField f order by f.id", CustomField.class)
                .getResultList();
    }

    Uni<CustomField> byId(CustomFieldId id) {
        return session.createSelectionQuery("from CustomField f where f.id = :id", CustomField.class)
                .setParameter("id", id.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(CustomFieldRefusals.CustomFieldNotFound::new);
    }
}
