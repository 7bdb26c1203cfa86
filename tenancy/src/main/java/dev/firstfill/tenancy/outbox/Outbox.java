package dev.firstfill.tenancy.outbox;

import dev.firstfill.claims.PayerQuestion;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.routing.Requester;
import dev.firstfill.tenancy.routing.TenantContexts;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * The queries on a pharmacy's outbox.
 *
 * <p>An event is taken by moving its due time past the lease, in one statement: of two relays one gets it, no
 * transaction stays open while a receiver takes its time, and what a killed relay had taken comes due again by itself.
 * Only the first of a thing's events can be taken, and until it is delivered those behind it wait.
 *
 * <p>Most events are news for those outside. Questions to payers are errands of the platform's own: each kind has its
 * relay, and neither waits for the other, since a listener who is away must not keep a claim from being reversed, nor a
 * payer who is slow keep others from the news.
 */
public final class Outbox {
    /** Longer than any receiver is waited for; what a killed relay had in hand goes out again after it. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** Delivered events are kept for looking things up, and then thrown away by whoever delivers new ones. */
    static final Duration KEPT_FOR = Duration.ofDays(7);

    /** As many as are told at once: one that waited for others would be told by a second relay when its lease is over. */
    static final int TAKEN_MAX = Relay.DELIVERIES_AT_ONCE;

    private static final String TAKE = """
            update pharmacy.outbox_event taken
            set due_at = $2, attempts = taken.attempts + 1
            where taken.seq in (
                select first.seq
                from (
                  select distinct on (subject_id) seq, state, due_at
                  from pharmacy.outbox_event
                  where state <> 'delivered' and (subject = $4) = $5
                  order by subject_id, seq
                ) first
                where first.state = 'waiting' and first.due_at <= $1
                order by first.seq
                limit $3
              )
              and taken.state = 'waiting' and taken.due_at <= $1
            returning seq, id, type, subject, subject_id, version, at, attempts
            """;

    private static final String DELIVERED = """
            with expired as (
              delete from pharmacy.outbox_event
              where seq in (
                select seq
                from (select seq, state, at from pharmacy.outbox_event order by seq limit 100) oldest
                where state = 'delivered' and at < $2
              )
            )
            update pharmacy.outbox_event set state = 'delivered', failure = null where seq = any ($1)
            """;

    private static final String FAILED =
            "update pharmacy.outbox_event set due_at = $2, state = $3, failure = $4 where seq = $1 and state = 'waiting'";

    private static final String PUT_OFF = """
            update pharmacy.outbox_event set due_at = $2, attempts = 0, failure = 'put-off'
            where seq = $1 and state = 'waiting'
            """;

    private static final String NEXT_DUE = """
            select min(first.due_at) as due
            from (
              select distinct on (subject_id) state, due_at
              from pharmacy.outbox_event
              where state <> 'delivered' and (subject = $1) = $2
              order by subject_id, seq
            ) first
            where first.state = 'waiting'
            """;

    private static final String UNDELIVERED = """
            select seq, id, type, subject, subject_id, version, at, attempts, state, failure, due_at
            from pharmacy.outbox_event
            where state <> 'delivered' and attempts > 0 and seq > $1
            order by seq
            limit $2
            """;

    private static final String AGAIN = """
            update pharmacy.outbox_event set state = 'waiting', due_at = $2, attempts = 0
            where id = $1 and state = 'parked'
            """;

    private static final String ALL_AGAIN = """
            update pharmacy.outbox_event set state = 'waiting', due_at = $1, attempts = 0
            where seq in (select seq from pharmacy.outbox_event where state = 'parked' order by seq limit $2)
            """;

    private final Pool pool;
    private final TenantContexts contexts;
    private final Clock clock;
    private final boolean errands;

    /** The news. */
    public Outbox(Pool pool, Vertx vertx, Clock clock) {
        this(pool, new TenantContexts(vertx), clock, false);
    }

