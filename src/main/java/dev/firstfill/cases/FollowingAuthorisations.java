package dev.firstfill.cases;

import dev.firstfill.authorisations.AuthorisationBook;
import dev.firstfill.authorisations.AuthorisationId;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Consequence;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What a payer is asked and answers moves the cases of this patient and drug. */
@ApplicationScoped
public class FollowingAuthorisations implements Consequence {
    /**
     * In this order, each if it is legal by then: whoever enters a payer's word that came by phone has prepared and
     * submitted the request, and answered what was asked.
     */
    private static final Map<String, List<CaseMove>> MOVES = Map.of(
            "prior-authorisation.prepared", List.of(CaseMove.PREPARE_PA),
            "prior-authorisation.submitted", List.of(CaseMove.PREPARE_PA, CaseMove.SUBMIT_PA),
            "prior-authorisation.information-requested", List.of(CaseMove.ASK_PA_INFORMATION),
            "prior-authorisation.information-answered", List.of(CaseMove.ANSWER_PA_INFORMATION),
            "prior-authorisation.approved", decided(CaseMove.APPROVE_PA),
            "prior-authorisation.denied", decided(CaseMove.DENY_PA),
            "prior-authorisation.expired", decided(CaseMove.EXPIRE_PA_REQUEST),
            "prior-authorisation.appealed", List.of(CaseMove.APPEAL));

    private final Transactions transactions;
    private final Clock clock;

    public FollowingAuthorisations(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    private static List<CaseMove> decided(CaseMove decision) {
        return List.of(CaseMove.ANSWER_PA_INFORMATION, CaseMove.PREPARE_PA, CaseMove.SUBMIT_PA, decision);
    }

    @Override
    public boolean followsFrom(Event event) {
        return MOVES.containsKey(event.type());
    }

    @Override
    public Uni<Void> follow(Event event, Colleague by) {
        return new CaseFollowing(transactions, clock, by)
                .each(
                        desk -> found(desk, event).chain(leave -> new Cases(desk.session(), desk.seals())
                                .openOf(leave.patient(), leave.drug())),
                        hand -> found(hand.desk(), event).chain(leave -> follow(event, leave, hand)));
    }

    private static Uni<AuthorisationBook.Outline> found(Writing desk, Event event) {
        return new AuthorisationBook(desk.session(), desk.seals()).outline(new AuthorisationId(event.id()));
    }

    private static Uni<Void> follow(Event event, AuthorisationBook.Outline leave, CaseInHand hand) {
        var until = leave.validUntil();
        if (event.type().equals("prior-authorisation.approved") && until != null) {
            hand.row().learn(known -> known.with(new CaseFacts.Authorisation(event.id(), until)));
        }
        return CaseFollowing.inOrder(
                hand,
                MOVES.get(event.type()),
                Map.of("priorAuthorisation", event.id().toString()));
    }
}
