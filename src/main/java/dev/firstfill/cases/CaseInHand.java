package dev.firstfill.cases;

import dev.firstfill.benefits.FundingFacts;
import dev.firstfill.clocks.ClockKind;
import dev.firstfill.clocks.Party;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.Writing;
import dev.firstfill.tasks.NewTask;
import dev.firstfill.tasks.Priority;
import dev.firstfill.tasks.TaskBook;
import dev.firstfill.tasks.TaskOutcome;
import dev.firstfill.tasks.TaskSubject;
import dev.firstfill.tasks.TaskType;
import dev.firstfill.workflowsettings.SettingsBook;
import dev.firstfill.workflowsettings.WorkflowSettings;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A case in somebody's hand for one transaction, its row locked. Whatever happens to it leaves an event in its story, is
 * told to the ledger and announced; when it moves, the tasks of the state it leaves are finished and those of the state
 * it comes to are opened.
 *
 * <p>Locks: whoever also needs a prescription, a dispense or stock takes those first; tasks come after the case.
 */
final class CaseInHand {
    private final Writing desk;
    private final Clock clock;
    private final Colleague by;
    private final CaseRow row;
    private final WorkflowSettings settings;
    private final Seals.@Nullable OfPerson seal;
    private final @Nullable Case before;

    private CaseInHand(
            Writing desk,
            Clock clock,
            Colleague by,
            CaseRow row,
            WorkflowSettings settings,
            Seals.@Nullable OfPerson seal,
            @Nullable Case before) {
        this.desk = desk;
        this.clock = clock;
        this.by = by;
        this.row = row;
        this.settings = settings;
        this.seal = seal;
        this.before = before;
    }

    /** @param locked whose patient was not erased; refused otherwise */
    static Uni<CaseInHand> of(Writing desk, Clock clock, Colleague by, CaseRow locked) {
        return new Cases(desk.session(), desk.seals()).sealOf(locked.patient()).chain(seal -> new SettingsBook(
                        desk.session())
                .version(locked.settingsVersion())
                .map(settings -> new CaseInHand(desk, clock, by, locked, settings, seal, locked.opened())));
    }

    /** One that is only being opened. */
    static CaseInHand opening(
            Writing desk, Clock clock, Colleague by, CaseRow fresh, WorkflowSettings settings, Seals.OfPerson seal) {
        return new CaseInHand(desk, clock, by, fresh, settings, seal, null);
    }

    /** Of a patient whose key is gone: what is told of it is told as about nobody. */
    static CaseInHand ofErased(Writing desk, Clock clock, Colleague by, CaseRow locked, WorkflowSettings settings) {
        return new CaseInHand(desk, clock, by, locked, settings, null, locked.opened());
    }

    Writing desk() {
        return desk;
    }

    CaseRow row() {
        return row;
    }

    WorkflowSettings settings() {
        return settings;
    }

