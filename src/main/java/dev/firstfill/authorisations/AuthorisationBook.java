package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** What payers have said, as other contexts ask for it inside acts of their own. */
public final class AuthorisationBook {
    private final Authorisations authorisations;

    public AuthorisationBook(Mutiny.QueryProducer session, Seals seals) {
        this.authorisations = new Authorisations(session, seals);
    }

    /** All there ever was for this patient and drug, the latest first. */
    public Uni<List<PriorAuthorisation>> of(PatientId patient, DrugId drug) {
        return authorisations.of(patient, drug);
    }
}
