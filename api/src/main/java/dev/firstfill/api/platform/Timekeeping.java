package dev.firstfill.api.platform;

import dev.firstfill.kernel.DueTimers;
import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.routing.TestTime;
import dev.firstfill.tenancy.timers.TimerWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Begins to fire timers when the program starts, unless another process does, and stops when it ends. */
@Singleton
class Timekeeping {
    private final Instance<DueTimers> timers;
    private final Catalogue catalogue;
    private final Vertx vertx;
    private final TestTime testTime;
    private final Clock clock;
    private final TimersConfig config;
    private final MeterRegistry meters;
    private @Nullable TimerWatch watch;

    Timekeeping(
            Instance<DueTimers> timers,
            Catalogue catalogue,
            Vertx vertx,
            TestTime testTime,
            Clock clock,
            TimersConfig config,
            MeterRegistry meters) {
        this.timers = timers;
        this.catalogue = catalogue;
        this.vertx = vertx;
        this.testTime = testTime;
        this.clock = clock;
        this.config = config;
        this.meters = meters;
    }

    void start(@Observes StartupEvent started) {
        if (!config.enabled() || timers.isUnsatisfied()) {
            Log.info("This process fires no timers.");
            return;
        }
        watch = new TimerWatch(
                timers.get(),
                catalogue,
                vertx,
                testTime,
                clock,
                Migrations.ofTenants().latest(),
                config.aroundAll(),
                meters);
        watch.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (watch != null) {
            watch.close();
        }
    }
}
