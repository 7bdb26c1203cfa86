package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What payers have said, as other contexts ask for it inside acts of their own. */
public final class AuthorisationBook {
    private final Mutiny.QueryProducer session;
    private final Authorisations authorisations;

    public AuthorisationBook(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
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

    /** Refused when the patient was erased. */
    public Uni<PriorAuthorisation> find(AuthorisationId id) {
        return authorisations.find(id).chain(row -> authorisations.opened(row));
    }

    /** All there ever was for this patient and drug, the latest first. */
    public Uni<List<PriorAuthorisation>> of(PatientId patient, DrugId drug) {
        return authorisations.of(patient, drug);
    }

    /**
     * The one that counts: which holds on the day; else the last one that is under way; else the last one that was not
     * taken back.
     */
    public Uni<Optional<PriorAuthorisation>> current(PatientId patient, DrugId drug, LocalDate day) {
        return of(patient, drug).map(all -> first(all, one -> one.holdsOn(day))
                .or(() -> first(all, one -> one.state().isUnderWay()))
                .or(() -> first(all, one -> one.state() != AuthorisationState.WITHDRAWN)));
    }

    private static Optional<PriorAuthorisation> first(
            List<PriorAuthorisation> all, Predicate<PriorAuthorisation> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    /** Approvals whose last day comes within so many days and that no other goes on from. Opens nothing. */
    public Uni<List<EndingAuthorisations.Ending>> endingWithin(LocalDate today, int days, int limit) {
        return new EndingAuthorisations(session).between(today, today.plusDays(days), limit);
    }
}
