package dev.firstfill.tenancy.sandbox;

import dev.firstfill.kernel.DueTimers;
import dev.firstfill.kernel.Ids;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.ClockBackwards;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.ClockOutOfRange;
import dev.firstfill.tenancy.catalogue.TenancyRefusals.NotASandbox;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TestClocks;
import dev.firstfill.tenancy.routing.TenantContexts;
import dev.firstfill.tenancy.routing.TestTime;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Sets and advances the test clock of a sandbox pharmacy. Time stands still between two advances; on an advance, what
 * falls due on the way fires in its order, each at its own instant, as it would have in real time.
 *
 * <p>An advance may end anywhere, by a crash or because it has taken long enough, and whoever says the same again goes on
 * from where the clock stands: each step is committed before the next, and nothing fires twice.
 */
public final class SandboxClock {
    /** A life's worth of re-authorisations and refills in one request would be no step any more. */
    public static final Duration ADVANCE_MAX = Duration.ofDays(366);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** From real time; the first setting may skip that far. */
    private static final Duration AHEAD_MAX = Duration.ofDays(5 * 366);

    private final TestClocks clocks;
    private final TenantContexts contexts;
    private final TestTime testTime;
    private final Supplier<Optional<DueTimers>> timers;
    private final Clock real;
    private final Duration patience;

    /**
     * @param timers empty when the program keeps none
     * @param patience how long an advance may take before it answers with how far it came
     */
    public SandboxClock(
            TestClocks clocks,
            TenantContexts contexts,
            TestTime testTime,
            Supplier<Optional<DueTimers>> timers,
            Clock real,
            Duration patience) {
        this.clocks = clocks;
        this.contexts = contexts;
        this.testTime = testTime;
        this.timers = timers;
        this.real = real;
        this.patience = patience;
    }

    /** Where the clock of a sandbox stands; empty as long as it was never set and is real. */
    public Uni<Optional<Instant>> read(Tenant tenant) {
        requireSandbox(tenant);
        return clocks.find(tenant.id());
    }

    /** A clock in hand, that shall show another time. */
    public record Wish(Tenant tenant, UUID advance, Optional<Instant> before, Instant target) {}

    /** Takes the clock in hand if it may be moved so; nothing is moved yet. */
    public Uni<Wish> begin(Tenant tenant, Instant wished) {
        requireSandbox(tenant);
        var target = wished.truncatedTo(ChronoUnit.MICROS);
        var advance = Ids.next();
        return clocks.begin(tenant.id(), advance)
                .map(before -> new Wish(tenant, advance, before, target))
                .call(wish -> Uni.createFrom()
                        .item(wish)
                        .invoke(this::requireReachable)
                        .onFailure()
                        .call(() -> clocks.end(tenant.id(), advance)));
    }

    /**
     * Moves the clock that is in hand, and puts it down.
     *
     * @return where it stands: at the wished time, or before it when that took too long
     */
    public Uni<Instant> advance(Wish wish) {
        return new Advance(wish, clocks, contexts, testTime, timers.get(), patience)
                .run()
                .eventually(() -> clocks.end(wish.tenant().id(), wish.advance()));
    }

    private static void requireSandbox(Tenant tenant) {
        if (!tenant.sandbox()) {
            throw new NotASandbox();
        }
    }

    private void requireReachable(Wish wish) {
        if (wish.before().isPresent()) {
            requireNextStep(wish.before().get(), wish.target());
        } else if (wish.target().isBefore(EARLIEST)
                || wish.target().isAfter(real.instant().plus(AHEAD_MAX))) {
            throw new ClockOutOfRange("A clock is first set to a time between 2000 and five years from now.");
        }
    }

    private static void requireNextStep(Instant before, Instant target) {
        if (target.isBefore(before)) {
            throw new ClockBackwards();
        }
        if (target.isAfter(before.plus(ADVANCE_MAX))) {
            throw new ClockOutOfRange(
                    "A clock is advanced by at most %d days at once.".formatted(ADVANCE_MAX.toDays()));
        }
    }
}
