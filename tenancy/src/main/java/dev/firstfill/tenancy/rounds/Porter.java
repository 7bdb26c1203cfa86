package dev.firstfill.tenancy.rounds;

import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears every {@link Doorbell} and wakes who works for the pharmacies named. A bell that is rung while nobody listens is
 * not heard later: whoever begins to listen, at first or again, is told that something may have been missed.
 */
public final class Porter implements AutoCloseable {
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final PgConnectOptions control;
    private final Catalogue catalogue;
    private final Consumer<Tenant> wake;
    private final Runnable missed;
    private final AtomicBoolean comingBack = new AtomicBoolean();
    private @Nullable PgConnection listening;
    private boolean closed;
    private volatile boolean failing;

    /**
     * @param control the login for the node with the catalogue; one connection is kept for listening
     * @param missed goes round all pharmacies soon
     */
    public Porter(Vertx vertx, PgConnectOptions control, Catalogue catalogue, Consumer<Tenant> wake, Runnable missed) {
        this.vertx = vertx;
        this.control = control;
        this.catalogue = catalogue;
        this.wake = wake;
        this.missed = missed;
    }

    public void listen() {
        PgConnection.connect(vertx, control).compose(this::listenOn).onFailure(this::deaf);
    }

    private Future<?> listenOn(PgConnection connection) {
        synchronized (this) {
            if (closed) {
                return connection.close();
            }
            listening = connection;
        }
        connection.notificationHandler(notification -> hear(notification.getPayload()));
        connection.exceptionHandler(broken -> Log.debugf("The porter's connection broke: %s", broken));
        connection.closeHandler(gone -> comeBack());
        return connection
                .query("listen " + Doorbell.CHANNEL)
                .execute()
                .onSuccess(listens -> {
                    failing = false;
                    missed.run();
                })
                .onFailure(failure -> connection.close());
    }

    private void deaf(Throwable failure) {
        if (!failing) {
            failing = true;
            Log.warnf("Other processes' new work is found by the round only: %s", failure.toString());
        }
        comeBack();
    }

    private void comeBack() {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        if (comingBack.compareAndSet(false, true)) {
            vertx.setTimer(AGAIN_AFTER.toMillis(), timer -> {
                comingBack.set(false);
                listen();
            });
        }
    }

    private void hear(String names) {
        var ids = Arrays.stream(names.split(","))
                .map(name -> new TenantId(UUID.fromString(name)))
                .toList();
        if (catalogue.isFresh() && wake(ids)) {
            return;
        }
        // One of them was opened since this process last looked.
        catalogue.refresh().subscribe().with(seen -> wake(ids), failure -> missed.run());
    }

    /** @return whether all are known */
    private boolean wake(List<TenantId> ids) {
        var known = ids.stream().flatMap(id -> catalogue.withId(id).stream()).toList();
        known.forEach(wake);
        return known.size() == ids.size();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (listening != null) {
                listening.close();
            }
        }
    }
}
