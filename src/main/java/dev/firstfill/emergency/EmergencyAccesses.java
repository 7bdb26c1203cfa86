package dev.firstfill.emergency;

import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries on accesses in emergencies. What people wrote of a patient is sealed and opened with that patient's key. */
final class EmergencyAccesses {
    private static final String REASON = "reason";
    private static final String NOTE = "note";

    private final Mutiny.QueryProducer session;
    private final Seals seals;

    EmergencyAccesses(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    Uni<EmergencyAccessRow> find(EmergencyAccessId id) {
        return session.createSelectionQuery("from EmergencyAccessRow a where a.id = :id", EmergencyAccessRow.class)
                .setParameter("id", id.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(EmergencyRefusals.EmergencyAccessNotFound::new);
    }

    Uni<List<EmergencyAccessRow>> page(ReviewState state, PageRequest page) {
        var reviewed =
                switch (state) {
                    case PENDING -> "and a.reviewedAt is null";
                    case DONE -> "and a.reviewedAt is not null";
                    case ALL -> "";
                };
        var order = page.newestFirst() ? "a.id < :from %s order by a.id desc" : "a.id > :from %s order by a.id";
        return session.createSelectionQuery(
                        "from EmergencyAccessRow a where " + order.formatted(reviewed), EmergencyAccessRow.class)
                .setParameter("from", page.from())
                .setMaxResults(page.fetched())
                .getResultList();
    }

    Uni<Seals.OfPerson> sealOf(UUID patient) {
        return new PatientChart(session, seals).sealsOf(List.of(patient)).map(found -> found.get(patient));
    }

    /** In the same order; of patients who were erased, without what was written. */
    Uni<List<EmergencyAccess>> opened(List<EmergencyAccessRow> rows) {
        var patients = rows.stream().map(EmergencyAccessRow::patient).distinct().toList();
        return patients.isEmpty()
                ? Uni.createFrom().item(List.of())
                : new PatientChart(session, seals).sealsOf(patients).map(found -> rows.stream()
                        .map(row -> opened(row, found))
                        .toList());
    }

    Uni<EmergencyAccess> opened(EmergencyAccessRow row) {
        return opened(List.of(row)).map(opened -> opened.get(0));
    }

    static byte[] sealedReason(UUID access, String reason, Seals.OfPerson seal) {
        return seal.seal(place(REASON, access), reason.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sealedNote(UUID access, String note, Seals.OfPerson seal) {
        return seal.seal(place(NOTE, access), note.getBytes(StandardCharsets.UTF_8));
    }

    private static EmergencyAccess opened(EmergencyAccessRow row, Map<UUID, Seals.OfPerson> seals) {
        var seal = seals.get(row.patient());
        return row.opened(text(REASON, row, row.reason(), seal), text(NOTE, row, row.note(), seal));
    }

    private static @Nullable String text(
            String column, EmergencyAccessRow row, byte @Nullable [] sealed, Seals.@Nullable OfPerson seal) {
        return sealed == null || seal == null
                ? null
                : new String(seal.open(place(column, row.id()), sealed), StandardCharsets.UTF_8);
    }

    private static Seals.Place place(String column, UUID access) {
        return new Seals.Place("emergency_access", column, access);
    }
}
