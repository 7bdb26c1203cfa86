package dev.firstfill.cases;

import dev.firstfill.clocks.SlaWarning;
import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.DueTimers;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.tasks.NewTask;
import dev.firstfill.tasks.Priority;
import dev.firstfill.tasks.TaskType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What time does to cases. A case whose time has come is locked, all that is due of it is done, and the next instant is
 * written in the same transaction: whoever else looks passes it over, and whoever is killed has done nothing.
 */
@ApplicationScoped
public class CaseTimers implements DueTimers {
    private static final Act LOOK = Act.unrecorded("look for due", "case");
    private static final Act REMIND = Act.of("remind of", "case");

    private final Transactions transactions;
    private final Clock clock;

    public CaseTimers(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Instant>> nextDueUpTo(Instant limit) {
        return transactions.read(LOOK, desk -> new Cases(desk.session(), desk.seals()).nextDueUpTo(limit));
    }

    @Override
    public Uni<Integer> fireDue(Instant now, int atMost) {
        return fire(now, atMost, 0);
    }

    private Uni<Integer> fire(Instant now, int atMost, int fired) {
        if (fired == atMost) {
            return Uni.createFrom().item(fired);
        }
        return nextDueUpTo(now)
                .chain(due -> due.isEmpty() ? Uni.createFrom().item(0) : one(now))
                .chain(more -> more == 0 ? Uni.createFrom().item(fired) : fire(now, atMost, fired + more));
    }

    /** How many timers of one case were fired; none when others have every case that is due in hand. */
    private Uni<Integer> one(Instant now) {
        return transactions.write(REMIND, desk -> new Cases(desk.session(), desk.seals())
                .due(now)
                .chain(found -> found.isEmpty() ? Uni.createFrom().item(0) : all(desk, new CaseId(found.get()), now)));
    }

    private Uni<Integer> all(Writing desk, CaseId id, Instant now) {
        return new Cases(desk.session(), desk.seals())
                .locked(id)
                .chain(row -> CaseInHand.of(desk, clock, Colleague.PLATFORM, row))
                .chain(hand -> next(hand, now, 0));
    }

    private Uni<Integer> next(CaseInHand hand, Instant now, int fired) {
        var due = CaseTimer.next(hand.row(), hand.settings(), clock.getZone())
                .filter(found -> !found.at().isAfter(now));
        return due.isEmpty()
                ? Uni.createFrom().item(fired)
                : fire(hand, due.get()).chain(() -> next(hand, now, fired + 1));
    }

    private static Uni<Void> fire(CaseInHand hand, CaseTimer.Due due) {
        return switch (due) {
            case CaseTimer.Due.Warning warning -> warn(hand);
            case CaseTimer.Due.Reauthorise ends -> remind(hand, ends.mark(), TaskType.RENEW_AUTHORISATION);
            case CaseTimer.Due.HoldOver over -> remind(hand, over.mark(), TaskType.REVIEW_HOLD);
            case CaseTimer.Due.Refill refill ->
                CaseMove.REACH_REFILL_WINDOW
                        .from(hand.row().state())
                        .map(to -> hand.move(CaseMove.REACH_REFILL_WINDOW, to, Map.of()))
                        .orElseThrow();
        };
    }

    private static Uni<Void> warn(CaseInHand hand) {
        var warned =
                hand.row().clocks().warn(hand.now(), hand.settings().calendar()).orElseThrow();
        hand.row().warned(warned.clocks());
        var breached = warned.warning() == SlaWarning.BREACH;
        var facts = Map.of(
                "clock", WireName.of(warned.kind()),
                "percent", String.valueOf(warned.warning().percent()));
        var told = hand.learn(breached ? CaseEvent.Kind.BREACHED : CaseEvent.Kind.WARNED, known -> known, facts, null);
        return warned.warning() == SlaWarning.HALF
                ? told
                : told.chain(() -> hand.tasks()
                                .raise(
                                        hand.row().patient(),
                                        hand.row().id().value(),
                                        breached ? Priority.URGENT : Priority.HIGH))
                        .replaceWithVoid();
    }

    private static Uni<Void> remind(CaseInHand hand, String mark, TaskType type) {
        return hand.learn(CaseEvent.Kind.REMINDED, known -> known.marked(mark), Map.of("task", WireName.of(type)), null)
                .chain(() -> hand.open(NewTask.ofWorkflow(type, hand.subject(), Priority.NORMAL)
                        .byTimer()));
    }
}
