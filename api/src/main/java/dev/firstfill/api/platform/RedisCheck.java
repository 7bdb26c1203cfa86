package dev.firstfill.api.platform;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether Redis answers. Nothing that is kept lies there, so requests are served without it. */
@Readiness
@ApplicationScoped
class RedisCheck implements AsyncHealthCheck {
    private final ReactiveRedisDataSource redis;

    RedisCheck(ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Checks.helpful("redis", Uni.createFrom().deferred(() -> redis.execute("PING")));
    }
}
