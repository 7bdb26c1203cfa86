package dev.firstfill.tasks;

import dev.firstfill.customfields.CustomFieldSight;
import dev.firstfill.identifiers.UsState;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.OnePharmacy;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.SettableClock;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.ErasureReason;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientDetails;
import dev.firstfill.patients.PatientRegistry;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A pharmacy in which people work on tasks. */
final class Floor implements AutoCloseable {
    static final Colleague ANA = new Colleague("ana", "ana.northgate");
    static final Colleague BEN = new Colleague("ben", "ben.northgate");
    static final Colleague DAWN = new Colleague("dawn", "dawn.northgate");

    private static final Act PREPARE = Act.of("prepare", "test");

    final OnePharmacy pharmacy = OnePharmacy.open();
    final SettableClock clock = new SettableClock();
    final TaskDesk desk = new TaskDesk(pharmacy, clock);
    final TaskDispatch dispatch = new TaskDispatch(pharmacy, clock);

    /** Works every queue, and takes nothing out of others' hands. */
    static TaskWorker worker(Colleague colleague) {
        return new TaskWorker(colleague, EnumSet.allOf(Queue.class), false);
    }

    static TaskWorker manager(Colleague colleague) {
        return new TaskWorker(colleague, EnumSet.allOf(Queue.class), true);
    }

    static PullWish from(Queue... queues) {
        return new PullWish(Set.of(queues), Set.of(), Set.of());
    }

    Instant now() {
        return Now.by(clock);
    }

    Patient patient() {
        return await(new PatientRegistry(pharmacy, clock)
                .register(Json.read("""
                        {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female"}
                        """.getBytes(StandardCharsets.UTF_8), PatientDetails.class), CustomFieldSight.ALL));
    }

    void erase(Patient patient) {
        await(new PatientRegistry(pharmacy, clock)
                .erase(patient.id(), patient.version(), ErasureReason.PATIENT_REQUEST));
    }

    /** As the cases' own table keeps one, since this context knows no more of them. */
    UUID caseOf(Patient patient) {
        var id = Ids.next();
        write(desk -> desk.session()
                .createNativeQuery("""
                        insert into pharmacy.patient_case
                          (id, version, patient_id, referral_id, state, since, sla, settings_version, programme, clocks,
                           facts, signed_at, received_at)
                        values (:id, 1, :patient, :id, 'NEW_REFERRAL_INTAKE', :now, 0, 1, 'standard', '{}', '{}', :now,
                                :now)
                        """)
                .setParameter("id", id)
                .setParameter("patient", patient.id().value())
                .setParameter("now", now())
                .executeUpdate());
        return id;
    }

    /** Nobody has anything to do. */
    void clear() {
        write(desk ->
                desk.session().createNativeQuery("delete from pharmacy.task").executeUpdate());
    }

    Task opened(TaskWish wish) {
        return await(desk.open(wish, ANA));
    }

    static TaskWish wish(Patient patient, TaskType type, Priority priority, @Nullable String note) {
        return new TaskWish(
                patient.id(),
                null,
                type,
                type.queue().orElse(Queue.DATA_QUALITY),
                priority,
                null,
                null,
                null,
                null,
                note);
    }

    static TaskWish needing(Patient patient, @Nullable UsState licence, @Nullable String skill) {
        return new TaskWish(
                patient.id(),
                null,
                TaskType.WELCOME_CALL,
                Queue.CLINICAL,
                Priority.NORMAL,
                null,
                null,
                licence,
                skill,
                null);
    }

    Optional<Task> pulled(TaskWorker worker, PullWish wish) {
        return await(dispatch.pull(wish, worker));
    }

    List<Task> listed(TaskFilter filter) {
        return await(desk.list(filter, new PageRequest(null, 200, false))).items();
    }

    /** As a case does: in a transaction of its own, by Dawn. */
    <T> T asCase(Function<TaskBook, Uni<T>> work) {
        return write(desk -> work.apply(new TaskBook(desk, DAWN, now())));
    }

    <T> T write(Function<Writing, Uni<T>> work) {
        return await(pharmacy.write(PREPARE, work));
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }

    @Override
    public void close() {
        pharmacy.close();
    }
}
