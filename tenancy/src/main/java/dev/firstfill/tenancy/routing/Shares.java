package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.catalogue.TenantId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/**
 * One node's connections, in shares. A pharmacy is served by the connections of its own share while one of them is free,
 * so that each backend gets to know a part of the pharmacies and not all: it keeps in memory what it has looked up of
 * every table it ever touched, and the statements that it has prepared for each pharmacy. When none of them is free
 * any other will do, and when none is free at all those who wait are served in the order they came.
 *
 * <p>Everything that touches the counts holds the lock, and nothing that holds it calls anybody.
 */
final class Shares {
    private static final TenantId ANYBODY = new TenantId(new UUID(0, 0));

    private final Vertx vertx;
    private final List<Share> shares;
    private final int[] free;
    private final int waitingMax;
    private final Duration patience;
    private final Deque<Promise<Integer>> waiting = new ArrayDeque<>();

    /** @param connections how many the pool can have */
    record Share(Pool pool, int connections) {}

    /**
     * @param waitingMax beyond which nobody is let in to wait
     * @param patience after which who waits is told that the database is busy
     */
    Shares(Vertx vertx, List<Share> shares, int waitingMax, Duration patience) {
        this.vertx = vertx;
        this.shares = List.copyOf(shares);
        this.free = shares.stream().mapToInt(Share::connections).toArray();
        this.waitingMax = waitingMax;
        this.patience = patience;
    }

    /** @return which share has a connection to lend; it is kept until it is {@link #giveBack given back} */
    Future<Integer> take(TenantId tenant) {
        Promise<Integer> turn;
        synchronized (this) {
            int share = freeFor(tenant);
            if (share >= 0) {
                free[share]--;
                return Future.succeededFuture(share);
            }
            if (waiting.size() >= waitingMax) {
                return Future.failedFuture(new DatabaseBusy());
            }
            turn = promise();
            waiting.add(turn);
        }
        long timer = vertx.setTimer(patience.toMillis(), now -> giveUp(turn));
        return turn.future().onComplete(given -> vertx.cancelTimer(timer));
    }

    /** Whoever waits goes on in a context of its own, whosever giving back it was. */
    private static Promise<Integer> promise() {
        return Vertx.currentContext() instanceof ContextInternal here ? here.promise() : Promise.promise();
    }

    private int freeFor(TenantId tenant) {
        int own = Math.floorMod(tenant.value().hashCode(), free.length);
        for (int step = 0; step < free.length; step++) {
            int share = (own + step) % free.length;
            if (free[share] > 0) {
                return share;
            }
        }
        return -1;
    }

    void giveBack(int share) {
        Promise<Integer> next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                free[share]++;
            }
        }
        if (next != null) {
            next.complete(share);
        }
    }

    /** Whoever has been given a share in the meantime keeps it. */
    private void giveUp(Promise<Integer> turn) {
        boolean waited;
        synchronized (this) {
            waited = waiting.remove(turn);
        }
        if (waited) {
            turn.fail(new DatabaseBusy());
        }
    }

    Pool pool(int share) {
        return shares.get(share).pool();
    }

    synchronized int waiting() {
        return waiting.size();
    }

    int size() {
        return shares.stream().mapToInt(share -> share.pool().size()).sum();
    }

    /** Through whichever is free, as a pharmacy would come to it. */
    Future<Void> answer() {
        return take(ANYBODY).compose(share -> pool(share)
                .query("select 1")
                .execute()
                .<Void>mapEmpty()
                .onComplete(answered -> giveBack(share)));
    }

    Future<Void> close() {
        return Future.join(shares.stream().map(share -> share.pool().close()).toList())
                .mapEmpty();
    }
}
