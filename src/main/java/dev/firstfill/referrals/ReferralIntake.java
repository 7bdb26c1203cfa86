package dev.firstfill.referrals;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientMatch;
import dev.firstfill.patients.PatientMatching;
import dev.firstfill.prescribers.PrescriberRegister;
import dev.firstfill.referrals.ReferralRow.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Takes referrals in: whose it is, what it names, what it lacks, and the case that it begins, in one transaction. */
@ApplicationScoped
public class ReferralIntake {
    private static final Act RECEIVE = Act.of("receive", "referral");

    private final Transactions transactions;
    private final Clock clock;
    private final CaseOpening cases;

    public ReferralIntake(Transactions transactions, Clock clock, CaseOpening cases) {
        this.transactions = transactions;
        this.clock = clock;
        this.cases = cases;
    }

    /** The same order, sent again, is kept as a duplicate of the first and begins nothing. */
    public Uni<Referral> receive(NewReferral sent, Colleague by) {
        return transactions.write(RECEIVE, desk -> {
            var referrals = new Referrals(desk.session(), desk.seals());
            long fingerprint = Fingerprint.of(sent, desk.seals());
            var received = new Received(sent.source(), fingerprint, sent.mediaType(), by, Now.by(clock));
            return inTurn(desk, sent.order(), List.of(fingerprint))
                    .chain(() -> referrals.first(fingerprint))
                    .chain(first -> first == null
                            ? matched(desk, sent, received, by)
                            : repeated(desk, referrals, sent, received, first));
        });
    }

    /** Whoever may be the same person, send the same order or bring the same new prescriber waits for each other. */
    static Uni<Void> inTurn(Writing desk, ReferralOrder order, List<Long> others) {
        return newPrescriber(desk, order).chain(prescriber -> new Referrals(desk.session(), desk.seals())
                .lock(Stream.of(
                                new PatientMatching(desk).keys(new PatientAsReferred(order).details()),
                                prescriber.stream(),
                                others.stream())
                        .flatMap(keys -> keys)
                        .toList()));
    }

    /** One who is registered is entered by nobody, and an office that sends many orders does not wait for itself. */
    private static Uni<List<Long>> newPrescriber(Writing desk, ReferralOrder order) {
        var npi = Examination.npi(order.prescriber());
        return npi.isEmpty()
                ? Uni.createFrom().item(List.of())
                : new PrescriberRegister(desk.session())
                        .knows(npi.get())
                        .map(known -> known
                                ? List.of()
                                : List.of(desk.seals()
                                        .token("referral.prescriber", npi.get().value())));
    }

    private Uni<Referral> repeated(
            Writing desk, Referrals referrals, NewReferral sent, Received received, ReferralRow first) {
        var row = new ReferralRow(
                new ReferralId(Ids.next()),
                received,
                ReferralState.DUPLICATE,
                first.id().value());
        return referrals
                .sealing(first.patient())
                .invoke(sealing -> sealing.keep(row, first.patient(), sent.document(), sent.order()))
                .chain(() -> ReferralFiling.filed(desk, row, null, "referral.duplicate-received"))
                .map(filed -> row.opened(sent.order()));
    }

    private Uni<Referral> matched(Writing desk, NewReferral sent, Received received, Colleague by) {
        var order = sent.order();
        return new PatientMatching(desk)
                .of(new PatientAsReferred(order).details(), order.patient().formerFamilyNames())
                .chain(match -> switch (match) {
                    case PatientMatch.Certain(var patient) ->
                        accepted(
                                desk, sent, received, new Enrolment(desk, clock, by).acquaintance(order, patient.id()));
                    case PatientMatch.Nobody nobody ->
                        accepted(desk, sent, received, new Enrolment(desk, clock, by).newcomer(order));
                    case PatientMatch.Doubtful(var candidates) -> waiting(desk, sent, received, candidates);
                });
    }

    private Uni<Referral> waiting(Writing desk, NewReferral sent, Received received, List<PatientId> candidates) {
        var row = new ReferralRow(new ReferralId(Ids.next()), received, ReferralState.NEEDS_REVIEW, null);
        row.mayBe(candidates, List.of(RequiredInformation.USUAL.finding(FindingCode.PATIENT_UNDER_REVIEW, "/patient")));
        new Referrals.Sealing(desk.seals(), null).keep(row, null, sent.document(), sent.order());
        return ReferralFiling.filed(desk, row, null, "referral.received").map(filed -> row.opened(sent.order()));
    }

    private Uni<Referral> accepted(Writing desk, NewReferral sent, Received received, Uni<Entered> entering) {
        var row = new ReferralRow(new ReferralId(Ids.next()), received, ReferralState.ACCEPTED, null);
        ReferralFiling.begin(desk, row, null);
        return entering.chain(entered -> new Acceptance(desk, clock, cases, received.by())
                .of(row, sent.order(), sent.document(), entered, () -> {}, "referral.received"));
    }
}
