package dev.firstfill.reports;

import dev.firstfill.dispensing.DispenseNumber;
import dev.firstfill.dispensing.DispenseState;
import dev.firstfill.dispensing.DueFills;
import dev.firstfill.dispensing.DueFills.Due;
import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugId;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientNumber;
import dev.firstfill.prescribing.FillableOrders;
import dev.firstfill.prescribing.FillableOrders.Named;
import dev.firstfill.prescribing.PrescriptionId;
import dev.firstfill.prescribing.PrescriptionNumber;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which fills are due: whom to call, what to queue, what has to leave. */
@ApplicationScoped
public class FillsDueReport {
    /**
     * A patient is called, a payer asked and a cold box sent within about a week; and a quarter of a supply of 28 days is
     * the soonest at which payers commonly pay for the next.
     */
    public static final int LEAD_DAYS_DEFAULT = 7;

    private static final Act READ = Act.of("read", "fills-due-report");

    private final Transactions transactions;
    private final Clock clock;

    public FillsDueReport(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param withinDays from today on; what is overdue is always there
     * @param leadDays before a supply is used up
     */
    public record Wish(int withinDays, int leadDays) {}

    /**
     * One fill that is due. Who it is for is said by the number alone: whoever has to know more opens the patient.
     *
     * @param dueOn for what is queued, the day on which it is needed
     * @param daysOverdue 0 when it is not
     * @param dispense that waits to leave, was lost or came back; null when none was queued yet
     */
    public record FillDue(
            PrescriptionNumber prescription,
            PatientNumber patient,
            Ndc ndc,
            String drug,
            LocalDate dueOn,
            int daysOverdue,
            @Nullable DispenseNumber dispense,
            @Nullable DispenseState dispenseState) {}

    /** The one due first comes first. */
    public Uni<Report<FillDue>> read(Wish wish) {
        return transactions.read(READ, desk -> {
            desk.journal().sought(wish);
            var reader = new Reader(desk.session(), desk.journal(), clock);
            return due(desk.session(), reader, wish).chain(due -> new FillableOrders(desk.session())
                    .named(due.stream().map(Due::prescription).toList(), reader.today())
                    .chain(orders -> rows(reader, due, orders)));
        });
    }

    private static Uni<List<Due>> due(Mutiny.QueryProducer session, Reader reader, Wish wish) {
        var fills = new DueFills(session, reader.zone());
        var until = reader.today().plusDays(wish.withinDays());
        return new FillableOrders(session)
                .on(reader.today())
                .chain(active -> fills.next(active, until, wish.leadDays(), Report.FETCHED))
                .chain(next -> fills.completions(until, wish.leadDays(), Report.FETCHED)
                        .chain(rest -> fills.open(until, Report.FETCHED).map(open -> Stream.of(next, rest, open)
                                .flatMap(List::stream)
                                .sorted(Comparator.comparing(Due::on))
                                .limit(Report.FETCHED)
                                .toList())));
    }

    private static Uni<Report<FillDue>> rows(Reader reader, List<Due> due, Map<PrescriptionId, Named> orders) {
        var shown = due.stream()
                .limit(Report.ROWS_MAX)
                .filter(fill -> isToBeDone(fill, orders))
                .toList();
        var patients = shown.stream()
                .map(fill -> orders.get(fill.prescription()).patient())
                .toList();
        var drugs = orders.values().stream().map(Named::drug).toList();
        return reader.numbers(patients).chain(numbers -> reader.drugs(drugs).map(named -> {
            var there = shown.stream()
                    .filter(fill ->
                            numbers.containsKey(orders.get(fill.prescription()).patient()))
                    .toList();
            reader.shows(numbers.keySet());
            return reader.report(
                    there.stream()
                            .map(fill -> row(fill, orders.get(fill.prescription()), numbers, named, reader.today()))
                            .toList(),
                    due.size() > Report.ROWS_MAX);
        }));
    }

    /** What is queued is finished or cancelled, whatever became of its prescription. */
    private static boolean isToBeDone(Due fill, Map<PrescriptionId, Named> orders) {
        boolean queued = fill.state() != null && fill.state().isOpen();
        return queued || orders.get(fill.prescription()).inForce();
    }

    private static FillDue row(
            Due fill, Named order, Map<PatientId, PatientNumber> numbers, Map<DrugId, Drug> drugs, LocalDate today) {
        var drug = drugs.get(order.drug()).details();
        return new FillDue(
                order.number(),
                numbers.get(order.patient()),
                drug.ndc(),
                drug.name(),
                fill.on(),
                (int) Math.max(0, ChronoUnit.DAYS.between(fill.on(), today)),
                fill.dispense(),
                fill.state());
    }
}
