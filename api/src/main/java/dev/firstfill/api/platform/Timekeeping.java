package dev.firstfill.api.platform;

import dev.firstfill.kernel.DueTimers;
import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.migration.Migrations;
import dev.firstfill.tenancy.routing.TestTime;
import dev.firstfill.tenancy.timers.TimerWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Fires timers in the background, if the program keeps any. */
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

    void begin() {
        if (timers.isUnsatisfied()) {
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

    void end() {
        if (watch != null) {
            watch.close();
        }
    }
}
