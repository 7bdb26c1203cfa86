package dev.firstfill.recalls;

import dev.firstfill.inventory.RecallId;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries on tries to tell people of recalls. Seals on the way in, opens on the way out. */
final class RecallContacts {
    private final Mutiny.QueryProducer session;
    private final Seals seals;

    RecallContacts(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    /** What is sealed of it. */
    record Words(@Nullable String note) {
        @Override
        public String toString() {
            return "Words[hidden]";
        }
    }

    /** All tries with these patients, the oldest first. */
    Uni<List<RecallContact>> with(RecallId recall, Collection<UUID> patients) {
        return session.createSelectionQuery("""
                        from RecallContactRow c
                        where c.recall = :recall and c.patient in :patients
                        order by c.id
                        """, RecallContactRow.class)
                .setParameter("recall", recall.value())
                .setParameter("patients", patients)
                .getResultList()
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : new PatientChart(session, seals)
                                .sealsOf(rows.stream()
                                        .map(RecallContactRow::patient)
                                        .distinct()
                                        .toList())
                                .map(found -> rows.stream()
                                        .map(row -> opened(row, found.get(row.patient())))
                                        .toList()));
    }

    static byte[] sealed(UUID id, @Nullable String note, Seals.OfPerson seal) {
        return seal.seal(place(id), Json.bytes(new Words(note)));
    }

    static RecallContact opened(RecallContactRow row, Seals.@Nullable OfPerson seal) {
        return row.opened(
                seal == null
                        ? null
                        : Json.read(seal.open(place(row.id()), row.record()), Words.class)
                                .note());
    }

    private static Seals.Place place(UUID id) {
        return new Seals.Place("recall_contact", "record", id);
    }
}
