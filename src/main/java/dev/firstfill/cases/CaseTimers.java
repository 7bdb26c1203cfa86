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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What time does to cases. A case whose time has come is locked, all that is due of it is done, and the next instant is
 * written in the same transaction: whoever else looks passes it over, and whoever is killed has done nothing. A case of
 * which nothing can be done is put off, and the others have their turn.
 */
@ApplicationScoped
public class CaseTimers implements DueTimers {
    private static final Act LOOK = Act.unrecorded("look for due", "case");
    private static final Act REMIND = Act.of("remind of", "case");
    private static final Act PUT_OFF = Act.of("put off", "case");

    private static final Duration PUT_OFF_FOR = Duration.ofMinutes(10);

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
        return fire(now, atMost, Round.BEGUN);
    }

    private Uni<Integer> fire(Instant now, int atMost, Round round) {
        if (round.tried() >= atMost) {
            return ended(round);
        }
        return nextDueUpTo(now)
                .chain(due -> due.isEmpty() ? Uni.createFrom().item(round) : one(now, round))
                .chain(after -> after == round ? ended(round) : fire(now, atMost, after));
    }

    /** The round as it was when others have every case that is due in hand. */
    private Uni<Round> one(Instant now, Round round) {
        var inHand = new AtomicReference<@Nullable CaseId>();
        return transactions
                .write(
                        REMIND,
                        desk -> new Cases(desk.session(), desk.seals()).due(now).chain(found -> found.map(CaseId::new)
                                .map(id -> {
                                    inHand.set(id);
                                    return all(desk, id, now);
                                })
                                .orElseGet(() -> Uni.createFrom().item(0))))
                .map(fired -> fired == 0 ? round : round.fired(fired))
                .onFailure(failure -> inHand.get() != null)
                .recoverWithUni(failure -> {
                    var id = Objects.requireNonNull(inHand.get());
                    return putOff(id, now).replaceWith(round.failed(told(id, failure)));
                });
    }

    /** It would be the first again, and those behind it would wait for as long as it fails. */
    private Uni<Void> putOff(CaseId id, Instant now) {
        return transactions.write(PUT_OFF, desk -> {
            desk.journal().about(id.toString());
            return new Cases(desk.session(), desk.seals()).putOff(id, now, now.plus(PUT_OFF_FOR));
        });
    }

    private static Throwable told(CaseId id, Throwable failure) {
        return new IllegalStateException(
                "Case %s is put off by %d minutes: %s".formatted(id, PUT_OFF_FOR.toMinutes(), failure), failure);
    }

    /** @param why the first failure */
    private record Round(int fired, int failed, @Nullable Throwable why) {
        static final Round BEGUN = new Round(0, 0, null);

        int tried() {
            return fired + failed;
        }

        Round fired(int more) {
            return new Round(fired + more, failed, why);
        }

        Round failed(Throwable failure) {
            return new Round(fired, failed + 1, why == null ? failure : why);
        }
    }

    private static Uni<Integer> ended(Round round) {
        return round.why() == null
                ? Uni.createFrom().item(round.fired())
                : Uni.createFrom().failure(round.why());
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
