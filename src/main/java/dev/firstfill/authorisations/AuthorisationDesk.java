package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.drugs.DrugReference;
import dev.firstfill.drugs.Formulary;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Page;
import dev.firstfill.kernel.PageRequest;
import dev.firstfill.kernel.Reading;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where payers are asked, and where their words are written down, looked up and kept up to date. */
@ApplicationScoped
public class AuthorisationDesk {
    private static final Act ENTER = Act.of("enter", "prior-authorisation");
    private static final Act READ = Act.of("read", "prior-authorisation");
    private static final Act LIST = Act.of("list", "prior-authorisation");
    private static final Act AMEND = Act.of("amend", "prior-authorisation");
    private static final Act SUBMIT = Act.of("submit", "prior-authorisation");
    private static final Act REQUEST_INFORMATION = Act.of("record-information-request-to", "prior-authorisation");
    private static final Act ANSWER_INFORMATION = Act.of("answer-information-request-to", "prior-authorisation");
    private static final Act DECIDE = Act.of("record-decision-on", "prior-authorisation");
    private static final Act APPEAL = Act.of("appeal", "prior-authorisation");
    private static final Act VOID = Act.of("void", "prior-authorisation");
    private static final Act INQUIRE = Act.of("inquire-after", "prior-authorisation");

    private final Transactions transactions;
    private final AuthorisationPayer payer;
    private final Clock clock;

    public AuthorisationDesk(Transactions transactions, AuthorisationPayer payer, Clock clock) {
        this.transactions = transactions;
        this.payer = payer;
        this.clock = clock;
    }

    public Uni<PriorAuthorisation> enter(AuthorisationDetails details, Colleague by) {
        return transactions.write(ENTER, desk -> new PatientChart(desk.session(), desk.seals())
                .identified(PatientReference.of(details.patient()))
                .chain(patient -> new Formulary(desk.session())
                        .drug(DrugReference.of(details.drug()))
                        .chain(drug -> correspondence(desk).enter(patient, drug.id(), details, by)))
                .invoke(entered -> desk.journal().about(entered.id().toString())));
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
        return patient.chain(who -> drug.map(what -> new Authorisations.Narrow(
                who.orElse(null), what.orElse(null), filter.state(), filter.endingBefore(), filter.attention())));
    }

    /** @param seen the version the caller saw; refused as stale when another is present */
    public Uni<PriorAuthorisation> amend(AuthorisationId id, int seen, AuthorisationDetails details, Colleague by) {
        return amend(id, seen, present -> details, by);
    }

    /** @param change makes the new word of the present one; whatever it throws leaves all as it was */
    public Uni<PriorAuthorisation> amend(
            AuthorisationId id, int seen, UnaryOperator<AuthorisationDetails> change, Colleague by) {
        return acting(AMEND, id, (desk, letters) -> letters.having(seen)
                .amend(id, change, (present, details) -> refuseAnother(desk, present, details), by));
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

    /** @param reference the payer's, when it gave one */
    public Uni<PriorAuthorisation> submit(AuthorisationId id, int seen, @Nullable String reference, Colleague by) {
        return acting(SUBMIT, id, (desk, letters) -> letters.having(seen).submit(id, reference, by));
    }

    public Uni<PriorAuthorisation> recordInformationRequest(
            AuthorisationId id, int seen, InformationRequest wanted, Colleague by) {
        return acting(REQUEST_INFORMATION, id, (desk, letters) -> letters.having(seen)
                .recordInformationRequest(id, wanted, by));
    }

    public Uni<PriorAuthorisation> answerInformation(AuthorisationId id, int seen, String answer, Colleague by) {
        return acting(
                ANSWER_INFORMATION, id, (desk, letters) -> letters.having(seen).answerInformation(id, answer, by));
    }

    public Uni<PriorAuthorisation> recordDecision(AuthorisationId id, int seen, PayerDecision decision, Colleague by) {
        return acting(DECIDE, id, (desk, letters) -> letters.having(seen).recordDecision(id, decision, by));
    }

    public Uni<PriorAuthorisation> appeal(AuthorisationId id, int seen, Appeal appeal, Colleague by) {
        return acting(APPEAL, id, (desk, letters) -> letters.having(seen).appeal(id, appeal, by));
    }

    /** The patient's plan has changed. */
    public Uni<PriorAuthorisation> voidIt(AuthorisationId id, int seen, Colleague by) {
        return acting(VOID, id, (desk, letters) -> letters.having(seen).voidIt(id, by));
    }

    public Uni<PriorAuthorisation> inquire(AuthorisationId id) {
        return acting(INQUIRE, id, (desk, letters) -> letters.inquire(id));
    }

    private Uni<PriorAuthorisation> acting(
            Act act,
            AuthorisationId id,
            BiFunction<Writing, AuthorisationCorrespondence, Uni<PriorAuthorisation>> work) {
        return transactions.write(act, desk -> {
            desk.journal().about(id.toString());
            return work.apply(desk, correspondence(desk));
        });
    }

    private AuthorisationCorrespondence correspondence(Writing desk) {
        return new AuthorisationCorrespondence(desk, payer, clock);
    }
}
