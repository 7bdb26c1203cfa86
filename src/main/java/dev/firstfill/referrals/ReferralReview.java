package dev.firstfill.referrals;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.patients.PatientId;
import dev.firstfill.patients.PatientMatch;
import dev.firstfill.patients.PatientMatching;
import dev.firstfill.patients.PatientReference;
import dev.firstfill.referrals.Referrals.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a person decides whose a doubtful referral is, and the intake goes on, in one transaction. */
@ApplicationScoped
public class ReferralReview {
    private static final Act REVIEW = Act.of("review", "referral");

    private final Transactions transactions;
    private final Clock clock;
    private final CaseOpening cases;

    public ReferralReview(Transactions transactions, Clock clock, CaseOpening cases) {
        this.transactions = transactions;
        this.clock = clock;
        this.cases = cases;
    }

    public Uni<Referral> decide(ReferralId id, ReviewDecision decision, Colleague by) {
        return transactions.write(REVIEW, desk -> {
            desk.journal().about(id.toString());
            return new Referrals(desk.session(), desk.seals()).locked(id).chain(row -> switch (decision) {
                case ReviewDecision.Rejected(var reason) -> rejected(desk, row, reason, by);
                case ReviewDecision.NewPerson newPerson -> accepted(desk, row, null, by);
                case ReviewDecision.SamePerson(var patient) -> accepted(desk, row, patient, by);
            });
        });
    }

    private Uni<Referral> rejected(Writing desk, ReferralRow row, RejectionReason reason, Colleague by) {
        var before = ReferralFiling.kept(row);
        row.reviewed(ReferralState.REJECTED, reason, by, Now.by(clock));
        desk.journal().because(reason);
        var order = new Sealing(desk.seals(), null).order(row);
        return ReferralFiling.told(desk, row, before, "referral.rejected").map(told -> row.opened(order));
    }

    /** @param patient null for somebody new */
    private Uni<Referral> accepted(Writing desk, ReferralRow row, @Nullable PatientReference patient, Colleague by) {
        var candidates = row.opened(null).candidates();
        var before = ReferralFiling.kept(row);
        row.state().decided(ReferralState.ACCEPTED);
        ReferralFiling.begin(desk, row, before);
        var pharmacys = new Sealing(desk.seals(), null);
        var order = pharmacys.order(row);
        var document = pharmacys.document(row);
        var enrolment = new Enrolment(desk, clock, by);
        var referrals = new Referrals(desk.session(), desk.seals());
        return ReferralIntake.inTurn(desk, order, List.of())
                .chain(() -> match(desk, order))
                .chain(match -> patient == null
                        ? newcomer(enrolment, order, match)
                        : acquaintance(desk, enrolment, order, patient, candidates, match))
                .chain(entered -> new Acceptance(desk, clock, cases, by)
                        .of(
                                row,
                                order,
                                document,
                                entered,
                                () -> row.reviewed(ReferralState.ACCEPTED, null, by, Now.by(clock)),
                                "referral.accepted"))
                .call(accepted -> resealed(referrals, desk, row));
    }

    private static Uni<PatientMatch> match(Writing desk, ReferralOrder order) {
        return new PatientMatching(desk)
                .of(new PatientAsReferred(order).details(), order.patient().formerFamilyNames());
    }

    /** Of two referrals that waited for the same newcomer, the second finds the patient whom the first one made. */
    private static Uni<Entered> newcomer(Enrolment enrolment, ReferralOrder order, PatientMatch match) {
        if (match instanceof PatientMatch.Certain) {
            throw new ReferralRefusals.RegisteredMeanwhile();
        }
        return enrolment.newcomer(order);
    }

    private static Uni<Entered> acquaintance(
            Writing desk,
            Enrolment enrolment,
            ReferralOrder order,
            PatientReference patient,
            List<PatientId> candidates,
            PatientMatch match) {
        return new PatientChart(desk.session(), desk.seals())
                .identified(patient)
                .onFailure(failure -> failure instanceof Refusal refusal && refusal.kind() == Refusal.Kind.NOT_FOUND)
                .transform(notFound -> new ReferralRefusals.NoSuchPatient())
                .invoke(id -> mustResemble(id, candidates, match))
                .chain(id -> enrolment.acquaintance(order, id));
    }

    private static void mustResemble(PatientId patient, List<PatientId> candidates, PatientMatch match) {
        boolean resembles = candidates.contains(patient)
                || switch (match) {
                    case PatientMatch.Certain(var certain) -> certain.id().equals(patient);
                    case PatientMatch.Doubtful(var found) -> found.contains(patient);
                    case PatientMatch.Nobody nobody -> false;
                };
        if (!resembles) {
            throw new ReferralRefusals.NotACandidate();
        }
    }

    /** What came again in the meantime becomes the patient's, too. */
    private static Uni<Void> resealed(Referrals referrals, Writing desk, ReferralRow row) {
        var pharmacys = new Sealing(desk.seals(), null);
        return referrals.duplicatesOf(row.id()).chain(duplicates -> referrals
                .sealing(row.patient())
                .invoke(sealing -> duplicates.forEach(duplicate -> sealing.keep(
                        duplicate, row.patient(), pharmacys.document(duplicate), pharmacys.order(duplicate))))
                .chain(desk.session()::flush));
    }
}
