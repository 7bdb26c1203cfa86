package dev.firstfill.cases;

import dev.firstfill.kernel.Seals;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Cases as other contexts ask for them inside acts of their own. */
public final class CaseLog {
    private final Mutiny.QueryProducer session;
    private final Cases cases;

    public CaseLog(Mutiny.QueryProducer session, Seals seals) {
        this.session = session;
        this.cases = new Cases(session, seals);
    }

    /** All of the patient's, ended ones included, the latest first; the first 50. Opens nothing. */
    public Uni<List<Case>> of(PatientId patient) {
        return cases.of(patient).map(rows -> rows.stream().map(CaseRow::opened).toList());
    }

    /** When somebody last tried to reach the patient about one of these cases, and what was noted. */
    public Uni<Optional<CaseEvent>> lastContact(List<Case> of, Seals.OfPerson seal) {
        if (of.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return session.createSelectionQuery("""
                        from CaseEventRow e where e.caseId in :cases and e.kind = :contacted order by e.id desc
                        """, CaseEventRow.class)
                .setParameter("cases", of.stream().map(one -> one.id().value()).toList())
                .setParameter("contacted", CaseEvent.Kind.CONTACTED)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable)
                .map(found -> found.map(event -> event.opened(Cases.note(event, seal))));
    }
}
