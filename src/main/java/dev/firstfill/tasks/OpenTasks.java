package dev.firstfill.tasks;

import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is still to be done, as other contexts read it inside acts of their own. */
public final class OpenTasks {
    private final Tasks tasks;

    public OpenTasks(Mutiny.QueryProducer session, Seals seals) {
        this.tasks = new Tasks(session, seals);
    }

    /** In the order they were opened. */
    public Uni<List<Task>> ofCase(PatientId patient, UUID caseId) {
        return tasks.openOf(patient, caseId).getResultList().chain(tasks::opened);
    }

    /** In the order they are pulled. */
    public Uni<List<Task>> ofPatient(PatientId patient) {
        return tasks.openOf(patient).chain(tasks::opened);
    }
}
