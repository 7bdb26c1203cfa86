package dev.firstfill.api.platform;

import dev.firstfill.tenancy.catalogue.Catalogue;
import dev.firstfill.tenancy.catalogue.Login;
import dev.firstfill.tenancy.catalogue.Nodes;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.outbox.Relay;
import dev.firstfill.tenancy.rounds.Doorbell;
import dev.firstfill.tenancy.rounds.Porter;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is done without being asked: events are told, payers are asked, timers fire. Of several processes any number may
 * do it, and one has to; those that do not call those that do.
 */
@Singleton
class Background {
    /** Longer than a receiver may take with an event that it has in hand. */
    private static final Duration LAST_DELIVERIES = Duration.ofSeconds(12);

    private final boolean here;
    private final Relay relay;
    private final Relay errands;
    private final Timekeeping timekeeping;
    private final Doorbell doorbell;
    private final Porter porter;

    Background(
            @ConfigProperty(name = "firstfill.background") boolean here,
            Relay relay,
            @Errands Relay errands,
            Timekeeping timekeeping,
            Doorbell doorbell,
            Vertx vertx,
            Nodes nodes,
            DatabaseConfig database,
            Catalogue catalogue) {
        this.here = here;
        this.relay = relay;
        this.errands = errands;
        this.timekeeping = timekeeping;
        this.doorbell = doorbell;
        this.porter = new Porter(
                vertx.getDelegate(),
                nodes.main().connectAs(Login.control(database.controlPassword())),
                catalogue,
                this::wake,
                this::goRound);
    }

    void begin() {
        if (!here) {
            Log.info("This process does nothing in the background: FIRSTFILL_BACKGROUND is false.");
            return;
        }
        relay.start();
        errands.start();
        timekeeping.begin();
        porter.listen();
    }

    private void wake(Tenant tenant) {
        relay.wake(tenant);
        errands.wake(tenant);
    }

    private void goRound() {
        relay.goRoundAtOnce();
        errands.goRoundAtOnce();
    }

    void end() {
        porter.close();
        timekeeping.end();
        doorbell.close();
        if (here) {
            Uni.join()
                    .all(relay.finish(), errands.finish())
                    .andCollectFailures()
                    .replaceWithVoid()
                    .ifNoItem()
                    .after(LAST_DELIVERIES)
                    .fail()
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .indefinitely();
        }
    }
}
