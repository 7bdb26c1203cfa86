package dev.firstfill.api.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.RedisAPI;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Counts the requests of each client in each pharmacy against the pharmacy's limit, over all replicas together. Most
 * requests are settled here, out of tokens that were taken from Redis before. While Redis does not answer, each replica
 * keeps to the same limit by itself.
 */
public final class RateLimiter {
    /** Ten thousand pharmacies with five clients each; beyond, those longest quiet are forgotten. */
    private static final int CLIENTS_MAX = 50_000;

    /** After one minute of quiet there is nothing left to remember. */
    private static final Duration CLIENT_FORGOTTEN_AFTER = Duration.ofMinutes(2);

    private final SharedBuckets shared;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private final MeterRegistry meters;
    private final RedisReach redis = new RedisReach();
    private final Cache<Client, ClientBudget> budgets;

    private record Client(TenantId tenant, String client) {
        String bucket() {
            return tenant + ":" + client;
        }
    }

    /** @param patience how long a request waits for Redis before it is settled without */
    public RateLimiter(RedisAPI redis, Duration patience, LongSupplier nanoTime, MeterRegistry meters) {
        this.shared = new SharedBuckets(redis);
        this.patience = patience;
        this.nanoTime = nanoTime;
        this.meters = meters;
        this.budgets = Caffeine.newBuilder()
                .maximumSize(CLIENTS_MAX)
                .expireAfterAccess(CLIENT_FORGOTTEN_AFTER)
                .build();
        meters.gauge("firstfill.limits.shared", this.redis, reach -> reach.isUp() ? 1 : 0);
    }

    /** Counts a request and never fails: the answer says whether it may go on. */
    public Uni<Standing> count(Tenant tenant, String client) {
        return Uni.createFrom()
                .<Standing>emitter(answer -> settle(tenant, client, answer))
                .invoke(standing -> {
                    if (!standing.granted()) {
                        meters.counter("firstfill.limits.refused", "tenant", tenant.slug(), "limit", "requests")
                                .increment();
                    }
                });
    }

    private void settle(Tenant tenant, String name, UniEmitter<? super Standing> answer) {
        var client = new Client(tenant.id(), name);
        int quota = tenant.limits().requestsPerMinute();
        var budget = budgets.get(client, unknown -> new ClientBudget(quota, nanoTime.getAsLong()));
        // Looked at last: to whoever came first and got here second, the new budget would begin in the future, empty.
        long now = nanoTime.getAsLong();
        var standing = budget.settle(quota, redis, now);
        if (standing == null) {
            budget.await(answer, Vertx.currentContext());
            ask(client, budget);
            return;
        }
        answer.complete(standing);
        if (!redis.isUp() && redis.isToBeTried(now)) {
            ask(client, budget);
        }
    }

    private void ask(Client client, ClientBudget budget) {
        var question = budget.question(nanoTime.getAsLong());
        if (question == null) {
            return;
        }
        Uni.createFrom()
                .deferred(() -> shared.take(
                        client.bucket(), question.quota(), question.wanted(), question.returned(), question.ceiling()))
                .ifNoItem()
                .after(patience)
                .fail()
                .subscribe()
                .with(
                        grant -> {
                            redis.answered();
                            if (budget.accept(question, grant, nanoTime.getAsLong())) {
                                ask(client, budget);
                            }
                        },
                        failure -> {
                            redis.failed(failure, nanoTime.getAsLong());
                            budget.goOnAlone(nanoTime.getAsLong());
                        });
    }
}
