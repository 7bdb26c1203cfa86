package dev.firstfill.api.limits;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Whether Redis answers, as far as this replica knows; so that requests do not wait for one that does not. */
final class RedisReach {
    /** Long enough to cost nothing, short enough that replicas count together again soon. */
    static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

    private final AtomicBoolean up = new AtomicBoolean(true);
    private final AtomicLong nextTryNanos = new AtomicLong();

    boolean isUp() {
        return up.get();
    }

    /** True for one of all who ask, and not again for {@link #TRY_AGAIN_AFTER}. */
    boolean isToBeTried(long nowNanos) {
        long next = nextTryNanos.get();
        return nowNanos - next >= 0 && nextTryNanos.compareAndSet(next, nowNanos + TRY_AGAIN_AFTER.toNanos());
    }

    void answered() {
        if (up.compareAndSet(false, true)) {
            Log.info("Redis answers: requests are counted by all replicas together again.");
        }
    }

    void failed(Throwable failure, long nowNanos) {
        nextTryNanos.set(nowNanos + TRY_AGAIN_AFTER.toNanos());
        if (up.compareAndSet(true, false)) {
            Log.warnf("Redis does not answer: each replica counts requests by itself. %s", failure.toString());
        }
    }
}
