package dev.firstfill.reports;

import dev.firstfill.authorisations.AuthorisationId;
import dev.firstfill.authorisations.EndingAuthorisations;
import dev.firstfill.authorisations.EndingAuthorisations.Ending;
import dev.firstfill.identifiers.Ndc;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.patients.PatientNumber;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which approvals of payers run out, and nobody has a further one yet. */
@ApplicationScoped
public class ExpiringAuthorisationsReport {
    private static final Act READ = Act.of("read", "authorisations-expiring-report");

    private final Transactions transactions;
    private final Clock clock;

    public ExpiringAuthorisationsReport(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is asked for. @param withinDays from today on */
    public record Wish(int withinDays) {}

    /**
     * One approval that runs out.
     *
     * @param validUntil the last day on which it holds
     * @param daysLeft 0 on that day
     * @param quantity that may be dispensed while it holds, in units of the drug's package; null for no limit
     */
    public record Expiring(
            AuthorisationId authorisation,
            PatientNumber patient,
            Ndc ndc,
            String drug,
            LocalDate validUntil,
            int daysLeft,
            @Nullable BigDecimal quantity) {}

    /** The one that ends first comes first. */
    public Uni<Report<Expiring>> read(Wish wish) {
        return transactions.read(READ, desk -> {
            desk.journal().sought(wish);
            var reader = new Reader(desk.session(), desk.journal(), clock);
            var today = reader.today();
            return new EndingAuthorisations(desk.session())
                    .between(today, today.plusDays(wish.withinDays()), Report.FETCHED)
                    .chain(ending -> rows(reader, ending));
        });
    }

    private static Uni<Report<Expiring>> rows(Reader reader, List<Ending> ending) {
        var shown = ending.stream().limit(Report.ROWS_MAX).toList();
        var patients = shown.stream().map(Ending::patient).toList();
        var drugs = shown.stream().map(Ending::drug).toList();
        return reader.numbers(patients).chain(numbers -> reader.drugs(drugs).map(named -> {
            reader.shows(numbers.keySet());
            var rows = shown.stream()
                    .filter(row -> numbers.containsKey(row.patient()))
                    .map(row -> {
                        var drug = named.get(row.drug()).details();
                        return new Expiring(
                                row.id(),
                                numbers.get(row.patient()),
                                drug.ndc(),
                                drug.name(),
                                row.validUntil(),
                                (int) ChronoUnit.DAYS.between(reader.today(), row.validUntil()),
                                row.quantity());
                    })
                    .toList();
            return reader.report(rows, ending.size() > Report.ROWS_MAX);
        }));
    }
}
