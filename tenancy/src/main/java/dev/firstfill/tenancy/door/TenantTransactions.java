package dev.firstfill.tenancy.door;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Consequence;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Reading;
import dev.firstfill.kernel.Refusal;
import dev.firstfill.kernel.Seals;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.Writing;
import dev.firstfill.tenancy.audit.Ledger;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.routing.CurrentTenant;
import dev.firstfill.tenancy.routing.DatabaseSilent;
import dev.firstfill.tenancy.routing.Requester;
import dev.firstfill.tenancy.routing.TestTime;
import dev.firstfill.tenancy.sealing.Keyring;
import dev.firstfill.tenancy.sealing.TenantKeyset;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.StaleStateException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The door for many pharmacies. Whoever passes works for the current tenant, with its keys, on a connection that can
 * reach nothing else, and leaves a record; what cannot be recorded is not answered.
 */
public final class TenantTransactions implements Transactions {
    /**
     * Beyond waiting for a connection and a statement's own time-out, which the server keeps: this one is for a server
     * that says nothing any more.
     */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    /** Beyond what any act announces: 500 lines of an import, each with a handful of events. */
    private static final int MOST_EVENTS = 10_000;

    private final Mutiny.SessionFactory sessions;
    private final Keyring keyring;
    private final Ledger ledger;
    private final Consumer<Tenant> wakeRelay;
    private final TestTime testTime;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Turnstile turnstile;
    private final Supplier<List<Consequence>> consequences;

    /**
     * @param wakeRelay is told of each pharmacy that has something to relay, after the commit
     * @param testTime brought along by whoever passes for a sandbox pharmacy
     * @param clock real time, also for sandbox pharmacies: records, events and kept answers are the platform's
     * @param consequences of what is announced; asked for when the first act is over, since they themselves work through
     *     this door
     */
    public TenantTransactions(
            Mutiny.SessionFactory sessions,
            Keyring keyring,
            Ledger ledger,
            Consumer<Tenant> wakeRelay,
            TestTime testTime,
            Clock clock,
            MeterRegistry meters,
            Supplier<List<Consequence>> consequences) {
        this.sessions = sessions;
        this.keyring = keyring;
        this.ledger = ledger;
        this.wakeRelay = wakeRelay;
        this.testTime = testTime;
        this.clock = clock;
        this.meters = meters;
        this.turnstile = new Turnstile(meters);
        this.consequences = consequences;
    }

    @Override
    public <T> Uni<T> read(Act act, Function<Reading, Uni<T>> work) {
        return through(act.toString(), (tenant, keyset) -> {
            var entry = new Entry(act, Requester.require(), keyset);
            return inTurn(tenant, () -> sessions.openStatelessSession()
                            .chain(session -> guarded(() -> work.apply(new Reading(session, entry.seals(), entry)))
                                    .eventually(session::close)))
                    .call(answer -> recorded(tenant, List.of(entry), null))
                    .onFailure(TenantTransactions::isRefused)
                    .recoverWithUni(refusal -> refusedOnceRecorded(tenant, List.of(entry), refusal));
        });
    }

