package dev.firstfill.api.platform;

import dev.firstfill.tenancy.routing.TwoKeyPool;
import io.quarkus.arc.ClientProxy;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the nodes that hold the pharmacies' data answer. */
@Readiness
@ApplicationScoped
class DatabaseCheck implements AsyncHealthCheck {
    private final Pool pool;

    DatabaseCheck(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var twoKeys = (TwoKeyPool) ClientProxy.unwrap(pool);
        return Checks.needed("database", Uni.createFrom().completionStage(() -> twoKeys.nodesAnswer()
                .toCompletionStage()));
    }
}