    private Outbox(Pool pool, TenantContexts contexts, Clock clock, boolean errands) {
        this.pool = pool;
        this.contexts = contexts;
        this.clock = clock;
        this.errands = errands;
    }

    public Outbox ofErrands() {
        return new Outbox(pool, contexts, clock, true);
    }

    /** Those that are due, each the first of its thing, in their order; this relay's for the time of the lease. */
    Uni<List<OutboxEvent>> take(Tenant tenant) {
        var now = clock.instant();
        return run(tenant, TAKE, Tuple.of(at(now), at(now.plus(LEASE)), TAKEN_MAX, PayerQuestion.SUBJECT, errands))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Outbox::event)
                        .sorted(Comparator.comparingLong(OutboxEvent::seq))
                        .toList());
    }

    Uni<Void> delivered(Tenant tenant, Collection<Long> seqs) {
        var expired = at(clock.instant().minus(KEPT_FOR));
        return run(tenant, DELIVERED, Tuple.of(seqs.toArray(Long[]::new), expired))
                .replaceWithVoid();
    }

    /** @param why in words of ours: what a receiver answers may name anybody */
    Uni<Void> failed(Tenant tenant, OutboxEvent event, Instant dueAgain, String why) {
        return run(tenant, FAILED, Tuple.of(event.seq(), at(dueAgain), "waiting", why))
                .replaceWithVoid();
    }

    /** It was taken, and the receiver wants it again later; that is no failure, however often it happens. */
    Uni<Void> putOff(Tenant tenant, OutboxEvent event, Instant dueAgain) {
        return run(tenant, PUT_OFF, Tuple.of(event.seq(), at(dueAgain))).replaceWithVoid();
    }

    /** Out of the relay's hands until somebody sends it again; those behind it wait with it. */
    Uni<Void> park(Tenant tenant, OutboxEvent event, String why) {
        return run(tenant, FAILED, Tuple.of(event.seq(), at(clock.instant()), "parked", why))
                .replaceWithVoid();
    }

    /** When the first of some thing's events comes due; empty when nothing waits. */
    Uni<Optional<Instant>> nextDue(Tenant tenant) {
        return run(tenant, NEXT_DUE, Tuple.of(PayerQuestion.SUBJECT, errands))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime("due"))
                        .map(OffsetDateTime::toInstant));
    }

    /** Those that failed at least once, oldest first. @param after seq of the last one seen, 0 for the first page */
    public Uni<List<UndeliveredEvent>> undelivered(Tenant tenant, long after, int limit) {
        return run(tenant, UNDELIVERED, Tuple.of(after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new UndeliveredEvent(
                                event(row),
                                row.getString("state").equals("parked"),
                                row.getString("failure"),
                                row.getOffsetDateTime("due_at").toInstant()))
                        .toList());
    }

    /** Puts a parked event back. @return whether there was one */
    public Uni<Boolean> sendAgain(Tenant tenant, UUID id) {
        return run(tenant, AGAIN, Tuple.of(id, at(clock.instant()))).map(rows -> rows.rowCount() == 1);
    }

    /** Puts parked events back, the oldest first. @return how many; fewer than the limit when none is left */
    public Uni<Integer> sendAllAgain(Tenant tenant, int limit) {
        return run(tenant, ALL_AGAIN, Tuple.of(at(clock.instant()), limit)).map(RowSet::rowCount);
    }

    private Uni<RowSet<Row>> run(Tenant tenant, String sql, Tuple values) {
        return contexts.in(tenant, Requester.platform("relay"), () -> Uni.createFrom()
                .completionStage(() -> pool.preparedQuery(sql).execute(values).toCompletionStage()));
    }

    private static OutboxEvent event(Row row) {
        return new OutboxEvent(
                row.getLong("seq"),
                row.getUUID("id"),
                row.getString("type"),
                row.getString("subject"),
                row.getUUID("subject_id"),
                row.getInteger("version"),
                row.getOffsetDateTime("at").toInstant(),
                row.getInteger("attempts"));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
