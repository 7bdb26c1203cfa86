package dev.firstfill.tenancy.timers;

import dev.firstfill.kernel.DueTimers;
import dev.firstfill.kernel.Now;
import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.routing.CurrentTenant;
import dev.firstfill.tenancy.routing.PharmacyClock;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Timers in a table of the pharmacy's, which keeps how often and when each was fired. */
public final class KeptTimers implements DueTimers {
    private static final String FIRE = """
            with due as (
              select id from pharmacy.test_timer
              where fired = 0 and due_at <= $1
              order by due_at, id
              limit $2
              for update skip locked
            )
            update pharmacy.test_timer timer
            set fired = timer.fired + 1, fired_at = $3, place = clock_timestamp()
            from due
            where timer.id = due.id
            """;

    private final OnePlatform platform;
    private final Pool pool;
    private final Clock clock = new PharmacyClock(Clock.systemUTC());
    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    public KeptTimers(OnePlatform platform, Pool pool) {
        this.platform = platform;
        this.pool = pool;
    }

    /** To be said once of each pharmacy. */
    public void keepIn(Tenant tenant) {
        platform.asSuperuser("""
                create table %1$s.test_timer (
                  id integer primary key, due_at timestamptz not null, fired integer not null default 0,
                  fired_at timestamptz, place timestamptz
                );
                grant select, update on %1$s.test_timer to %1$s;
                """.formatted(tenant.schema()));
    }

    public void set(Tenant tenant, int id, Instant due) {
        platform.asSuperuser(
                "insert into %s.test_timer (id, due_at) values (%d, '%s')".formatted(tenant.schema(), id, due));
    }

    /** That are all due at once. */
    public void setMany(Tenant tenant, int count, Instant due) {
        platform.asSuperuser("insert into %s.test_timer (id, due_at) select n, '%s' from generate_series(1, %d) n"
                .formatted(tenant.schema(), due, count));
    }

    public void forgetAll(Tenant tenant) {
        platform.asSuperuser("truncate %s.test_timer".formatted(tenant.schema()));
    }

    /** In the order in which they fired: {@code 3 at 2026-07-02T13:00:00Z}. */
    public List<String> fired(Tenant tenant) {
        return platform.column("""
                select id || ' at ' || to_char(fired_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                from %s.test_timer where fired > 0 order by place, id
                """.formatted(tenant.schema()));
    }

    public long countFired(Tenant tenant, int times) {
        return Long.parseLong(
                platform.column("select count(*) from %s.test_timer where fired = %d".formatted(tenant.schema(), times))
                        .getFirst());
    }

    /** From now on the pharmacy's timers cannot be fired. */
    public void breakDown(Tenant tenant) {
        broken.add(tenant.slug());
    }

    public void mend(Tenant tenant) {
        broken.remove(tenant.slug());
    }

    @Override
    public Uni<Optional<Instant>> nextDueUpTo(Instant limit) {
        return run(
                        "select min(due_at) as due from pharmacy.test_timer where fired = 0 and due_at <= $1",
                        Tuple.of(at(limit)))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime("due"))
                        .map(OffsetDateTime::toInstant));
    }

    /** Writes down what the pharmacy's clock shows, which has to be what the caller says. */
    @Override
    public Uni<Integer> fireDue(Instant now, int atMost) {
        if (broken.contains(CurrentTenant.require().slug())) {
            return Uni.createFrom().failure(new IllegalStateException("broken down"));
        }
        return run(FIRE, Tuple.of(at(now), atMost, at(Now.by(clock)))).map(RowSet::rowCount);
    }

    private Uni<RowSet<Row>> run(String sql, Tuple values) {
        return Uni.createFrom()
                .completionStage(() -> pool.preparedQuery(sql).execute(values).toCompletionStage());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
