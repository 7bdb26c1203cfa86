package dev.firstfill.tenancy.door;

import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Lets each pharmacy have so many acts in the database at once as its limits say, so that one whose acts are many or
 * slow does not take all connections. The others of the same pharmacy wait in the order they came.
 */
final class Turnstile {
    /** Those who wait hold their requests in memory. Twenty times a usual pharmacy's acts at once. */
    static final int WAITING_MAX = 200;

    /** Longer, and whoever asked has begun to ask again. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MeterRegistry meters;
    private final int waitingMax;
    private final Duration patience;

    /** One for each pharmacy that has been served; they are small, and there are no more than pharmacies. */
    private final Map<TenantId, TurnstileLane> lanes = new ConcurrentHashMap<>();

    Turnstile(MeterRegistry meters) {
        this(meters, WAITING_MAX, PATIENCE);
    }

    Turnstile(MeterRegistry meters, int waitingMax, Duration patience) {
        this.meters = meters;
        this.waitingMax = waitingMax;
        this.patience = patience;
    }

    /**
     * Does the work when it is its turn, in the context it was asked for in, and gives the turn to the next when the
     * work has ended in whatever way.
     */
    <T> Uni<T> pass(Tenant tenant, Supplier<Uni<T>> work) {
        return turn(tenant)
                .chain(turn ->
                        Uni.createFrom().deferred(work::get).onTermination().invoke(turn::giveBack));
    }

    private Uni<Turn> turn(Tenant tenant) {
        return Uni.createFrom()
                .<Turn>emitter(answer -> {
                    var lane = lanes.computeIfAbsent(tenant.id(), id -> new TurnstileLane(waitingMax, patience));
                    lane.enter(
                            new Turn(lane, Vertx.currentContext(), answer),
                            tenant.limits().concurrentActs());
                })
                .onFailure(PharmacyBusy.class)
                .invoke(() -> meters.counter("firstfill.limits.refused", "tenant", tenant.slug(), "limit", "acts")
                        .increment());
    }
}
