package dev.firstfill.tenancy.rounds;

import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pharmacies for which there may be something to do: each stands in line once, is worked for by one at a time, and a few
 * are at once.
 */
public final class WaitingLine implements AutoCloseable {
    private final Vertx vertx;
    private final int atOnce;
    private final Function<Tenant, Uni<Void>> work;
    private final Deque<Tenant> woken = new ArrayDeque<>();
    private final Set<TenantId> waiting = new HashSet<>();
    private final Set<TenantId> working = new HashSet<>();
    private final CompletableFuture<Void> allDone = new CompletableFuture<>();
    private volatile boolean finishing;
    private volatile boolean closed;

    /** @param work never fails: what goes wrong is its own to tell and to come back for */
    public WaitingLine(Vertx vertx, int atOnce, Function<Tenant, Uni<Void>> work) {
        this.vertx = vertx;
        this.atOnce = atOnce;
        this.work = work;
    }

    /** Cheap, and may be called from any thread. */
    public void wake(Tenant tenant) {
        synchronized (this) {
            if (isEnding() || !waiting.add(tenant.id())) {
                return;
            }
            woken.add(tenant);
        }
        workOn();
    }

    public void wakeAfter(Tenant tenant, Duration pause) {
        if (!isEnding()) {
            vertx.setTimer(Math.max(1, pause.toMillis()), timer -> wake(tenant));
        }
    }

    private void workOn() {
        List<Tenant> begin = new ArrayList<>();
        synchronized (this) {
            while (working.size() < atOnce && !isEnding()) {
                var next = nextNotAtWork();
                if (next == null) {
                    break;
                }
                begin.add(next);
            }
        }
        begin.forEach(tenant -> work.apply(tenant).subscribe().with(done -> ended(tenant), failure -> ended(tenant)));
    }

    /** Holds the lock. One that is being worked on and was woken again is worked on once more afterwards. */
    private @Nullable Tenant nextNotAtWork() {
        for (var tenants = woken.iterator(); tenants.hasNext(); ) {
            var tenant = tenants.next();
            if (working.add(tenant.id())) {
                tenants.remove();
                waiting.remove(tenant.id());
                return tenant;
            }
        }
        return null;
    }

    private void ended(Tenant tenant) {
        synchronized (this) {
            working.remove(tenant.id());
        }
        tellWhenAllDone();
        workOn();
    }

    private void tellWhenAllDone() {
        boolean done;
        synchronized (this) {
            done = finishing && working.isEmpty();
        }
        if (done) {
            allDone.complete(null);
        }
    }

    /** Nobody's turn comes any more, and this is done when nobody is being worked for. */
    public Uni<Void> finish() {
        synchronized (this) {
            finishing = true;
        }
        tellWhenAllDone();
        return Uni.createFrom().completionStage(allDone);
    }

    /** Whoever is being worked for shall come to an end: nothing new is to be begun. */
    public boolean isEnding() {
        return finishing || closed;
    }

    public boolean isClosed() {
        return closed;
    }

    /** As if the process had been killed; who is being worked for learns of it by {@link #isClosed}. */
    @Override
    public void close() {
        closed = true;
    }
}
