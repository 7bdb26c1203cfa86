package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugReference;
import dev.firstfill.drugs.Formulary;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Where payers' words are written down. */
@ApplicationScoped
public class AuthorisationDesk {
    private static final Act ENTER = Act.of("enter", "prior-authorisation");

    private final Transactions transactions;
    private final Clock clock;

    public AuthorisationDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Uni<PriorAuthorisation> enter(AuthorisationDetails details) {
        return transactions.write(ENTER, desk -> new PatientChart(desk.session(), desk.seals())
                .identified(PatientReference.of(details.patient()))
                .chain(patient -> new Formulary(desk.session())
                        .drug(DrugReference.of(details.drug()))
                        .chain(drug -> new Authorisations(desk.session(), desk.seals())
                                .sealed(patient, drug.id(), details, Now.by(clock))))
                .call(desk.session()::persist)
                .call(desk.session()::flush)
                .chain(row -> new Authorisations(desk.session(), desk.seals()).opened(row))
                .invoke(entered -> {
                    var id = entered.id().value();
                    desk.journal().about(id.toString());
                    desk.journal().changed(id, entered.patient().value(), null, entered);
                    desk.journal()
                            .announce(new Event(
                                    "prior-authorisation.entered", "prior-authorisation", id, entered.version()));
                }));
    }
}
