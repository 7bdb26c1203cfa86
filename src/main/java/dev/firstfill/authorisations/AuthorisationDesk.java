package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.drugs.DrugReference;
import dev.firstfill.drugs.Formulary;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Journal;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Reading;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where payers' words are written down, looked up and kept up to date. */
@ApplicationScoped
public class AuthorisationDesk {
    private static final Act ENTER = Act.of("enter", "prior-authorisation");
    private static final Act READ = Act.of("read", "prior-authorisation");
    private static final Act LIST = Act.of("list", "prior-authorisation");
    private static final Act AMEND = Act.of("amend", "prior-authorisation");

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
                .invoke(entered -> tell(desk.journal(), "prior-authorisation.entered", null, entered)));
    }

    public Uni<PriorAuthorisation> read(AuthorisationId id) {
        return transactions.read(READ, desk -> {
            desk.journal().about(id.toString());
            var authorisations = new Authorisations(desk.session(), desk.seals());
            return authorisations.find(id).chain(authorisations::opened);
        });
    }

    /** Those of patients who were erased are among them, without what was theirs. */
    public Uni<Page<PriorAuthorisation>> list(AuthorisationFilter filter, PageRequest page) {
        return transactions.read(LIST, desk -> narrowed(desk, filter).chain(narrow -> {
            var authorisations = new Authorisations(desk.session(), desk.seals());
            return authorisations.page(narrow, page).chain(rows -> {
                var cut = Page.cut(rows, page.limit(), Function.identity());
                return authorisations.opened(cut.items()).map(opened -> new Page<>(opened, cut.more()));
            });
        }));
    }

    private static Uni<Authorisations.Narrow> narrowed(Reading desk, AuthorisationFilter filter) {
        Uni<Optional<PatientId>> patient = filter.patient() == null
                ? Uni.createFrom().item(Optional.empty())
                : new PatientChart(desk.session(), desk.seals())
                        .identified(filter.patient())
                        .map(Optional::of);
        Uni<Optional<DrugId>> drug = filter.drug() == null
                ? Uni.createFrom().item(Optional.empty())
                : new Formulary(desk.session()).drug(filter.drug()).map(found -> Optional.of(found.id()));
        return patient.chain(who -> drug.map(what ->
                new Authorisations.Narrow(who.orElse(null), what.orElse(null), filter.state(), filter.endingBefore())));
    }

    /** @param seen the version the caller saw; refused as stale when another is present */
    public Uni<PriorAuthorisation> amend(AuthorisationId id, int seen, AuthorisationDetails details) {
        return amend(id, seen, present -> details);
    }

    /** @param change makes the new word of the present one; whatever it throws leaves all as it was */
    public Uni<PriorAuthorisation> amend(AuthorisationId id, int seen, UnaryOperator<AuthorisationDetails> change) {
        return transactions.write(AMEND, desk -> {
            desk.journal().about(id.toString());
            var authorisations = new Authorisations(desk.session(), desk.seals());
            return authorisations
                    .find(id)
                    .invoke(row -> StaleVersion.unless(row.version() == seen))
                    .chain(row -> authorisations.opened(row).chain(before -> {
                        var details = change.apply(before.details());
                        return refuseAnother(desk, before, details)
                                .chain(() -> authorisations.amend(row, details, Now.by(clock)))
                                .chain(desk.session()::flush)
                                .chain(() -> authorisations.opened(row))
                                .invoke(after -> tell(desk.journal(), "prior-authorisation.amended", before, after));
                    }));
        });
    }

    /** Whichever of their names they are called by. */
    private static Uni<Void> refuseAnother(Writing desk, PriorAuthorisation present, AuthorisationDetails details) {
        return new PatientChart(desk.session(), desk.seals())
                .identified(PatientReference.of(details.patient()))
                .chain(patient -> new Formulary(desk.session())
                        .drug(DrugReference.of(details.drug()))
                        .invoke(drug -> {
                            if (!patient.equals(present.patient()) || !drug.id().equals(present.drug())) {
                                throw new AuthorisationRefusals.OfAnother();
                            }
                        }))
                .replaceWithVoid();
    }

    private static void tell(
            Journal journal, String event, @Nullable PriorAuthorisation before, PriorAuthorisation after) {
        var id = after.id().value();
        journal.about(id.toString());
        journal.changed(id, after.patient().value(), before, after);
        journal.announce(new Event(event, "prior-authorisation", id, after.version()));
    }
}
