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
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a payer is asked and answers moves the cases of this patient and drug. */
@ApplicationScoped
public class FollowingAuthorisations implements Consequence {
    private static final String SUBMITTED = "prior-authorisation.submitted";

    private final Transactions transactions;
    private final Clock clock;

    public FollowingAuthorisations(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean followsFrom(Event event) {
        return Arrays.stream(CaseMove.values()).anyMatch(move -> move.isMadeBy(event.type()))
                && event.subject().equals("prior-authorisation");
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
        var moves = Arrays.stream(CaseMove.values())
                .filter(move -> move.isMadeBy(event.type())
                        && move.isLegalFrom(hand.row().state()))
                .toList();
        // Whoever submits at once has put the request together.
        var all = moves.isEmpty() && event.type().equals(SUBMITTED)
                ? List.of(CaseMove.PREPARE_PA, CaseMove.SUBMIT_PA)
                : moves;
        return CaseFollowing.inOrder(
                hand, all, Map.of("priorAuthorisation", event.id().toString()));
    }
}
