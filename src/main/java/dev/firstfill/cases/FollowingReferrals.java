package dev.firstfill.cases;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Consequence;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.referrals.Referral;
import dev.firstfill.referrals.ReferralBook;
import dev.firstfill.referrals.ReferralId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
                        hand -> outline(hand.desk(), event).chain(referral -> follow(referral, hand)));
    }

    private static Uni<Referral> outline(Writing desk, Event event) {
        return new ReferralBook(desk.session(), desk.seals()).outline(new ReferralId(event.id()));
    }

    private static Uni<Void> follow(Referral referral, CaseInHand hand) {
        var missing = new ArrayList<>(CaseOpener.missing(referral.findings()));
        hand.row().facts().missing().stream()
                .filter(asked -> !asked.ofReferral())
                .forEach(missing::add);
        hand.row().complete(referral.prescriber(), referral.drug(), referral.prescription(), null);
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
