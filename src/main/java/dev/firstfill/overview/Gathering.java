package dev.firstfill.overview;

import dev.firstfill.assessments.AssessmentBook;
import dev.firstfill.assessments.CurrentAssessment;
import dev.firstfill.authorisations.AuthorisationBook;
import dev.firstfill.authorisations.PriorAuthorisation;
import dev.firstfill.cases.Case;
import dev.firstfill.cases.CaseEvent;
import dev.firstfill.cases.CaseLog;
import dev.firstfill.dispensing.DispenseLog;
import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugId;
import dev.firstfill.drugs.Formulary;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Reading;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.tasks.OpenTasks;
import dev.firstfill.tasks.Task;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers the parts of one patient's overview, one after the other: a session serves one at a time. */
final class Gathering {
    private final Reading desk;
    private final Clock clock;
    private final Patient patient;
    private final LocalDate today;
    private final List<PriorAuthorisation> authorisations = new ArrayList<>();
    private List<Case> cases = List.of();
    private Map<DrugId, Drug> drugs = Map.of();
    private List<Task> tasks = List.of();
    private DispenseLog.@Nullable Outline lastFill;
    private @Nullable CurrentAssessment assessment;
    private @Nullable CaseEvent lastContact;

    Gathering(Reading desk, Clock clock, Patient patient) {
        this.desk = desk;
        this.clock = clock;
        this.patient = patient;
        this.today = LocalDate.now(clock);
    }

    Uni<PatientOverview> all() {
        return log().of(patient.id())
                .invoke(found -> cases = found)
                .chain(this::drugs)
                .chain(() -> new DispenseLog(desk.session()).lastShipped(patient.id()))
                .invoke(found -> lastFill = found.orElse(null))
                .chain(() -> new AssessmentBook(desk.session()).current(patient.id(), today))
                .invoke(found -> assessment = found.orElse(null))
                .chain(this::authorisations)
                .chain(() -> new OpenTasks(desk.session(), desk.seals()).ofPatient(patient.id()))
                .invoke(found -> tasks = found)
                .chain(this::lastContact)
                .map(done -> together());
    }

    private PatientOverview together() {
        return new PatientOverview(
                Now.by(clock), patient, cases, drugs, lastFill, assessment, authorisations, tasks, lastContact);
    }

    private Uni<Void> drugs() {
        var ids = cases.stream()
                .map(Case::drug)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : new Formulary(desk.session())
                        .drugs(ids)
                        .invoke(found -> drugs = found)
                        .replaceWithVoid();
    }

    private Uni<Void> authorisations() {
        var ids = cases.stream()
                .filter(one -> one.closedAt() == null)
                .map(Case::drug)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var all = Uni.createFrom().voidItem();
        for (var drug : ids) {
            all = all.chain(() -> new AuthorisationBook(desk.session(), desk.seals())
                    .of(patient.id(), drug)
                    .invoke(found -> found.stream()
                            .filter(leave -> leave.holdsOn(today))
                            .findFirst()
                            .or(() -> found.stream().findFirst())
                            .ifPresent(authorisations::add))
                    .replaceWithVoid());
        }
        return all;
    }

    private Uni<Void> lastContact() {
        return new PatientChart(desk.session(), desk.seals())
                .sealsOf(List.of(patient.id().value()))
                .map(seals -> Objects.requireNonNull(seals.get(patient.id().value())))
                .chain(seal -> log().lastContact(cases, seal))
                .invoke(found -> lastContact = found.orElse(null))
                .replaceWithVoid();
    }

    private CaseLog log() {
        return new CaseLog(desk.session(), desk.seals());
    }
}
