package dev.firstfill.claims;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Disclosure;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where payers are asked and their answers are written down. Between the two nothing is open and nothing is held, so
 * that whoever is killed there has lost nothing: the same question is asked again, and the payer knows it by its
 * reference.
 */
@ApplicationScoped
public class PayerDesk {
    private static final Act ASK = Act.of("ask-payer-of", "claim");
    private static final Act ANSWER = Act.of("answer", "claim");
    private static final Act MISS = Act.of("miss-answer-to", "claim");

    private final Transactions transactions;
    private final Payer payer;
    private final Clock clock;

    public PayerDesk(Transactions transactions, Payer payer, Clock clock) {
        this.transactions = transactions;
        this.payer = payer;
        this.clock = clock;
    }

    /**
     * Asks what is to be asked of the claim now, if anything. Fails with {@link PayerFailed}, which the claim shows from
     * then on, when there is no answer that could be believed: ask again.
     */
    public Uni<Void> ask(ClaimId claim) {
        return question(claim)
                .chain(question -> question.isEmpty() ? Uni.createFrom().voidItem() : ask(claim, question.get()));
    }

    private Uni<Optional<PayerQuestion>> question(ClaimId claim) {
        return transactions.read(ASK, desk -> {
            desk.journal().about(claim.toString());
            var claims = new Claims(desk.session(), desk.seals());
            return claims.find(claim)
                    .chain(claims::opened)
                    .map(PayerQuestion::of)
                    .invoke(found -> found.filter(PayerQuestion::canBeAsked).ifPresent(question -> {
                        var record = question.claim().record();
                        if (record != null) {
                            desk.journal().disclosed(question.claim().patient().value(), disclosure(record, question));
                        }
                    }));
        });
    }

    private Disclosure disclosure(ClaimRecord record, PayerQuestion question) {
        return new Disclosure(
                Now.by(clock),
                record.payer(),
                null,
                question.kind() == PayerQuestion.Kind.REVERSAL ? "Reversal of a claim" : "Claim for a drug",
                "Payment of a claim",
                Disclosure.Basis.PAYMENT);
    }

    private Uni<Void> ask(ClaimId claim, PayerQuestion question) {
        if (!question.canBeAsked()) {
            return missed(claim, ClaimTrouble.PATIENT_ERASED);
        }
        return payer.ask(question)
                .invoke(answer -> answer.mustFit(question))
                .onFailure(PayerFailed.class)
                .call(failure -> missed(claim, failure.trouble()))
                .chain(answer -> answered(claim, answer));
    }

    private Uni<Void> answered(ClaimId claim, PayerAnswer answer) {
        return change(ANSWER, claim, row -> row.awaits(answer) || row.isContradictedBy(answer), locked -> {
            var row = locked.row();
            if (!row.awaits(answer)) {
                return inTrouble(locked, ClaimTrouble.ANSWERS_CONTRADICT);
            }
            var seal = locked.seal();
            row.answer(answer, seal == null ? null : noted(row, answer, seal), Now.by(clock));
            return locked.desk().session().flush().invoke(() -> {
                locked.book().announce(news(answer, row), row);
                if (row.state() == ClaimState.SUBMITTED) {
                    locked.book().ask(row);
                }
            });
        });
    }

    /** Whoever will not take back an abandoned claim holds it, and is asked again what it came to. */
    private static String news(PayerAnswer answer, ClaimRow row) {
        return switch (answer) {
            case PayerAnswer.Paid yes -> "claim.paid";
            case PayerAnswer.Rejected no -> "claim.rejected";
            case PayerAnswer.Reversed yes -> "claim.reversed";
            case PayerAnswer.Kept no ->
                row.state() == ClaimState.SUBMITTED ? "claim.submitted" : "claim.reversal-refused";
        };
    }

    private static byte[] noted(ClaimRow row, PayerAnswer answer, Seals.OfPerson seal) {
        var record = Claims.record(row, seal);
        var noted =
                switch (answer) {
                    case PayerAnswer.Paid yes -> record.answered(yes.authorisation(), yes.message());
                    case PayerAnswer.Rejected no -> record.answered(null, no.message());
                    case PayerAnswer.Reversed yes -> record;
                    case PayerAnswer.Kept no -> record.answered(null, no.message());
                };
        return Claims.sealed(row.id(), noted, seal);
    }

    private Uni<Void> missed(ClaimId claim, ClaimTrouble trouble) {
        return change(
                MISS,
                claim,
                row -> row.state().isAwaited() && row.isNews(trouble),
                locked -> inTrouble(locked, trouble));
    }

    /** The claim stands as it is, and somebody has to see to it. */
    private static Uni<Void> inTrouble(Locked locked, ClaimTrouble trouble) {
        locked.row().inTrouble(trouble);
        return locked.desk().session().flush().invoke(() -> locked.book()
                .announce("claim.needs-attention", locked.row()));
    }

    /**
     * A claim that is locked for a change.
     *
     * @param seal null when the patient was erased
     */
    private record Locked(Writing desk, ClaimRow row, Seals.@Nullable OfPerson seal) {
        ClaimBook book() {
            return new ClaimBook(desk.session(), desk.seals(), desk.journal());
        }
    }

    private Uni<Void> change(Act act, ClaimId claim, Predicate<ClaimRow> wanted, Function<Locked, Uni<Void>> change) {
        return transactions.write(act, desk -> {
            desk.journal().about(claim.toString());
            var claims = new Claims(desk.session(), desk.seals());
            return claims.forChange(claim).chain(row -> {
                if (!wanted.test(row)) {
                    return Uni.createFrom().voidItem();
                }
                return claims.sealOf(row.patient()).chain(seal -> {
                    var before = Claims.opened(row, seal);
                    return change.apply(new Locked(desk, row, seal))
                            .invoke(() -> tell(desk, before, Claims.opened(row, seal)));
                });
            });
        });
    }

    /** Of patients who were erased nothing that says whose it was is left, and the pharmacy's key will do. */
    static void tell(Writing desk, @Nullable Claim before, Claim after) {
        var person = after.record() == null ? null : after.patient().value();
        desk.journal().changed(after.id(), person, before, after);
    }
}
