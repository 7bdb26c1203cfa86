package dev.firstfill.assessments;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where side effects and barriers are raised by hand, followed up and resolved. */
@ApplicationScoped
public class ConcernDesk {
    private static final Act RAISE = Act.of("raise", "clinical-concern");
    private static final Act LIST = Act.of("list", "clinical-concern");
    private static final Act READ = Act.of("read", "clinical-concern");
    private static final Act FOLLOW_UP = Act.of("follow-up", "clinical-concern");
    private static final Act RESOLVE = Act.of("resolve", "clinical-concern");

    private final Transactions transactions;
    private final Clock clock;

    public ConcernDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param dueOn by when somebody has to look at it; null when nobody has to */
    public Uni<Concern> raise(
            PatientReference patient,
            ConcernSign sign,
            @Nullable LocalDate dueOn,
            @Nullable String note,
            Colleague raiser) {
        return transactions.write(RAISE, desk -> {
            desk.journal().about(patient.toString());
            if (!sign.isWhole()) {
                throw new AssessmentRefusals.SeverityMisplaced();
            }
            return new PatientChart(desk.session(), desk.seals())
                    .identified(patient)
                    .chain(id -> sealOf(desk, id.value()).chain(seal -> {
                        var row = new ConcernRow(Ids.next(), id.value(), sign, dueOn, raiser, Now.by(clock));
                        row.keepNotes(Concerns.sealed(row.id(), new ConcernNotes(note, Map.of()), seal));
                        return desk.session()
                                .persist(row)
                                .chain(() ->
                                        RaisedConcerns.ONCE.on(desk.session().flush()))
                                .map(flushed -> concerns(desk).opened(row, seal));
                    }))
                    .invoke(raised -> tell(desk, "raised", null, raised));
        });
    }

    public Uni<Page<Concern>> list(ConcernFilter filter, PageRequest page) {
        return transactions.read(LIST, desk -> {
            var store = new Concerns(desk.session(), desk.seals());
            var patient = filter.patient();
            Uni<@Nullable UUID> wanted = patient == null
                    ? Uni.createFrom().nullItem()
                    : new PatientChart(desk.session(), desk.seals())
                            .identified(patient)
                            .map(id -> id.value());
            if (patient != null) {
                desk.journal().about(patient.toString());
            }
            return wanted.chain(id -> store.page(filter, id, page)).chain(rows -> {
                var cut = Page.cut(rows, page.limit(), row -> row);
                return store.opened(cut.items()).map(opened -> new Page<>(opened, cut.more()));
            });
        });
    }

    public Uni<Concern> read(ConcernId id) {
        return transactions.read(READ, desk -> {
            desk.journal().about(id.toString());
            var store = new Concerns(desk.session(), desk.seals());
            return store.find(id).chain(row -> new Assessments(desk.session(), desk.seals())
                    .sealOf(row.patient())
                    .map(seal -> store.opened(row, seal)));
        });
    }

    /** @param nextOn by when somebody has to look again; null when nobody has to */
    public Uni<Concern> followUp(
            ConcernId id,
            FollowUpAction action,
            @Nullable LocalDate nextOn,
            @Nullable String note,
            Colleague colleague) {
        return step(FOLLOW_UP, "followed-up", id, note, row -> row.followUp(action, nextOn, colleague, Now.by(clock)));
    }

    public Uni<Concern> resolve(ConcernId id, ConcernOutcome outcome, @Nullable String note, Colleague colleague) {
        return step(RESOLVE, "resolved", id, note, row -> row.resolve(outcome, colleague, Now.by(clock)));
    }

    private Uni<Concern> step(Act act, String what, ConcernId id, @Nullable String note, Consumer<ConcernRow> move) {
        return transactions.write(act, desk -> {
            desk.journal().about(id.toString());
            var store = concerns(desk);
            return store.find(id).chain(row -> sealOf(desk, row.patient()).chain(seal -> {
                var before = store.opened(row, seal);
                var notes = store.notes(row, seal).with(row.stepCount(), note);
                move.accept(row);
                row.keepNotes(Concerns.sealed(row.id(), notes, seal));
                return desk.session()
                        .flush()
                        .map(flushed -> store.opened(row, seal))
                        .invoke(after -> tell(desk, what, before, after));
            }));
        });
    }

    private static Uni<Seals.OfPerson> sealOf(Writing desk, UUID patient) {
        return new Assessments(desk.session(), desk.seals()).sealOf(patient);
    }

    private static Concerns concerns(Writing desk) {
        return new Concerns(desk.session(), desk.seals());
    }

    private static void tell(Writing desk, String what, @Nullable Concern before, Concern after) {
        desk.journal().changed(after.id(), after.patient(), before, after);
        desk.journal().announce(new Event("clinical-concern." + what, "clinical-concern", after.id(), after.version()));
    }
}
