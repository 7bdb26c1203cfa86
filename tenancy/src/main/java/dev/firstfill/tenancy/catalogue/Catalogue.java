package dev.firstfill.tenancy.catalogue;

import dev.firstfill.tenancy.catalogue.TenancyRefusals.CatalogueStale;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All pharmacies in memory, so that each request finds its own without asking anyone. Every replica asks the database
 * once a second for what has changed: a suspension takes hold everywhere within about that time.
 */
public final class Catalogue {

    /** How long a suspension may go unnoticed by a replica; one query of an index per replica and second. */
    public static final Duration POLL_EVERY = Duration.ofSeconds(1);

    /**
     * How long a replica that cannot see the catalogue goes on serving. Long enough for the fail-over of a database,
     * short enough that a pharmacy cut off in haste is not served for minutes by a replica cut off as well.
     */
    public static final Duration STALE_AFTER = Duration.ofSeconds(30);

    /** A poll that hangs must not stop the next ones. */
    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(Catalogue.class);

    private final Tenants tenants;
    private final LongSupplier nanoTime;
    private final AtomicBoolean polling = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();
    private volatile TenantIndex index = TenantIndex.EMPTY;
    private volatile @Nullable Long seenAtNanos;

    public Catalogue(Tenants tenants) {
        this(tenants, System::nanoTime);
    }

    /** @param nanoTime monotonic, because a wall clock set back would make an old catalogue look fresh */
    Catalogue(Tenants tenants, LongSupplier nanoTime) {
        this.tenants = tenants;
        this.nanoTime = nanoTime;
    }

    /**
     * Begins to poll. The first look has not happened yet when this returns.
     *
     * @return ends the polling when closed
     */
    public AutoCloseable keepFresh(Vertx vertx) {
        poll();
        long timer = vertx.setPeriodic(POLL_EVERY.toMillis(), ignored -> poll());
        return () -> vertx.cancelTimer(timer);
    }

    private void poll() {
        if (!polling.compareAndSet(false, true)) {
            return;
        }
        refresh()
                .ifNoItem()
                .after(POLL_TIMEOUT)
                .fail()
                .onTermination()
                .invoke(() -> polling.set(false))
                .subscribe()
                .with(done -> recovered(), this::failed);
    }

    private void recovered() {
        if (failing.compareAndSet(true, false)) {
            LOG.info("The catalogue of pharmacies can be seen again.");
        }
    }

    /** Says so once, not once a second. */
    private void failed(Throwable cause) {
        if (failing.compareAndSet(false, true)) {
            LOG.warnf(
                    cause,
                    "The catalogue of pharmacies cannot be seen. What is known serves for %d seconds.",
                    STALE_AFTER.toSeconds());
        }
    }

    /** Looks now; to be called after a change of one's own, so that the next request already meets it. */
    public Uni<Void> refresh() {
        return Uni.createFrom().deferred(() -> {
            // What the answer shows was true when the question was put, and may have aged on the way back.
            long askedAtNanos = nanoTime.getAsLong();
            return tenants.changedSince(index.revision())
                    .invoke(changes -> accept(changes, askedAtNanos))
                    .replaceWithVoid();
        });
    }

    private synchronized void accept(List<Tenant> changes, long askedAtNanos) {
        index = index.with(changes);
        var seen = seenAtNanos;
        if (seen == null || askedAtNanos - seen > 0) {
            seenAtNanos = askedAtNanos;
        }
    }

    public Optional<Tenant> withId(TenantId id) {
        return Optional.ofNullable(current().byId().get(id));
    }

    public Optional<Tenant> withSlug(String slug) {
        return Optional.ofNullable(current().bySlug().get(slug));
    }

    public Optional<Tenant> ofOrganisation(String organisation) {
        return Optional.ofNullable(current().byOrganisation().get(organisation));
    }

    /** Those that have not left. */
    public Collection<Tenant> all() {
        return current().byId().values();
    }

    /** Whether anyone can be served: what a readiness probe asks. */
    public boolean isFresh() {
        var seen = seenAtNanos;
        return seen != null && nanoTime.getAsLong() - seen <= STALE_AFTER.toNanos();
    }

    private TenantIndex current() {
        if (!isFresh()) {
            throw new CatalogueStale();
        }
        return index;
    }
}
