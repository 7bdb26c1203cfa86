package dev.firstfill.api.limits;

import dev.firstfill.local.LocalStack;
import dev.firstfill.local.Server;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import dev.firstfill.tenancy.catalogue.TenantLimits;
import dev.firstfill.tenancy.catalogue.TenantState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Limiters as replicas have them, on the real Redis or on whatever stands between. */
public final class Replicas implements AutoCloseable {
    private static final LocalStack STACK =
            LocalStack.named("check").with(EnumSet.of(Server.REDIS)).start();
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Vertx vertx = Vertx.vertx();
    private final URI redis;

    public Replicas() {
        this(address());
    }

    public Replicas(URI redis) {
        this.redis = redis;
    }

    public static URI address() {
        return URI.create(STACK.environment().get("FIRSTFILL_REDIS_URL"));
    }

    /** Waits for Redis as long as a machine can take that builds and tests at once. */
    public RateLimiter patient() {
        return waiting(Duration.ofSeconds(10), System::nanoTime);
    }

    public RateLimiter waiting(Duration patience, LongSupplier nanoTime) {
        return new RateLimiter(redis(), patience, nanoTime, meters);
    }

    public RedisAPI redis() {
        return RedisAPI.api(Redis.createClient(vertx, redis.toString()));
    }

    public static Tenant pharmacy(int requestsPerMinute) {
        return limited(TenantId.create(), requestsPerMinute);
    }

    public static Tenant limited(TenantId id, int requestsPerMinute) {
        var slug = "p" + UUID.randomUUID().toString().substring(0, 8);
        return new Tenant(
                id,
                slug,
                slug,
                TenantState.ACTIVE,
                slug,
                1,
                "main",
                true,
                ZoneId.of("America/Chicago"),
                new TenantLimits(requestsPerMinute, 1),
                1);
    }

    public static Standing count(RateLimiter limiter, Tenant tenant, String client) {
        return limiter.count(tenant, client).await().atMost(ANSWER_MAX);
    }

    /** How many of so many requests, one after the other, are let through. */
    public static long granted(RateLimiter limiter, Tenant tenant, String client, int requests) {
        return IntStream.range(0, requests)
                .filter(i -> count(limiter, tenant, client).granted())
                .count();
    }

    @Override
    public void close() {
        vertx.close().await().atMost(ANSWER_MAX);
    }
}
