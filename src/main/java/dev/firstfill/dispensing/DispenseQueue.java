package dev.firstfill.dispensing;

import dev.firstfill.dispensing.DispenseEventRow.Happening;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Reading;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.UniqueRule;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.prescribing.Prescription;
import dev.firstfill.prescribing.PrescriptionBook;
import dev.firstfill.prescribing.PrescriptionReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where fills are asked for, looked up, and cancelled before they leave. */
@ApplicationScoped
public class DispenseQueue {
    private static final Act QUEUE = Act.of("queue", "dispense");
    private static final Act READ = Act.of("read", "dispense");
    private static final Act LIST = Act.of("list", "dispense");
    private static final Act READ_STORY = Act.of("read story of", "dispense");
    private static final Act CANCEL = Act.of("cancel", "dispense");

    private static final UniqueRule ONE_NUMBER =
            new UniqueRule("dispense_fill", DispensingRefusals.FillInProgress::new);

    private final Transactions transactions;
    private final Clock clock;

    public DispenseQueue(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes a fill of the prescription, or goes on with one that was split. */
    public Uni<Dispense> queue(PrescriptionReference prescription, FillWish wish, Colleague by) {
        return transactions.write(QUEUE, desk -> {
            desk.journal().about(prescription.toString());
            var dispenses = new Dispenses(desk.session(), desk.seals());
            return new PrescriptionBook(desk.session(), desk.seals())
                    .forFilling(prescription)
                    .chain(ordered -> dispenses.standingOf(ordered.id()).chain(rows -> {
                        var fills = rows.stream().map(DispenseRow::standing).toList();
                        var plan = FillPlan.next(ordered(ordered), fills, wish, LocalDate.now(clock));
                        return taken(desk, ordered, plan, by).chain(() -> queued(desk, plan, by));
                    }));
        });
    }

    private static FillPlan.Ordered ordered(Prescription prescription) {
        return new FillPlan.Ordered(
                prescription.id(),
                prescription.patient(),
                prescription.drug(),
                prescription.quantity(),
                prescription.daysSupply());
    }

    /** Both parts of a split fill are one fill. */
    private Uni<Void> taken(Writing desk, Prescription prescription, FillPlan plan, Colleague by) {
        if (plan.part() == DispensePart.COMPLETION) {
            return Uni.createFrom().voidItem();
        }
        prescription.takeFill(LocalDate.now(clock));
        return new PrescriptionBook(desk.session(), desk.seals()).fillTaken(desk, prescription, by, Now.by(clock));
    }

    private Uni<Dispense> queued(Writing desk, FillPlan plan, Colleague by) {
        var dispenses = new Dispenses(desk.session(), desk.seals());
        var id = new DispenseId(Ids.next());
        var now = Now.by(clock);
        return dispenses.sealOf(plan.patient()).chain(seal -> {
            var row = new DispenseRow(id, plan, Dispenses.sealed(id, DispenseRecord.EMPTY, seal), now);
            var facts = Map.of(
                    "fillNumber", String.valueOf(plan.fillNumber()),
                    "part", plan.part().name(),
                    "quantity", plan.quantity().toPlainString());
            return desk.session()
                    .persist(row)
                    .chain(() -> ONE_NUMBER.on(desk.session().flush()))
                    .chain(() -> desk.session()
                            .persist(new DispenseEventRow(
                                    id, Ids.next(), new Happening(DispenseEventKind.QUEUED, facts, by, now))))
                    .chain(desk.session()::flush)
                    .map(done -> row.opened(DispenseRecord.EMPTY, List.of()))
                    .invoke(dispense -> {
                        desk.journal().changed(id.value(), plan.patient().value(), null, dispense);
                        desk.journal()
                                .announce(new Event(
                                        DispenseEventKind.QUEUED.type(), "dispense", id.value(), dispense.version()));
                    });
        });
    }

    public Uni<Dispense> read(DispenseReference dispense) {
        return transactions.read(READ, desk -> {
            desk.journal().about(dispense.toString());
            var dispenses = new Dispenses(desk.session(), desk.seals());
            return dispenses.find(dispense).chain(dispenses::opened);
        });
    }

    /**
     * One page of dispenses.
     *
     * @param next the last dispense looked at, when more follow; it may be none of the items, since those of patients who
     *     were erased are left out
     */
    public record Found(List<Dispense> items, @Nullable UUID next) {
        public Found {
            items = List.copyOf(items);
        }
    }

    public Uni<Found> list(DispenseFilter filter, PageRequest page) {
        return transactions.read(LIST, desk -> {
            var dispenses = new Dispenses(desk.session(), desk.seals());
            return narrowed(desk, filter)
                    .chain(narrow -> dispenses.page(narrow, page))
                    .chain(rows -> {
                        var cut = Page.cut(rows, page.limit(), Function.identity());
                        var next = cut.more() ? cut.items().getLast().id().value() : null;
                        return dispenses.opened(cut.items()).map(open -> new Found(open, next));
                    });
        });
    }

    private static Uni<Dispenses.Narrow> narrowed(Reading desk, DispenseFilter filter) {
        Uni<UUID> patient = filter.patient() == null
                ? Uni.createFrom().nullItem()
                : new PatientChart(desk.session(), desk.seals())
                        .identified(filter.patient())
                        .map(PatientId::value);
        return patient.chain(who -> filter.prescription() == null
                ? Uni.createFrom().item(new Dispenses.Narrow(filter.state(), who, null))
                : new PrescriptionBook(desk.session(), desk.seals())
                        .read(filter.prescription())
                        .map(of -> new Dispenses.Narrow(
                                filter.state(), who, of.id().value())));
    }

    /** All that happened to it, in order. */
    public Uni<List<DispenseEvent>> story(DispenseReference dispense) {
        return transactions.read(READ_STORY, desk -> {
            desk.journal().about(dispense.toString());
            var dispenses = new Dispenses(desk.session(), desk.seals());
            return dispenses.find(dispense).chain(row -> dispenses
                    .sealOf(row.patient())
                    .chain(seal -> dispenses.eventsOf(row.id()).map(events -> {
                        var notes = Dispenses.open(row, seal).notes().stream()
                                .collect(Collectors.toMap(DispenseNote::event, DispenseNote::text));
                        return events.stream()
                                .map(event -> event.opened(notes.get(event.id())))
                                .toList();
                    })));
        });
    }

    /** Gives the stock back to the shelf, the fill to the prescription, and the claim to the payer. */
    public Uni<Dispense> cancel(DispenseReference dispense, UndoingReason reason, @Nullable String note, Colleague by) {
        return transactions.write(
                CANCEL, desk -> DispenseInHand.take(desk, clock, dispense, by).chain(hand -> {
                    desk.journal().because(reason);
                    hand.row().move(DispenseMove.CANCEL, hand.now());
                    return hand.stock()
                            .release(hand.row().id().value(), by)
                            .chain(() -> hand.hold(List.of()))
                            .chain(() -> new Undoing(desk, hand).giveBack())
                            .chain(() -> hand.put(DispenseEventKind.CANCELLED, Map.of("reason", reason.name()), note));
                }));
    }
}
