package dev.firstfill.claims;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Journal;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.UniqueRule;
import dev.firstfill.patients.Coverage;
import dev.firstfill.patients.Patient;
import dev.firstfill.patients.PatientChart;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The claims of fills, as other contexts meet them inside acts of their own. What is wanted of a payer here is written
 * down and announced; the payer is asked after the commit. What changed is told to the ledger by whoever acts.
 */
public final class ClaimBook {
    private static final UniqueRule ONE_LIVE = new UniqueRule("claim_one_live", ClaimRefusals.ClaimUnderWay::new);

    private final Mutiny.Session session;
    private final Seals seals;
    private final Journal journal;
    private final Claims claims;

    public ClaimBook(Mutiny.Session session, Seals seals, Journal journal) {
        this.session = session;
        this.seals = seals;
        this.journal = journal;
        this.claims = new Claims(session, seals);
    }

    /**
     * Refused when nobody could be asked, when the patient has no card to bill, and when the fill has a claim already
     * that is not over.
     */
    public Uni<Claim> submit(ClaimRequest request, Payer payer) {
        if (!payer.isConnected()) {
            return Uni.createFrom().failure(new ClaimRefusals.PayerNotConnected());
        }
        var chart = new PatientChart(session, seals);
        return chart.whole(request.patient())
                .map(patient -> ClaimRecord.of(request, cardOf(patient, request.benefit(), request.serviceOn())))
                .chain(record -> chart.sealOf(request.patient()).chain(seal -> {
                    var id = Ids.next();
                    var row = new ClaimRow(id, request, Claims.sealed(id, record, seal));
                    return session.persist(row)
                            .chain(() -> ONE_LIVE.on(session.flush()))
                            .invoke(() -> announce("claim.submitted", row))
                            .invoke(() -> ask(row))
                            .replaceWith(() -> row.opened(record));
                }));
    }

    private static Coverage cardOf(Patient patient, Coverage.Benefit benefit, LocalDate day) {
        var card = patient.details().primaryCoverage(benefit, day).orElseThrow(ClaimRefusals.NoCoverageInForce::new);
        if (benefit == Coverage.Benefit.PHARMACY && card.bin() == null) {
            throw new ClaimRefusals.CoverageLacksBin();
        }
        return card;
    }

    /**
     * Takes back what was paid for the dispense; when the payer has not answered yet, what it may have paid. Refused when
     * there is nothing that could be taken back.
     */
    public Uni<Void> requestReversal(UUID dispense, Colleague by, Instant at) {
        return claims.forChange(dispense).chain(rows -> {
            var live = rows.stream()
                    .filter(row -> row.state().isLive())
                    .findFirst()
                    .orElseThrow(ClaimRefusals.NothingBilled::new);
            return withdraw(live, by, at);
        });
    }

    /** Nobody is to be billed for the dispense any more: whatever the payer rejected is not billed anew. */
    public Uni<Void> giveUpRejected(UUID dispense, Colleague by, Instant at) {
        return claims.forChange(dispense).chain(rows -> {
            var rejected = rows.stream()
                    .filter(row -> row.state() == ClaimState.REJECTED)
                    .toList();
            rejected.forEach(row -> row.giveUp(by, at));
            return session.flush().invoke(() -> rejected.forEach(row -> announce("claim.abandoned", row)));
        });
    }

    /** A claim that is not answered yet is abandoned. */
    private Uni<Void> withdraw(ClaimRow row, Colleague by, Instant at) {
        return row.state() == ClaimState.SUBMITTED ? abandon(row, by, at) : reverse(row, by, at);
    }

    Uni<Void> reverse(ClaimRow row, Colleague by, Instant at) {
        row.withdraw(by, at);
        return session.flush().invoke(() -> {
            announce("claim.reversal-requested", row);
            ask(row);
        });
    }

    Uni<Void> abandon(ClaimRow row, Colleague by, Instant at) {
        row.abandon(by, at);
        return session.flush().invoke(() -> {
            announce("claim.abandoned", row);
            if (row.state().isAwaited()) {
                ask(row);
            }
        });
    }

    /** A question that nobody answered, however often it was asked, would keep this one waiting behind it. */
    void ask(ClaimRow row) {
        journal.tellAgain(row.id());
        journal.announce(PayerQuestion.toAsk(row.id(), row.version()));
    }

    void announce(String type, ClaimRow row) {
        journal.announce(new Event(type, "claim", row.id(), row.version()));
    }
}
