package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.function.Supplier;

/** Opens a fresh context for work that no request brought: a job, a relay, a test. */
public final class TenantContexts {
    private final Vertx vertx;

    public TenantContexts(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Runs {@code work} for the tenant, on an event loop, in a context of its own that ends with it: the answer comes
     * back to where the caller was, and there it serves whom the caller serves, or nobody.
     */
    public <T> Uni<T> in(Tenant tenant, Supplier<Uni<T>> work) {
        return in(tenant, Requester.platform("job"), work);
    }

    /** @param requester who the ledger shall say it was */
    public <T> Uni<T> in(Tenant tenant, Requester requester, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> from(((VertxInternal) vertx).createEventLoopContext(), tenant, requester, work));
    }

    /**
     * The same on the event loop of whoever calls this, for work that is over in a moment: another loop may have to be
     * woken first, and wakes this one in the end.
     */
    public <T> Uni<T> near(Tenant tenant, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> from(root(), tenant, Requester.platform("job"), work));
    }

    private ContextInternal root() {
        var all = (VertxInternal) vertx;
        var here = (ContextInternal) Vertx.currentContext();
        return here == null
                ? all.createEventLoopContext()
                : all.createEventLoopContext(here.nettyEventLoop(), null, here.classLoader());
    }

    private static <T> Uni<T> from(ContextInternal root, Tenant tenant, Requester requester, Supplier<Uni<T>> work) {
        var caller = Vertx.currentContext() == null ? root : Vertx.currentContext();
        return Uni.createFrom()
                .<T>emitter(answer -> begin(root, tenant, requester, work, answer))
                .emitOn(task -> caller.runOnContext(back -> task.run()));
    }

    private static <T> void begin(
            ContextInternal root,
            Tenant tenant,
            Requester requester,
            Supplier<Uni<T>> work,
            UniEmitter<? super T> answer) {
        var context = VertxContext.createNewDuplicatedContext(root);
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(begin -> {
            try {
                CurrentTenant.enter(tenant);
                requester.enter();
                work.get().subscribe().with(answer::complete, answer::fail);
            } catch (RuntimeException failure) {
                answer.fail(failure);
            }
        });
    }
}
