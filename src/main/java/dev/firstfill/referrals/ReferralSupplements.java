package dev.firstfill.referrals;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.PatientId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Where what a referral lacked is added as it becomes known. The case follows by the event. */
@ApplicationScoped
public class ReferralSupplements {
    private static final Act SUPPLEMENT = Act.of("supplement", "referral");

    private final Transactions transactions;
    private final Clock clock;
    private final CaseOpening cases;

    public ReferralSupplements(Transactions transactions, Clock clock, CaseOpening cases) {
        this.transactions = transactions;
        this.clock = clock;
        this.cases = cases;
    }

    /** The prescription is drafted as soon as nothing of it is missing; a draft that is there stays as it is. */
    public Uni<Referral> add(ReferralId id, ReferralSupplement supplement, Colleague by) {
        return transactions.write(SUPPLEMENT, desk -> {
            desk.journal().about(id.toString());
            var referrals = new Referrals(desk.session(), desk.seals());
            return referrals.locked(id).chain(row -> {
                row.state().mustTakeSupplements();
                var patient = Objects.requireNonNull(row.patient());
                return referrals.sealing(patient).chain(sealing -> added(desk, row, patient, sealing, supplement, by));
            });
        });
    }

    private Uni<Referral> added(
            Writing desk,
            ReferralRow row,
            PatientId patient,
            Referrals.Sealing sealing,
            ReferralSupplement supplement,
            Colleague by) {
        var before = ReferralFiling.kept(row);
        var order = supplement.addedTo(sealing.order(row));
        sealing.keep(row, order);
        ReferralFiling.begin(desk, row, before);
        return ReferralIntake.inTurn(desk, order, List.of())
                .chain(() -> new Enrolment(desk, clock, by).acquaintance(order, patient))
                .chain(entered -> new Acceptance(desk, clock, cases, by).examined(row, order, entered))
                .chain(() -> ReferralFiling.told(desk, row, before, "referral.supplemented"))
                .map(told -> row.opened(order));
    }
}
