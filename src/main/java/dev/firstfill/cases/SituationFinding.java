package dev.firstfill.cases;

import dev.firstfill.assessments.AssessmentBook;
import dev.firstfill.authorisations.AuthorisationBook;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Seals;
import dev.firstfill.workflowsettings.WorkflowSettings;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;

/** Gathers what the guards look at, from whichever context knows it. */
final class SituationFinding {
    private final Mutiny.QueryProducer session;
    private final Seals seals;
    private final Clock clock;

    SituationFinding(Mutiny.QueryProducer session, Seals seals, Clock clock) {
        this.session = session;
        this.seals = seals;
        this.clock = clock;
    }

    Uni<Situation> of(CaseRow row, WorkflowSettings settings) {
        return assessed(row).chain(assessed -> authorised(row)
                .map(authorised -> new Situation(
                        row.state(),
                        row.facts(),
                        row.programme(settings),
                        row.prescription() != null,
                        assessed,
                        authorised,
                        row.isTreated(),
                        Now.by(clock))));
    }

    private Uni<Boolean> assessed(CaseRow row) {
        return new AssessmentBook(session)
                .current(row.patient(), LocalDate.now(clock))
                .map(found -> found.isPresent());
    }

    private Uni<Boolean> authorised(CaseRow row) {
        var drug = row.drug();
        var today = LocalDate.now(clock);
        return drug == null
                ? Uni.createFrom().item(false)
                : new AuthorisationBook(session, seals).of(row.patient(), drug).map(all -> all.stream()
                        .anyMatch(leave -> leave.holdsOn(today)));
    }
}
