package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TestClocks;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the clock of a sandbox pharmacy shows to one piece of work. It is read from the catalogue's database when the work
 * begins, never from a memory of this replica's: so a request that follows an advance meets the new time wherever it
 * lands. It travels in the same context as the tenant and, like the tenant, does not change while the work goes on.
 *
 * <p>A real pharmacy has no such clock and pays nothing for those that have.
 */
public final class TestTime {
    private static final Object KEY = new Object();

    /** Nobody waits for the time longer than for what is done at it. */
    private static final Duration LONGEST_READ = Duration.ofSeconds(5);

    private final TestClocks clocks;

    public TestTime(TestClocks clocks) {
        this.clocks = clocks;
    }

    /**
     * Reads the clock, once in each context, after {@link CurrentTenant#enter}. The gate does it for each request and the
     * door for everybody else.
     */
    public Uni<Void> enter(Tenant tenant) {
        if (!tenant.sandbox()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().deferred(() -> {
            var context = Vertx.currentContext();
            if (known(context) != null) {
                return Uni.createFrom().voidItem();
            }
            return clocks.find(tenant.id())
                    .ifNoItem()
                    .after(LONGEST_READ)
                    .failWith(DatabaseSilent::new)
                    .invoke(now -> context.putLocal(KEY, now))
                    .replaceWithVoid();
        });
    }

    /**
     * Where the clock of the current sandbox pharmacy stands; empty when it was never set and time is real.
     *
     * @throws RoutingFault when nobody has read it: to guess would be to mix two times
     */
    public static Optional<Instant> now() {
        var known = known(Vertx.currentContext());
        if (known == null) {
            throw new RoutingFault("The clock of this sandbox pharmacy has not been read in this context.");
        }
        return known;
    }

    @SuppressWarnings("NullAway")
    private static @Nullable Optional<Instant> known(Context context) {
        return context == null || !VertxContext.isDuplicatedContext(context) ? null : context.getLocal(KEY);
    }
}
