package dev.firstfill.api.limits;

import dev.firstfill.api.limits.SharedBuckets.Grant;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client's requests in one pharmacy, on this replica. It takes tokens out of the shared bucket by the lease, and
 * asks for one lease at a time. Everything that touches it holds its lock, and nothing that holds it calls anybody.
 */
final class ClientBudget {
    /** A lease is the quota's fiftieth: what one replica can hold of it while another needs it. */
    private static final int LEASES_PER_QUOTA = 50;

    /** Kept longer, a lease would come on top of a bucket that has been refilled in the meantime. */
    private static final Duration LEASE_FORGOTTEN_AFTER = Duration.ofSeconds(2);

    /** A client that is over its quota shall not cost Redis a call for each request that is refused. */
    private static final Duration PAUSE_WHEN_EMPTY = Duration.ofMillis(100);

    private final TokenBucket known;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int quota;
    private int leased;
    private long leasedAtNanos;
    private int unspent;
    private long pausedUntilNanos;
    private boolean asking;
    private boolean hasSpentAlone;

    /** @param context null for whoever waits outside any */
    private record Waiting(
            UniEmitter<? super Standing> answer, @Nullable Context context) {}

    /** What is to be asked of the shared bucket. */
    record Question(int quota, int wanted, int returned, int ceiling) {}

    private record Answer(Waiting to, Standing standing) {
        void give() {
            var context = to.context();
            if (context == null || context == Vertx.currentContext()) {
                to.answer().complete(standing);
            } else {
                context.runOnContext(there -> to.answer().complete(standing));
            }
        }
    }

    ClientBudget(int quota, long nowNanos) {
        this.quota = quota;
        this.known = new TokenBucket(quota, nowNanos);
        this.pausedUntilNanos = nowNanos;
    }

    /** Settles a request without asking anybody, if that can be done. */
    synchronized @Nullable Standing settle(int newQuota, RedisReach redis, long now) {
        limit(newQuota, now);
        if (leased > 0 && now - leasedAtNanos > LEASE_FORGOTTEN_AFTER.toNanos()) {
            dropLease();
        }
        if (leased > 0) {
            leased--;
            known.take(now);
            return granted(now);
        }
        if (!redis.isUp()) {
            return alone(now);
        }
        boolean empty = now - pausedUntilNanos < 0 || known.remaining(now) == 0;
        return empty && !asking ? refused(now) : null;
    }

    private void limit(int newQuota, long now) {
        if (newQuota != quota) {
            quota = newQuota;
            known.holdAtMost(newQuota, now);
            dropLease();
        }
    }

    private void dropLease() {
        unspent += leased;
        leased = 0;
    }

    private Standing alone(long now) {
        hasSpentAlone = true;
        return known.take(now) ? granted(now) : refused(now);
    }

    private Standing granted(long now) {
        return new Standing(true, quota, known.remaining(now), known.secondsUntilFull(now));
    }

    private Standing refused(long now) {
        return new Standing(false, quota, 0, known.secondsUntilOne(now));
    }

    synchronized void await(UniEmitter<? super Standing> answer, @Nullable Context context) {
        waiting.add(new Waiting(answer, context));
    }

    /** Null while a question is on its way: its answer serves all who wait. */
    synchronized @Nullable Question question(long now) {
        if (asking) {
            return null;
        }
        asking = true;
        var wanted = Math.max(Math.max(1, quota / LEASES_PER_QUOTA), waiting.size());
        var question = new Question(quota, wanted, unspent, hasSpentAlone ? known.remaining(now) : quota);
        // Should the answer get lost, so does what was returned: a little too strict, never too lax.
        unspent = 0;
        return question;
    }

    /** @return whether some still wait, and must be asked for */
    boolean accept(Question question, Grant grant, long now) {
        var answers = new ArrayList<Answer>();
        boolean more;
        synchronized (this) {
            asking = false;
            hasSpentAlone = false;
            leased += grant.granted();
            leasedAtNanos = now;
            known.know(grant.leftUnits() + leased * TokenBucket.UNITS_PER_TOKEN, now);
            while (leased > 0 && !waiting.isEmpty()) {
                leased--;
                known.take(now);
                answers.add(new Answer(waiting.poll(), granted(now)));
            }
            if (grant.granted() < question.wanted()) {
                pausedUntilNanos = now + PAUSE_WHEN_EMPTY.toNanos();
                waiting.forEach(late -> answers.add(new Answer(late, refused(now))));
                waiting.clear();
            }
            more = !waiting.isEmpty();
        }
        answers.forEach(Answer::give);
        return more;
    }

    /** Nobody waits any longer: each is settled as if there were this replica alone. */
    void goOnAlone(long now) {
        List<Answer> answers;
        synchronized (this) {
            asking = false;
            answers = waiting.stream().map(late -> new Answer(late, alone(now))).toList();
            waiting.clear();
        }
        answers.forEach(Answer::give);
    }
}
