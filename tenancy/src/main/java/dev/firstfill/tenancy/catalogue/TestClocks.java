package dev.firstfill.tenancy.catalogue;

import dev.firstfill.tenancy.catalogue.TenancyRefusals.ClockAdvancing;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.NotASandbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of sandbox pharmacies' test clocks. One is moved by one advance at a time, which holds it by a lease: when
 * the process that moves it dies, the clock stays where it is and is free again when the lease is over.
 */
public final class TestClocks {
    /** Longer than a step of an advance can take, a step being one batch of timers. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private final Pool control;

    /** @param control connections of the login firstfill_control to the node with the catalogue */
    public TestClocks(Pool control) {
        this.control = control;
    }

    /** Where the clock stands; empty as long as it was never set. */
    public Uni<Optional<Instant>> find(TenantId id) {
        return control.preparedQuery("select now from control.test_clock where tenant_id = $1")
                .execute(Tuple.of(id.value()))
                .map(TestClocks::now);
    }

    /**
     * Takes the clock in hand.
     *
     * @param advance by which the other methods know who moves it
     * @return where it stands
     */
    public Uni<Optional<Instant>> begin(TenantId id, UUID advance) {
        return control.preparedQuery("""
                        insert into control.test_clock as clock (tenant_id, advance, advance_until)
                        values ($1, $2, clock_timestamp() + make_interval(secs => $3))
                        on conflict (tenant_id) do update
                        set advance = excluded.advance, advance_until = excluded.advance_until
                        where clock.advance is null or clock.advance_until < clock_timestamp()
                        returning now
                        """)
                .execute(Tuple.of(id.value(), advance, (double) LEASE.toSeconds()))
                .onFailure(TestClocks::isOfNoSandbox)
                .transform(failure -> new NotASandbox())
                .invoke(TestClocks::requireInHand)
                .map(TestClocks::now);
    }

    /** Sets the clock, never backwards, and keeps it in hand. */
    public Uni<Void> step(TenantId id, UUID advance, Instant now) {
        return control.preparedQuery("""
                        update control.test_clock
                        set now = $3, advance_until = clock_timestamp() + make_interval(secs => $4)
                        where tenant_id = $1 and advance = $2 and (now is null or now <= $3)
                        returning now
                        """)
                .execute(Tuple.of(
                        id.value(), advance, OffsetDateTime.ofInstant(now, ZoneOffset.UTC), (double) LEASE.toSeconds()))
                .invoke(TestClocks::requireInHand)
                .replaceWithVoid();
    }

    /** Puts the clock down, unless it was taken in hand by somebody else since. */
    public Uni<Void> end(TenantId id, UUID advance) {
        return control.preparedQuery("""
                        update control.test_clock set advance = null, advance_until = null
                        where tenant_id = $1 and advance = $2
                        """).execute(Tuple.of(id.value(), advance)).replaceWithVoid();
    }

    private static boolean isOfNoSandbox(Throwable failure) {
        return failure instanceof PgException refused && "test_clock_of_a_sandbox".equals(refused.getConstraint());
    }

    private static void requireInHand(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw new ClockAdvancing();
        }
    }

    private static Optional<Instant> now(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.ofNullable(rows.iterator().next().getOffsetDateTime("now"))
                        .map(OffsetDateTime::toInstant);
    }
}
