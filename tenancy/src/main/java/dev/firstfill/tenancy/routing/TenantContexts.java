package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.function.Supplier;

/** Opens a fresh context for work that no request brought: a job, a relay, a test. */
public final class TenantContexts {
    private final Vertx vertx;

    public TenantContexts(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Runs {@code work} for the tenant, on an event loop, in a context of its own that ends with it. */
    public <T> Uni<T> in(Tenant tenant, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(answer -> {
            var context = VertxContext.createNewDuplicatedContext(((VertxInternal) vertx).createEventLoopContext());
            io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(begin -> {
                try {
                    CurrentTenant.enter(tenant);
                    work.get().subscribe().with(answer::complete, answer::fail);
                } catch (RuntimeException failure) {
                    answer.fail(failure);
                }
            });
        });
    }
}
