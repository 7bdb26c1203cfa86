package dev.firstfill.authorisations;

import dev.firstfill.drugs.DrugId;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.Coverage;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Asking payers for prior authorisation and writing down what they say, inside acts of whoever asks. Electronically a
 * payer is asked after the commit. Each method locks the authorisation, tells the ledger and announces what happened.
 */
public final class AuthorisationCorrespondence {
    private static final PayerDeadlines DEADLINES = PayerDeadlines.published();

    private final Writing desk;
    private final AuthorisationPayer payer;
    private final Clock clock;
    private final Authorisations authorisations;
    private final @Nullable Integer seen;

    public AuthorisationCorrespondence(Writing desk, AuthorisationPayer payer, Clock clock) {
        this(desk, payer, clock, null);
    }

    private AuthorisationCorrespondence(Writing desk, AuthorisationPayer payer, Clock clock, @Nullable Integer seen) {
        this.desk = desk;
        this.payer = payer;
        this.clock = clock;
        this.authorisations = new Authorisations(desk.session(), desk.seals());
        this.seen = seen;
    }

    /** For whoever saw a version of it: what is done to another one is refused as stale. */
    public AuthorisationCorrespondence having(int seenVersion) {
        return new AuthorisationCorrespondence(desk, payer, clock, seenVersion);
    }

    /** Something to be submitted. @param payerName as on the card */
    public Uni<PriorAuthorisation> prepare(
            PatientId patient, DrugId drug, String payerName, AuthorisationRequest request, Colleague by) {
        return enter(
                patient,
                drug,
                new AuthorisationDetails(
                        patient.toString(),
                        drug.toString(),
                        AuthorisationState.PREPARED,
                        payerName,
                        null,
                        null,
                        null,
                        null,
                        null,
                        request),
                by);
    }

    /** A payer's word that is known already, or something to be submitted. */
    Uni<PriorAuthorisation> enter(PatientId patient, DrugId drug, AuthorisationDetails details, Colleague by) {
        return authorisations
                .entered(patient, drug, details, by, Now.by(clock))
                .call(open -> desk.session().persist(open.row()))
                .call(desk.session()::flush)
                .map(open -> told(null, open));
    }

    /**
     * @param change makes the new word of the present one; whatever it throws leaves all as it was
     * @param check fails when it is not to be
     */
    Uni<PriorAuthorisation> amend(
            AuthorisationId id,
            UnaryOperator<AuthorisationDetails> change,
            BiFunction<PriorAuthorisation, AuthorisationDetails, Uni<Void>> check,
            Colleague by) {
        return changing(id, open -> {
            var details = change.apply(open.kept().details());
            return check.apply(open.kept(), details).invoke(() -> open.amend(details, by));
        });
    }

    /**
     * Submits what was prepared; by ePA the platform asks the payer after the commit.
     *
     * @param reference the payer's, when it gave one on the phone or in its portal
     */
    public Uni<PriorAuthorisation> submit(AuthorisationId id, @Nullable String reference, Colleague by) {
        return changing(id, open -> {
            var now = Now.by(clock);
            var terms = open.row().terms();
            var due = terms == null
                    ? null
                    : DEADLINES
                            .decision(terms.payerKind(), terms.urgency(), now, clock.getZone())
                            .orElse(null);
            open.row().state().after(AuthorisationMove.SUBMIT);
            return card(open)
                    .invoke(card -> open.submit(card, reference, due, by))
                    .replaceWithVoid();
        });
    }

    /** Null unless it is asked electronically. */
    private Uni<@Nullable AuthorisationCard> card(OpenAuthorisation open) {
        var terms = open.row().terms();
        if (terms == null || !open.isElectronic()) {
            return Uni.createFrom().nullItem();
        }
        if (!payer.isConnected()) {
            throw new AuthorisationRefusals.PayerNotReached();
        }
        return new PatientChart(desk.session(), desk.seals())
                .whole(new PatientId(open.row().patient()))
                .map(patient -> patient.details()
                        .primaryCoverage(terms.benefit(), LocalDate.now(clock))
                        .filter(AuthorisationCorrespondence::isUsable)
                        .map(AuthorisationCard::of)
                        .orElseThrow(AuthorisationRefusals.NoCardInForce::new));
    }

    /** A pharmacy benefit is found by its BIN. */
    private static boolean isUsable(Coverage coverage) {
        return coverage.benefit() != Coverage.Benefit.PHARMACY || coverage.bin() != null;
    }

    /** The payer asked something, by portal, fax or phone. */
    public Uni<PriorAuthorisation> recordInformationRequest(
            AuthorisationId id, InformationRequest wanted, Colleague by) {
        return change(id, open -> open.requestInformation(wanted, by));
    }

