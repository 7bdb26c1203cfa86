package dev.firstfill.tenancy.routing;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.tenancy.sealing.Keyring;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** The door for many pharmacies: opens a session for the current tenant, counts the act, closes whatever happens. */
public final class TenantTransactions implements Transactions {
    /**
     * Beyond waiting for a connection and a statement's own time-out, which the server keeps: this one is for a server
     * that says nothing any more.
     */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    private final Mutiny.SessionFactory sessions;
    private final Keyring keyring;
    private final MeterRegistry meters;

    public TenantTransactions(Mutiny.SessionFactory sessions, Keyring keyring, MeterRegistry meters) {
        this.sessions = sessions;
        this.keyring = keyring;
        this.meters = meters;
    }

    @Override
    public <T> Uni<T> read(Act act, Function<Mutiny.StatelessSession, Uni<T>> work) {
        return through(act, () -> sessions.openStatelessSession()
                .chain(session -> guarded(() -> work.apply(session)).eventually(session::close)));
    }

    @Override
    public <T> Uni<T> write(Act act, Function<Mutiny.Session, Uni<T>> work) {
        return through(act, () -> sessions.openSession()
                .chain(session -> session.withTransaction(transaction -> guarded(() -> work.apply(session)))
                        .eventually(session::close)));
    }

    private <T> Uni<T> through(Act act, Supplier<Uni<T>> passage) {
        return Uni.createFrom().deferred(() -> {
            var tenant = CurrentTenant.require();
            return uncancelled(keyring.ready(tenant.id()).chain(() -> guarded(passage)))
                    .ifNoItem()
                    .after(ANSWER_WITHIN)
                    .failWith(DatabaseSilent::new)
                    .onItemOrFailure()
                    .invoke((item, failure) -> meters.counter(
                                    "firstfill.acts",
                                    "tenant",
                                    tenant.slug(),
                                    "act",
                                    act.toString(),
                                    "outcome",
                                    failure == null ? "done" : "failed")
                            .increment());
        });
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
