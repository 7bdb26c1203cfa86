package dev.firstfill.cases;

import dev.firstfill.assessments.AssessmentBook;
import dev.firstfill.assessments.AssessmentId;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Consequence;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** A signed assessment clears the patient's cases that waited for the call, if nothing else is lacking. */
@ApplicationScoped
public class FollowingAssessments implements Consequence {
    private final Transactions transactions;
    private final Clock clock;

    public FollowingAssessments(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean followsFrom(Event event) {
        return event.type().equals("assessment.signed");
    }

    @Override
    public Uni<Void> follow(Event event, Colleague by) {
        return new CaseFollowing(transactions, clock, by)
                .each(
                        desk -> new AssessmentBook(desk.session())
                                .patientOf(new AssessmentId(event.id()))
                                .chain(patient -> new Cases(desk.session(), desk.seals()).openOf(patient)),
                        hand -> hand.situation().chain(situation -> {
                            var to = CaseMove.CLEAR.from(situation.state());
                            var facts = Map.of("assessment", event.id().toString());
                            return to.isPresent()
                                            && Guards.of(CaseMove.CLEAR, situation)
                                                    .isEmpty()
                                    ? hand.move(CaseMove.CLEAR, to.get(), facts)
                                    : hand.learn(CaseEvent.Kind.INFORMED, known -> known, facts, null);
                        }));
    }
}
