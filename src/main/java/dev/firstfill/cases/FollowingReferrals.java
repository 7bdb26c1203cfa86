package dev.firstfill.cases;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Consequence;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.patients.Coverage;
import dev.firstfill.patients.PatientChart;
import dev.firstfill.referrals.Referral;
import dev.firstfill.referrals.ReferralBook;
import dev.firstfill.referrals.ReferralId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a referral lacked is known now: its case learns it, and goes on when nothing is missing any more. */
@ApplicationScoped
public class FollowingReferrals implements Consequence {
    private final Transactions transactions;
    private final Clock clock;

    public FollowingReferrals(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean followsFrom(Event event) {
        return event.type().equals("referral.supplemented");
    }

    @Override
    public Uni<Void> follow(Event event, Colleague by) {
        return new CaseFollowing(transactions, clock, by)
                .each(
                        desk -> outline(desk, event)
                                .chain(referral -> referral.patient() == null
                                        ? Uni.createFrom().item(List.of())
                                        : new Cases(desk.session(), desk.seals())
                                                .openOf(referral.patient(), referral.id())
                                                .map(row -> row.stream().toList())),
                        hand -> outline(hand.desk(), event).chain(referral -> paidBy(hand)
                                .chain(payer -> follow(referral, payer.orElse(null), hand))));
    }

    private static Uni<Referral> outline(Writing desk, Event event) {
        return new ReferralBook(desk.session(), desk.seals()).outline(new ReferralId(event.id()));
    }

    /** A card may have been what was missing. */
    private static Uni<Optional<String>> paidBy(CaseInHand hand) {
        return new PatientChart(hand.desk().session(), hand.desk().seals())
                .whole(hand.row().patient())
                .map(patient -> patient.details().coverages().stream()
                        .min(Comparator.comparing(Coverage::order))
                        .map(Coverage::payer));
    }

    private static Uni<Void> follow(Referral referral, @Nullable String payer, CaseInHand hand) {
        var missing = new ArrayList<>(CaseOpener.missing(referral.findings()));
        hand.row().facts().missing().stream()
                .filter(asked -> !asked.ofReferral())
                .forEach(missing::add);
        hand.row().complete(referral.prescriber(), referral.drug(), referral.prescription(), payer);
        hand.row().learn(known -> known.withMissing(missing));
        var received = CaseMove.RECEIVE_INFORMATION.from(hand.row().state());
        var facts = Map.of("referral", referral.id().toString());
        if (received.isPresent() && missing.isEmpty()) {
            return hand.move(CaseMove.RECEIVE_INFORMATION, received.get(), facts);
        }
        if (received.isPresent()) {
            hand.row().waitFor(CaseOpener.waitsFor(missing), hand.now(), hand.settings());
        }
        return hand.learn(CaseEvent.Kind.INFORMED, known -> known, facts, null);
    }
}