    Instant now() {
        return Now.by(clock);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Uni<Situation> situation() {
        return new SituationFinding(desk.session(), desk.seals(), clock).of(row, settings);
    }

    /** What decides which help the patient may have. */
    FundingFacts fundingFacts() {
        var benefits = row.facts().benefits();
        var waiting = row.clocks().running(ClockKind.PAYER_DECISION);
        return new FundingFacts(
                benefits == null ? Set.of() : Set.of(benefits.payerKind()),
                waiting.map(clock -> settings.calendar().businessDays(clock.startedAt(), now()))
                        .orElse(null),
                row.programme(settings).bridgeAfterBusinessDays(),
                today());
    }

    /** @throws CaseRefusals.CaseClosed when it has ended */
    CaseInHand mustBeOpen() {
        if (row.status().isEnd()) {
            throw new CaseRefusals.CaseClosed();
        }
        return this;
    }

    /** Where the move leads, if it is legal and nothing is lacking. */
    Uni<CaseState> allowed(CaseMove move) {
        var state = row.state();
        var to = move.from(state);
        if (to.isEmpty()) {
            return Uni.createFrom().failure(new CaseRefusals.MoveNotLegal(move, state));
        }
        return situation().map(situation -> {
            var lacks = Guards.of(move, situation);
            if (!lacks.isEmpty()) {
                throw new CaseRefusals.MoveLacks(move, lacks);
            }
            return to.get();
        });
    }

    /** Moves it, and puts that down. */
    Uni<Void> move(CaseMove move, CaseState to, Party party, Map<String, String> facts, @Nullable String note) {
        var from = row.status();
        var all = new HashMap<>(facts);
        all.put("move", move.wireName());
        row.stand(to, to.status().isEnd() ? null : party, now(), settings);
        return put(CaseEvent.Kind.MOVED, all, from, note).chain(() -> tasksAfter(TaskOutcome.of(move), from));
    }

    Uni<Void> move(CaseMove move, CaseState to, Map<String, String> facts) {
        return move(move, to, to.status().waitsFor().orElse(Party.PHARMACY), facts, null);
    }

    /** More is known, and it stands where it stood. */
    Uni<Void> learn(
            CaseEvent.Kind kind, UnaryOperator<CaseFacts> change, Map<String, String> facts, @Nullable String note) {
        row.learn(change);
        return put(kind, facts, row.status(), note);
    }

    /** The first event of its story. */
    Uni<Void> begin(CaseState state, Party party, Map<String, String> facts) {
        row.stand(state, party, now(), settings);
        return desk.session()
                .persist(row)
                .chain(desk.session()::flush)
                .chain(() -> put(CaseEvent.Kind.OPENED, facts, null, null))
                .chain(() -> openTask());
    }

    Uni<Void> put(CaseEvent.Kind kind, Map<String, String> facts, @Nullable CaseStatus from, @Nullable String note) {
        row.wind(settings, clock.getZone());
        var event = Ids.next();
        var happening = new CaseEvent.Happening(kind, facts, by, now());
        var sealed = note == null ? null : Cases.sealed(event, note, Objects.requireNonNull(seal));
        return desk.session()
                .persist(new CaseEventRow(row, event, happening, from, sealed))
                .chain(desk.session()::flush)
                .invoke(() -> tell(kind));
    }

    private void tell(CaseEvent.Kind kind) {
        var id = row.id().value();
        desk.journal().about(id.toString());
        desk.journal().changed(id, seal == null ? null : row.patient().value(), before, row.opened());
        desk.journal().announce(new Event("case." + WireName.of(kind), "case", id, row.version()));
    }

    private Uni<Void> tasksAfter(TaskOutcome outcome, CaseStatus from) {
        if (row.status().isEnd()) {
            return tasks().cancelAllOf(row.patient(), row.id().value(), outcome).replaceWithVoid();
        }
        var done = TaskPlan.in(from);
        if (done.equals(TaskPlan.in(row.status()))) {
            return Uni.createFrom().voidItem();
        }
        var finished = done.isEmpty() || isStillToBeDone(done.get())
                ? Uni.createFrom().voidItem()
                : tasks().finishOf(row.patient(), row.id().value(), Set.of(done.get()), outcome)
                        .replaceWithVoid();
        return finished.chain(() -> openTask());
    }

    /** A refill interrupts no therapy: the patient is called when the time for that has come. */
    private boolean isStillToBeDone(TaskType type) {
        return type == TaskType.ADHERENCE_CALL
                && (row.status() == CaseStatus.REFILL_DUE || row.status() == CaseStatus.DISPENSE_QUEUED);
    }

    private Uni<Void> openTask() {
        var type = TaskPlan.in(row.status());
        if (type.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return type.get() == TaskType.ADHERENCE_CALL
                ? tasks().openUnlessOpen(task(type.get()))
                : open(task(type.get()));
    }

    private NewTask task(TaskType type) {
        var task = NewTask.ofWorkflow(type, subject(), row.clocks().worst() >= 75 ? Priority.HIGH : Priority.NORMAL);
        var due = row.clocks().soonestDue(settings.calendar());
        var dated = due.map(task::dueAt).orElse(task);
        // The patient has the drug: the call is due when some of it has been taken.
        return type == TaskType.ADHERENCE_CALL ? dated.visibleFrom(adherenceCallFrom()) : dated;
    }

    private Instant adherenceCallFrom() {
        var supply = row.facts().supply();
        var day = supply == null ? today() : supply.shippedOn();
        return day.plusDays(row.programme(settings).adherenceCallDays())
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    Uni<Void> open(NewTask task) {
        return tasks().open(task).replaceWithVoid();
    }

    TaskSubject subject() {
        return new TaskSubject(row.patient(), row.id().value());
    }

    TaskBook tasks() {
        return new TaskBook(desk, by, now());
    }
}
