package dev.firstfill.api.platform;

import dev.firstfill.tenancy.audit.Notary;
import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantState;
import dev.firstfill.tenancy.migration.ControlSchema;
import dev.firstfill.tenancy.sealing.KeysDestroyed;
import dev.firstfill.tenancy.sealing.KeysUnavailable;
import dev.firstfill.tenancy.sealing.TenantKeys;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Begins what every process does when the program starts, and ends it with the program: it watches the catalogue, signs
 * checkpoints of what it records, and works in the background if it is one of those that do.
 */
@Singleton
class Opening {
    /** A database that is down at the start must not keep the program from starting: readiness tells. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

    private static final Duration RETRY_FIRST = Duration.ofMillis(500);
    private static final Duration RETRY_LAST = Duration.ofSeconds(5);

    /** One whose keys were damaged must not keep the others from being served. */
    private static final int PHARMACIES_TRIED = 3;

    private final Catalogue catalogue;
    private final ControlSchema controlSchema;
    private final Background background;
    private final Notary notary;
    private final LedgerConfig ledger;
    private final Vertx vertx;
    private final TenantKeys keys;
    private final boolean migrateControl;
    private @Nullable AutoCloseable watching;
    private @Nullable AutoCloseable signing;
    private volatile boolean stopped;

    Opening(
            Catalogue catalogue,
            ControlSchema controlSchema,
            Background background,
            Notary notary,
            LedgerConfig ledger,
            Vertx vertx,
            TenantKeys keys,
            @ConfigProperty(name = "firstfill.migrate-control-at-start") boolean migrateControl) {
        this.catalogue = catalogue;
        this.controlSchema = controlSchema;
        this.background = background;
        this.notary = notary;
        this.ledger = ledger;
        this.vertx = vertx;
        this.keys = keys;
        this.migrateControl = migrateControl;
    }

    void open(@Observes StartupEvent started) {
        var prepared = prepared()
                .onFailure()
                .invoke(unreachable -> Log.warnf(
                        "The catalogue cannot be read yet; nobody is served until it can: %s", unreachable.toString()))
                .onFailure()
                .retry()
                .withBackOff(RETRY_FIRST, RETRY_LAST)
                .until(failure -> !stopped && !(failure instanceof KeysUnavailable))
                .subscribeAsCompletionStage();
        try {
            prepared.get(FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOnInTheBackground) {
            Log.info("Started without the catalogue; readiness tells when it is there.");
        } catch (ExecutionException closed) {
            throw new IllegalStateException(
                    "The key-encryption key is not the one that encrypted the pharmacies' keys, or may not decrypt.",
                    closed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
        watching = catalogue.keepFresh(vertx);
        background.begin();
        signing = notary.goRound(vertx.getDelegate(), ledger.checkpointEvery());
    }

    private Uni<Void> prepared() {
        return (migrateControl
                        ? controlSchema.bringUpToDate()
                        : Uni.createFrom().voidItem())
                .chain(catalogue::refresh)
                .chain(this::keysOpen);
    }

    /** A key that works and is not the one of these pharmacies would refuse everybody: better not to start. */
    private Uni<Void> keysOpen() {
        var some = catalogue.all().stream()
                .filter(tenant -> tenant.state() == TenantState.ACTIVE)
                .limit(PHARMACIES_TRIED)
                .toList();
        return some.isEmpty() ? Uni.createFrom().voidItem() : anyOpens(some);
    }

    private Uni<Void> anyOpens(List<Tenant> some) {
        var others = some.subList(1, some.size());
        return keys.prove(some.get(0).id())
                .onFailure(KeysDestroyed.class)
                .recoverWithNull()
                .onFailure(KeysUnavailable.class)
                .recoverWithUni(closed -> others.isEmpty() ? Uni.createFrom().failure(closed) : anyOpens(others));
    }

    void close(@Observes ShutdownEvent stopping) throws Exception {
        stopped = true;
        background.end();
        if (signing != null) {
            signing.close();
        }
        if (watching != null) {
            watching.close();
        }
    }
}
