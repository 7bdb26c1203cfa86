package dev.firstfill.reports;

import dev.firstfill.dispensing.DailyLog;
import dev.firstfill.dispensing.DailyLog.Line;
import dev.firstfill.dispensing.DispenseEventKind;
import dev.firstfill.dispensing.DispenseLot;
import dev.firstfill.dispensing.DispenseNumber;
import dev.firstfill.drugs.ControlledSchedule;
import dev.firstfill.drugs.Drug;
import dev.firstfill.drugs.DrugId;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Reading;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.prescribing.FillableOrders;
import dev.firstfill.prescribing.PrescriptionNumber;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that happened to dispenses on one day of the pharmacy, in order. A long day goes on where a page of it ends. */
@ApplicationScoped
public class DailyLogReport {
    private static final Act READ = Act.of("read", "daily-log");

    private final Transactions transactions;
    private final Clock clock;

    public DailyLogReport(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param on today when null
     * @param after the last event seen; null for the first ones
     */
    public record Wish(@Nullable LocalDate on, @Nullable UUID after) {}

    /**
     * One event, and the dispense it happened to as it is now.
     *
     * @param event its id
     * @param fillNumber 0 for the original fill, and so 1 for the first refill
     * @param quantity of the dispense, in units of the drug's package
     */
    public record Logged(
            UUID event,
            Instant at,
            DispenseEventKind kind,
            Colleague by,
            DispenseNumber dispense,
            PrescriptionNumber prescription,
            int fillNumber,
            Ndc ndc,
            String drug,
            ControlledSchedule schedule,
            BigDecimal quantity,
            List<DispenseLot> lots) {
        public Logged {
            lots = List.copyOf(lots);
        }
    }

    /** Truncated when the day goes on after its last row. */
    public Uni<Report<Logged>> read(Wish wish) {
        return transactions.read(READ, desk -> {
            desk.journal().sought(wish);
            var reader = new Reader(desk.session(), desk.journal(), clock);
            var day = wish.on() == null ? reader.today() : wish.on();
            return new DailyLog(desk.session())
                    .between(start(day), start(day.plusDays(1)), wish.after(), Report.FETCHED)
                    .chain(lines -> rows(desk, reader, lines));
        });
    }

    /** A day in spring has 23 hours and one in autumn 25, where clocks are put forward and back. */
    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static Uni<Report<Logged>> rows(Reading desk, Reader reader, List<Line> lines) {
        var shown = lines.stream().limit(Report.ROWS_MAX).toList();
        return new FillableOrders(desk.session())
                .named(shown.stream().map(Line::prescription).toList(), reader.today())
                .chain(orders -> reader.drugs(shown.stream().map(Line::drug).toList())
                        .map(drugs -> {
                            reader.shows(shown.stream().map(Line::patient).toList());
                            return reader.report(
                                    shown.stream()
                                            .map(line -> logged(
                                                    line,
                                                    orders.get(line.prescription())
                                                            .number(),
                                                    drugs))
                                            .toList(),
                                    lines.size() > Report.ROWS_MAX);
                        }));
    }

    private static Logged logged(Line line, PrescriptionNumber prescription, Map<DrugId, Drug> drugs) {
        var event = line.event();
        var drug = drugs.get(line.drug()).details();
        return new Logged(
                event.id(),
                event.at(),
                event.kind(),
                event.by(),
                line.number(),
                prescription,
                line.fillNumber(),
                drug.ndc(),
                drug.name(),
                drug.schedule(),
                line.quantity(),
                line.lots());
    }
}
