package dev.firstfill.patients;

import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Patients' records as other contexts write them inside acts of their own. The pharmacy's own fields are not asked for:
 * whoever refers a patient does not know them.
 */
public final class PatientFile {
    private final Writing desk;
    private final Patients patients;
    private final Instant now;

    public PatientFile(Writing desk, Instant now) {
        this.desk = desk;
        this.patients = new Patients(desk.session(), desk.seals());
        this.now = now;
    }

    public Uni<Patient> register(PatientDetails details) {
        var row = patients.sealed(new PatientId(Ids.next()), details, now);
        return patients.add(row).map(patients::opened).invoke(patient -> tell("patient.registered", null, patient));
    }

    /** @param change leaves the record as it was by giving an equal one back */
    public Uni<Patient> amend(PatientId patient, UnaryOperator<PatientDetails> change) {
        return patients.find(patient).chain(row -> {
            var before = patients.opened(row);
            var after = change.apply(before.details());
            if (after.equals(before.details())) {
                return Uni.createFrom().item(before);
            }
            patients.amend(row, after, now);
            return desk.session()
                    .flush()
                    .map(written -> patients.opened(row))
                    .invoke(amended -> tell("patient.amended", before.details(), amended));
        });
    }

    /** What seals whatever is kept of the patient. */
    public Uni<Seals.OfPerson> sealOf(PatientId patient) {
        return patients.find(patient).map(patients::sealOf);
    }

    private void tell(String event, @Nullable PatientDetails before, Patient patient) {
        var id = patient.id().value();
        desk.journal().changed(id, id, before, patient.details());
        desk.journal().announce(new Event(event, "patient", id, patient.version()));
    }
}