    /** The payer is told what it asked for. */
    public Uni<PriorAuthorisation> answerInformation(AuthorisationId id, String answer, Colleague by) {
        return change(id, open -> open.answerInformation(answer, by));
    }

    /** The payer decided, and said so by portal, fax or phone, or in a letter. */
    public Uni<PriorAuthorisation> recordDecision(AuthorisationId id, PayerDecision decision, Colleague by) {
        return change(id, open -> open.decide(decision, appealUntil(open.row(), decision), by));
    }

    /** What the notice says; else what the law gives for the next level. */
    static @Nullable LocalDate appealUntil(AuthorisationRow row, PayerDecision decision) {
        if (!(decision instanceof PayerDecision.Denied denied)) {
            return null;
        }
        var terms = row.terms();
        return denied.appealUntil() != null || terms == null
                ? denied.appealUntil()
                : DEADLINES
                        .filing(terms.payerKind(), row.progress().level(), denied.noticedOn())
                        .orElse(null);
    }

    /** The denial is to be looked at again, one level higher than the last time. */
    public Uni<PriorAuthorisation> appeal(AuthorisationId id, Appeal appeal, Colleague by) {
        return change(id, open -> open.appeal(appeal, decisionDue(open.row(), appeal), LocalDate.now(clock), by));
    }

    private @Nullable Instant decisionDue(AuthorisationRow row, Appeal appeal) {
        var terms = row.terms();
        return terms == null
                ? null
                : DEADLINES
                        .appealDecision(
                                terms.payerKind(), appeal.level(), appeal.urgency(), Now.by(clock), clock.getZone())
                        .orElse(null);
    }

    /** The payer has taken its word back, or nobody needs it any more. */
    public Uni<PriorAuthorisation> withdraw(AuthorisationId id, Colleague by) {
        return change(id, open -> open.end(AuthorisationMove.WITHDRAW, by));
    }

    /** The patient's plan has changed, and an approval of the old one is worth nothing. */
    public Uni<PriorAuthorisation> voidIt(AuthorisationId id, Colleague by) {
        return change(id, open -> open.end(AuthorisationMove.VOID, by));
    }

    /** Asks an electronic payer again at once that did not answer, or has not decided. */
    public Uni<PriorAuthorisation> inquire(AuthorisationId id) {
        return open(id).map(open -> {
            if (!open.isElectronic() || !open.row().state().isAwaited()) {
                throw new AuthorisationRefusals.NoAnswerAwaited();
            }
            ask(open.row());
            return open.kept();
        });
    }

    private Uni<PriorAuthorisation> change(AuthorisationId id, Consumer<OpenAuthorisation> change) {
        return changing(id, open -> {
            change.accept(open);
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<PriorAuthorisation> changing(AuthorisationId id, Function<OpenAuthorisation, Uni<Void>> change) {
        return open(id).chain(open -> {
            var before = open.kept();
            return change.apply(open).chain(desk.session()::flush).map(flushed -> told(before, open));
        });
    }

    private Uni<OpenAuthorisation> open(AuthorisationId id) {
        return authorisations
                .forChange(id)
                .invoke(row -> StaleVersion.unless(seen == null || row.version() == seen))
                .chain(row -> authorisations.opened(row, Now.by(clock)));
    }

    private PriorAuthorisation told(@Nullable PriorAuthorisation before, OpenAuthorisation open) {
        tell(desk, before, open);
        if (open.isElectronic() && open.moves().stream().anyMatch(AuthorisationMove::isToldToPayer)) {
            ask(open.row());
        }
        return open.kept();
    }

    static void tell(Writing desk, @Nullable PriorAuthorisation before, OpenAuthorisation open) {
        var after = open.kept();
        if (after.equals(before)) {
            return;
        }
        var id = after.id().value();
        desk.journal().changed(id, after.patient().value(), before, after);
        open.moves().forEach(move -> announce(desk, move.event(), id, after.version()));
        if (open.needsAttention()) {
            announceAttention(desk, id, after.version());
        }
    }

    static void announceAttention(Writing desk, UUID id, int version) {
        announce(desk, "prior-authorisation.needs-attention", id, version);
    }

    private static void announce(Writing desk, String type, UUID id, int version) {
        desk.journal().announce(new Event(type, "prior-authorisation", id, version));
    }

    /** A question that nobody answered, or that waits to be asked again, would keep this one waiting behind it. */
    private void ask(AuthorisationRow row) {
        desk.journal().tellAgain(row.id());
        desk.journal().announce(AuthorisationQuestion.toAsk(row.id(), row.version()));
    }
}
