package dev.firstfill.overview;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Where a patient is seen at a glance. */
@ApplicationScoped
public class OverviewDesk {
    private static final Act READ = Act.of("overlook", "patient");

    private final Transactions transactions;
    private final Clock clock;

    public OverviewDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Each part is one statement, however much there is of it. */
    public Uni<PatientOverview> of(PatientReference reference) {
        return transactions.read(READ, desk -> {
            desk.journal().about(reference.toString());
            var chart = new PatientChart(desk.session(), desk.seals());
            return chart.identified(reference).chain(chart::whole).chain(patient -> new Gathering(desk, clock, patient)
                    .all());
        });
    }
}
