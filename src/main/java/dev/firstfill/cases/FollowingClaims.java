package dev.firstfill.cases;

import dev.firstfill.claims.Claim;
import dev.firstfill.claims.ClaimId;
import dev.firstfill.claims.ClaimLog;
import dev.firstfill.claims.RejectCode;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Consequence;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.prescribing.PrescriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rejected claim sends its case back: for a prior authorisation when the plan asks for one, to the benefits when it
 * does not cover patient or drug. What a biller can mend (too soon, over the limits) moves nothing.
 */
@ApplicationScoped
public class FollowingClaims implements Consequence {
    private static final Set<RejectCode.Known> NOT_COVERED = Set.of(
            RejectCode.Known.NON_MATCHED_CARDHOLDER,
            RejectCode.Known.PATIENT_NOT_COVERED,
            RejectCode.Known.NOT_COVERED);

    private final Transactions transactions;
    private final Clock clock;

    public FollowingClaims(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean followsFrom(Event event) {
        return event.type().equals("claim.rejected");
    }

    @Override
    public Uni<Void> follow(Event event, Colleague by) {
        return new CaseFollowing(transactions, clock, by)
                .each(
                        desk -> new ClaimLog(desk.session(), desk.seals())
                                .outline(new ClaimId(event.id()))
                                .chain(claim -> claim.prescription() == null
                                        ? Uni.createFrom().item(List.of())
                                        : new Cases(desk.session(), desk.seals())
                                                .openOf(claim.patient(), new PrescriptionId(claim.prescription()))
                                                .map(row -> row.stream().toList())),
                        hand -> new ClaimLog(hand.desk().session(), hand.desk().seals())
                                .outline(new ClaimId(event.id()))
                                .chain(claim -> CaseFollowing.inOrder(
                                        hand,
                                        moves(claim),
                                        Map.of("claim", event.id().toString(), "codes", codes(claim)))));
    }

    private static List<CaseMove> moves(Claim claim) {
        var known = claim.rejectCodes().stream()
                .flatMap(code -> code.known().stream())
                .toList();
        if (known.contains(RejectCode.Known.PRIOR_AUTHORISATION_REQUIRED)) {
            return List.of(CaseMove.REJECT_CLAIM_FOR_PA);
        }
        return known.stream().anyMatch(NOT_COVERED::contains) ? List.of(CaseMove.REJECT_CLAIM) : List.of();
    }

    private static String codes(Claim claim) {
        return String.join(
                ",", claim.rejectCodes().stream().map(RejectCode::code).toList());
    }
}
