package dev.firstfill.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.tenancy.routing.CurrentTenant;
import dev.firstfill.tenancy.routing.TenantContexts;
import dev.firstfill.tenancy.routing.WayBack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Quarkus' worker threads take the Vert.x context along, so that being in it does not mean being back. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WayBackTest {
    @Inject
    Vertx vertx;

    @Test
    void from_a_worker_thread_of_quarkus_it_leads_back_to_the_event_loop() {
        assertThat(backFrom(Infrastructure.getDefaultWorkerPool())).isEqualTo(new Place(true, true));
    }

    @Test
    void from_a_thread_of_somebody_else_it_leads_back_to_the_event_loop() {
        assertThat(backFrom(task -> new Thread(task).start())).isEqualTo(new Place(true, true));
    }

    private record Place(boolean onEventLoop, boolean forNorthgate) {}

    private Place backFrom(Executor elsewhere) {
        var northgate = Pharmacies.northgate();
        return new TenantContexts(vertx)
                .in(northgate, () -> Uni.createFrom()
                        .item("work")
                        .emitOn(elsewhere)
                        .emitOn(WayBack.toHere())
                        .map(done -> new Place(
                                Context.isOnEventLoopThread(),
                                CurrentTenant.require().id().equals(northgate.id()))))
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