    @Override
    public <T> Uni<T> write(Act act, Function<Writing, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            var open = OpenWrite.find();
            return open.isPresent()
                    ? joining(open.get(), act, work)
                    : inOneTransaction(act.toString(), opened -> joining(opened, act, work));
        });
    }

    private static <T> Uni<T> joining(OpenWrite open, Act act, Function<Writing, Uni<T>> work) {
        var entry = new Entry(act, open.requester(), open.keyset());
        open.begin(entry);
        return guarded(() -> work.apply(new Writing(open.session(), entry.seals(), entry)));
    }

    /**
     * Does a wish once, however often it is sent: the answer is kept in the transaction of what was done, and given
     * again to whoever sends the same wish. What was refused was not done, and may be sent again.
     *
     * @param work whatever it writes through this door joins the transaction; it writes something, and its answer tells
     *     of one person at most, or there is none
     */
    public Uni<StoredAnswer> once(IdempotencyKey key, Supplier<Uni<StoredAnswer>> work) {
        return inOneTransaction("write once", open -> new OnceOnly(open, key, clock).answer(work));
    }

    private <T> Uni<T> inOneTransaction(String what, Function<OpenWrite, Uni<T>> work) {
        return through(what, (tenant, keyset) -> {
            var open = new OpenWrite(tenant, Requester.require(), keyset);
            var closing = new Closing(open, clock);
            return inTurn(tenant, () -> sessions.openSession()
                            .chain(session -> session.withTransaction(transaction -> guarded(() -> {
                                                open.enter(session);
                                                return work.apply(open).call(() -> consequencesOf(open, 0));
                                            })
                                            .eventually(open::leave)
                                            .call(closing::send))
                                    .call(closing::answered)
                                    .onFailure()
                                    .recoverWithUni(failure -> cause(closing, failure))
                                    .eventually(session::close)))
                    .invoke(() -> tell(open))
                    .onFailure(TenantTransactions::isRefused)
                    .recoverWithUni(refusal -> refusedOnceRecorded(tenant, open.entries(), refusal));
        });
    }

    /** When something could not be written at the end, the commit only says that it became a rollback. */
    private static <T> Uni<T> cause(Closing closing, Throwable failure) {
        return closing.answered().chain(() -> Uni.createFrom().failure(failure));
    }

    /** Of the events from this one on; what they announce themselves comes after it. */
    private Uni<Void> consequencesOf(OpenWrite open, int from) {
        var events = open.events();
        if (from == events.size()) {
            return Uni.createFrom().voidItem();
        }
        if (from > MOST_EVENTS) {
            throw new IllegalStateException("An act announces without end: " + events.get(from));
        }
        var event = events.get(from);
        var by = open.requester().asColleague();
        var followed = Uni.createFrom().voidItem();
        for (var consequence : consequences.get()) {
            if (consequence.followsFrom(event)) {
                followed = followed.chain(() -> consequence.follow(event, by));
            }
        }
        return followed.chain(() -> consequencesOf(open, from + 1));
    }

    /**
     * The ledger's own commit comes after it and needs no turn: it is one at a time for each pharmacy anyway. Whoever
     * has a transaction open has a turn, and waiting for a second could mean waiting for oneself.
     */
    private <T> Uni<T> inTurn(Tenant tenant, Supplier<Uni<T>> work) {
        return OpenWrite.find().isPresent() ? work.get() : turnstile.pass(tenant, work);
    }

    /**
     * Records an attempt that was refused before it came to the door. Who attempts it needs no context of the
     * pharmacy's, since nobody was let into it; and like everybody else has no answer before there is a record.
     *
     * @param reference the thing it was to be done to, if any
     * @param code why it was refused
     */
    public Uni<Void> refused(Tenant tenant, Requester requester, Act act, @Nullable String reference, String code) {
        return uncancelled(keyring.of(tenant).chain(keyset -> {
            var entry = new Entry(act, requester, keyset);
            if (reference != null) {
                entry.about(reference);
            }
            return ledger.append(tenant, entry.record("refused", code, Now.by(clock)));
        }));
    }

    private void tell(OpenWrite open) {
        ledger.appended(open.tenant());
        if (open.hasToTell()) {
            wakeRelay.accept(open.tenant());
        }
    }

    /** A refusal tells something too: when it cannot be recorded, that is what the caller learns, and no more. */
    private <T> Uni<T> refusedOnceRecorded(Tenant tenant, List<Entry> entries, Throwable refusal) {
        return recorded(tenant, entries, refusal).chain(() -> Uni.createFrom().failure(refusal));
    }

    /** Of several acts in one transaction the last is the one that was refused, and those before it are undone. */
    private Uni<Void> recorded(Tenant tenant, List<Entry> entries, @Nullable Throwable refusal) {
        var last = entries.size() - 1;
        var appended = Uni.createFrom().voidItem();
        for (int number = 0; number <= last; number++) {
            var entry = entries.get(number);
            if (entry.isRecorded()) {
                var outcome = refusal == null ? "done" : number == last ? "refused" : "undone";
                var record = entry.record(outcome, refusal == null ? null : code(refusal), Now.by(clock));
                appended = appended.chain(() -> ledger.append(tenant, record));
            }
        }
        return appended;
    }

    /**
     * What the platform could not do was not refused: nobody saw anything, and the ledger may be what is missing. Nor was
     * what did not come to its turn, or those turned away would bring more work than those let in.
     */
    private static boolean isRefused(Throwable failure) {
        return switch (failure) {
            case Refusal refusal ->
                refusal.kind() != Refusal.Kind.UNAVAILABLE && refusal.kind() != Refusal.Kind.TOO_MANY;
            case OptimisticLockException race -> true;
            case StaleStateException race -> true;
            default -> false;
        };
    }

    private static String code(Throwable failure) {
        return failure instanceof Refusal refusal ? refusal.code() : "stale-version";
    }

    private interface Passage<T> {
        Uni<T> begin(Tenant tenant, TenantKeyset keyset);
    }

    private <T> Uni<T> through(String what, Passage<T> passage) {
        return Uni.createFrom().deferred(() -> {
            var tenant = CurrentTenant.require();
            return uncancelled(testTime.enter(tenant)
                            .chain(() -> keyring.of(tenant))
                            .chain(keyset -> guarded(() -> passage.begin(tenant, keyset))))
                    .ifNoItem()
                    .after(ANSWER_WITHIN)
                    .failWith(DatabaseSilent::new)
                    .onItemOrFailure()
                    .invoke((item, failure) -> count(tenant, what, failure));
        });
    }

    /** Of broken seals one is a record to look after; many are a lost key, or somebody at work in the database. */
    private void count(Tenant tenant, String what, @Nullable Throwable failure) {
        var outcome = failure == null ? "done" : "failed";
        meters.counter("firstfill.acts", "tenant", tenant.slug(), "act", what, "outcome", outcome)
                .increment();
        if (failure instanceof Seals.BrokenSeal broken) {
            var table = broken.place().table();
            meters.counter("firstfill.seals.broken", "tenant", tenant.slug(), "table", table)
                    .increment();
        }
    }

    /** Work that throws before it returns must close its session like work that fails later. */
    private static <T> Uni<T> guarded(Supplier<Uni<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            return Uni.createFrom().failure(failure);
        }
    }

    /**
     * Cuts cancellation off: a cancelled Uni would skip {@code eventually} and the connection would never come back.
     * The statements run to their end, which the statement time-out bounds, and nobody listens.
     */
    private static <T> Uni<T> uncancelled(Uni<T> work) {
        return Uni.createFrom().emitter(answer -> work.subscribe().with(answer::complete, answer::fail));
    }
}
