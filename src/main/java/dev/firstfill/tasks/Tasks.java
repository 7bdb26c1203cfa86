package dev.firstfill.tasks;

import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries on tasks. What people wrote is sealed on the way in and opened on the way out. */
final class Tasks {
    private final Mutiny.QueryProducer session;
    private final Seals seals;

    Tasks(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.seals = seals;
    }

    Uni<TaskRow> find(TaskId id) {
        return byId(id).getSingleResultOrNull().onItem().ifNull().failWith(TaskRefusals.TaskNotFound::new);
    }

    /** Locks the row, so that of two people on one task the second finds what the first has made of it. */
    Uni<TaskRow> locked(TaskId id) {
        return byId(id).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(TaskRefusals.TaskNotFound::new);
    }

    private Mutiny.SelectionQuery<TaskRow> byId(TaskId id) {
        return session.createSelectionQuery("from TaskRow t where t.id = :id", TaskRow.class)
                .setParameter("id", id.value());
    }

    /** Those of a case that are not closed, locked in the order in which everybody locks several. */
    Uni<List<TaskRow>> lockedOpenOf(PatientId patient, UUID caseId) {
        return openOf(patient, caseId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Mutiny.SelectionQuery<TaskRow> openOf(PatientId patient, UUID caseId) {
        return session.createSelectionQuery("""
                        from TaskRow t
                        where t.patient = :patient and t.caseId = :caseId and t.closedAt is null
                        order by t.id
                        """, TaskRow.class)
                .setParameter("patient", patient.value())
                .setParameter("caseId", caseId);
    }

    Uni<List<TaskRow>> openOf(PatientId patient) {
        return session.createSelectionQuery("""
                        from TaskRow t
                        where t.patient = :patient and t.closedAt is null
                        order by t.pullBy, t.id
                        """, TaskRow.class)
                .setParameter("patient", patient.value())
                .getResultList();
    }

    /** @param about the patient and case in the filter, by their ids */
    Uni<List<TaskRow>> page(TaskFilter filter, @Nullable TaskSubject about, PageRequest page) {
        var wanted = new LinkedHashMap<String, Object>();
        wanted.put(page.newestFirst() ? "t.id < :from" : "t.id > :from", page.from());
        put(wanted, "t.queue = :queue", filter.queue());
        put(wanted, "t.type = :type", filter.type());
        // As the index has it.
        put(wanted, "coalesce(t.assigneeId, '') = :assignee", filter.assignee());
        put(
                wanted,
                "t.patient = :patient",
                about == null ? null : about.patient().value());
        put(wanted, "t.caseId = :caseId", about == null ? null : about.caseId());
        put(wanted, "t.state = :state", filter.state());
        var open = filter.asksForOpenOnly() ? " and t.closedAt is null" : "";
        var query = session.createSelectionQuery(
                "from TaskRow t where %s%s order by t.id %s"
                        .formatted(String.join(" and ", wanted.keySet()), open, page.newestFirst() ? "desc" : "asc"),
                TaskRow.class);
        wanted.forEach((condition, value) -> query.setParameter(condition.replaceFirst(".*:", ""), value));
        return query.setMaxResults(page.fetched()).getResultList();
    }

    /** A clause is there or it is not: a parameter that may be null would cost the index. */
    private static void put(Map<String, Object> wanted, String condition, @Nullable Object value) {
        if (value != null) {
            wanted.put(condition, value);
        }
    }

    /** Null when the patient was erased: nothing more can be written, nor what was written be read. */
    Uni<Seals.@Nullable OfPerson> sealOf(UUID patient) {
        return new PatientChart(session, seals).sealsOf(List.of(patient)).map(found -> found.get(patient));
    }

    /** In the same order; of patients who were erased, without what was written. */
    Uni<List<Task>> opened(List<TaskRow> rows) {
        var patients = rows.stream()
                .filter(row -> row.notes() != null)
                .map(TaskRow::patient)
                .distinct()
                .toList();
        return patients.isEmpty()
                ? Uni.createFrom()
                        .item(rows.stream().map(row -> row.opened(null)).toList())
                : new PatientChart(session, seals).sealsOf(patients).map(found -> rows.stream()
                        .map(row -> opened(row, found.get(row.patient())))
                        .toList());
    }

    static Task opened(TaskRow row, Seals.@Nullable OfPerson seal) {
        return row.opened(row.notes() == null || seal == null ? null : notes(row, seal));
    }

    static TaskNotes notes(TaskRow row, Seals.OfPerson seal) {
        var sealed = row.notes();
        return sealed == null ? TaskNotes.NONE : Json.read(seal.open(place(row), sealed), TaskNotes.class);
    }

    static void keep(TaskRow row, TaskNotes notes, Seals.OfPerson seal) {
        row.keepNotes(seal.seal(place(row), Json.bytes(notes)));
    }

    private static Seals.Place place(TaskRow row) {
        return new Seals.Place("task", "notes", row.id());
    }
}
