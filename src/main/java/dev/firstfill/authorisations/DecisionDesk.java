package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.drugs.Formulary;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Disclosure;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Reading;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Where payers are asked electronically and their answers written down. Between the two nothing is open and nothing is
 * held, so that whoever is killed there has lost nothing: the same question is asked again, and the payer knows it by
 * its reference and its round.
 */
@ApplicationScoped
public class DecisionDesk {
    private static final Act ASK = Act.of("ask-payer-of", "prior-authorisation");
    private static final Act ANSWER = Act.of("answer", "prior-authorisation");
    private static final Act MISS = Act.of("miss-answer-to", "prior-authorisation");

    private final Transactions transactions;
    private final AuthorisationPayer payer;
    private final Clock clock;

    public DecisionDesk(Transactions transactions, AuthorisationPayer payer, Clock clock) {
        this.transactions = transactions;
        this.payer = payer;
        this.clock = clock;
    }

    /**
     * Asks what is to be asked now, if anything. Fails with {@link NoAnswer}, which the authorisation shows from then on,
     * when there is no answer that could be believed: ask again.
     *
     * @return after what time to ask again, when the payer has not decided yet
     */
    public Uni<Optional<Duration>> ask(AuthorisationId id) {
        return question(id)
                .chain(question -> question.isEmpty() ? Uni.createFrom().item(Optional.empty()) : ask(question.get()));
    }

    private Uni<Optional<AuthorisationQuestion>> question(AuthorisationId id) {
        return transactions
                .read(ASK, desk -> {
                    desk.journal().about(id.toString());
                    var authorisations = new Authorisations(desk.session(), desk.seals());
                    return authorisations.find(id).chain(row -> authorisations
                            .sealIfAny(new PatientId(row.patient()))
                            .chain(seal -> asked(desk, row, seal)));
                })
                .onFailure(NoAnswer.class)
                .call(failure -> missed(id, failure.trouble()))
                .onFailure(NoAnswer.class)
                .recoverWithItem(Optional.empty());
    }

    /** Nothing when nobody is to be asked. */
    private Uni<Optional<AuthorisationQuestion>> asked(
            Reading desk, AuthorisationRow row, Optional<Seals.OfPerson> seal) {
        if (!row.state().isAwaited()) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (seal.isEmpty()) {
            throw new NoAnswer(AuthorisationTrouble.PATIENT_ERASED);
        }
        var record = OpenAuthorisation.record(row, seal.get());
        var request = record.request();
        var card = record.card();
        if (request == null || card == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        desk.journal().disclosed(row.patient(), disclosure(record));
        return new Formulary(desk.session())
                .drug(new DrugId(row.drug()))
                .map(drug -> Optional.of(AuthorisationQuestion.of(
                        row, record, request, card, drug.details().ndc(), Now.by(clock))));
    }

    private Disclosure disclosure(AuthorisationRecord record) {
        return new Disclosure(
                Now.by(clock),
                record.payer(),
                null,
                "Request for prior authorisation of a drug",
                "Payer's decision whether to pay",
                Disclosure.Basis.PAYMENT);
    }

    private Uni<Optional<Duration>> ask(AuthorisationQuestion question) {
        return payer.ask(question)
                .invoke(answer -> answer.mustFit(question))
                .onFailure(NoAnswer.class)
                .call(failure -> missed(question.id(), failure.trouble()))
                .chain(answer -> answered(question, answer));
    }

    private Uni<Optional<Duration>> answered(AuthorisationQuestion question, AuthorisationAnswer answer) {
        return transactions.write(ANSWER, desk -> {
            desk.journal().about(question.id().toString());
            var authorisations = new Authorisations(desk.session(), desk.seals());
            return authorisations
                    .forChange(question.id())
                    .chain(row -> authorisations.opened(row, Now.by(clock)))
                    .chain(open -> {
                        var before = open.kept();
                        var pause = heard(open, question, answer);
                        return desk.session()
                                .flush()
                                .invoke(() -> AuthorisationCorrespondence.tell(desk, before, open))
                                .replaceWith(pause);
                    });
        });
    }

    /** An answer to what we said before the last time is nobody's news: the last question is asked, too. */
    private Optional<Duration> heard(
            OpenAuthorisation open, AuthorisationQuestion question, AuthorisationAnswer answer) {
        if (open.row().progress().round() != question.round()) {
            return Optional.empty();
        }
        switch (answer) {
            case AuthorisationAnswer.Pended later -> {
                return pended(open, later);
            }
            case AuthorisationAnswer.InformationWanted wanted -> wanted(open, wanted);
            case AuthorisationAnswer.Decided decided -> decided(open, decided);
        }
        return Optional.empty();
    }

    private Optional<Duration> pended(OpenAuthorisation open, AuthorisationAnswer.Pended later) {
        if (!open.row().state().isAwaited()) {
            return Optional.empty();
        }
        open.isKnownAs(later.reference());
        var pause = AskingAgain.after(open.row().progress(), Now.by(clock));
        open.inTrouble(pause.isPresent() ? null : AuthorisationTrouble.DECISION_OVERDUE);
        return pause;
    }

    private static void wanted(OpenAuthorisation open, AuthorisationAnswer.InformationWanted wanted) {
        if (open.row().state().isAwaited()) {
            open.isKnownAs(wanted.reference());
            open.requestInformation(wanted.request(), null);
        }
    }

    private static void decided(OpenAuthorisation open, AuthorisationAnswer.Decided decided) {
        var row = open.row();
        if (row.state().isAwaited() || row.state() == AuthorisationState.INFORMATION_REQUESTED) {
            open.isKnownAs(decided.reference());
            open.decide(decided.decision(), AuthorisationCorrespondence.appealUntil(row, decided.decision()), null);
        } else if (open.isContradictedBy(decided.decision())) {
            open.inTrouble(AuthorisationTrouble.ANSWERS_CONTRADICT);
        }
    }

    /** It stands as it is, and somebody has to see to it. Nothing sealed is needed to say so. */
    private Uni<Void> missed(AuthorisationId id, AuthorisationTrouble trouble) {
        return transactions.write(MISS, desk -> {
            desk.journal().about(id.toString());
            var authorisations = new Authorisations(desk.session(), desk.seals());
            return authorisations.forChange(id).chain(row -> {
                if (!row.state().isAwaited() || row.progress().trouble() == trouble) {
                    return Uni.createFrom().voidItem();
                }
                var before = row.opened(null);
                row.inTrouble(trouble);
                return authorisations
                        .sealIfAny(new PatientId(row.patient()))
                        .call(desk.session()::flush)
                        .invoke(seal -> {
                            var person = seal.isPresent() ? row.patient() : null;
                            desk.journal().changed(row.id(), person, before, row.opened(null));
                            AuthorisationCorrespondence.announceAttention(desk, row.id(), row.version());
                        })
                        .replaceWithVoid();
            });
        });
    }
}
