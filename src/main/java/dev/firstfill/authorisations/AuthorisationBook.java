package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What payers have said, as other contexts ask for it inside acts of their own. */
public final class AuthorisationBook {
    private final Authorisations authorisations;

    public AuthorisationBook(Mutiny.QueryProducer session, Seals seals) {
        this.authorisations = new Authorisations(session, seals);
    }

    /** An authorisation without what is the patient's in it. */
    public record Outline(
            PatientId patient, DrugId drug, @Nullable LocalDate validUntil) {}

    /** Opens nothing; refused when there is no such authorisation. */
    public Uni<Outline> outline(AuthorisationId id) {
        return authorisations
                .find(id)
                .map(row -> row.opened(null))
                .map(found -> new Outline(found.patient(), found.drug(), found.validUntil()));
    }

    /** All there ever was for this patient and drug, the latest first. */
    public Uni<List<PriorAuthorisation>> of(PatientId patient, DrugId drug) {
        return authorisations.of(patient, drug);
    }
}
