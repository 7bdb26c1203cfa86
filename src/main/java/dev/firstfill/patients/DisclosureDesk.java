package dev.firstfill.patients;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Disclosure;
import dev.firstfill.kernel.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Where it is written down that data of a patient was given to somebody outside (45 CFR 164.528). */
@ApplicationScoped
public class DisclosureDesk {
    private static final Act RECORD = Act.of("record", "disclosure");

    private final Transactions transactions;
    private final Clock clock;

    public DisclosureDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Stands in the ledger and nowhere else, so that nobody can take it back. Gives back the patient's id. */
    public Uni<PatientId> record(PatientReference patient, Disclosure disclosure) {
        return transactions.write(RECORD, desk -> {
            desk.journal().about(patient.toString());
            if (disclosure.at().isAfter(clock.instant())) {
                throw new PatientRefusals.DisclosureNotMadeYet();
            }
            var patients = new Patients(desk.session(), desk.seals());
            return patients.find(patient).map(patients::opened).map(Patient::id).invoke(id -> desk.journal()
                    .disclosed(id.value(), disclosure));
        });
    }
}
