package dev.firstfill.api.platform;

import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.migration.ControlSchema;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Begins to watch the catalogue when the program starts, and stops when it ends. */
@Singleton
class Opening {
    /** A database that is down at the start must not keep the program from starting: readiness tells. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(10);

    private final Catalogue catalogue;
    private final ControlSchema controlSchema;
    private final Vertx vertx;
    private final boolean migrateControl;
    private @Nullable AutoCloseable watching;

    Opening(
            Catalogue catalogue,
            ControlSchema controlSchema,
            Vertx vertx,
            @ConfigProperty(name = "firstfill.migrate-control-at-start") boolean migrateControl) {
        this.catalogue = catalogue;
        this.controlSchema = controlSchema;
        this.vertx = vertx;
        this.migrateControl = migrateControl;
    }

    void open(@Observes StartupEvent started) {
        try {
            if (migrateControl) {
                controlSchema.bringUpToDate().await().atMost(FIRST_LOOK);
            }
            catalogue.refresh().await().atMost(FIRST_LOOK);
        } catch (RuntimeException unreachable) {
            Log.warnf("The catalogue cannot be read yet; nobody is served until it can: %s", unreachable.toString());
        }
        watching = catalogue.keepFresh(vertx);
    }

    void close(@Observes ShutdownEvent stopped) throws Exception {
        if (watching != null) {
            watching.close();
        }
    }
}
