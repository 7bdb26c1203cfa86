package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.OnePlatform;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Contexts as no good program makes them. */
final class Contexts {
    private Contexts() {}

    /** One of a request's own, which nobody has entered. */
    static <T> Uni<T> withoutTenant(Supplier<Uni<T>> work) {
        var root = OnePlatform.vertx().getDelegate().getOrCreateContext();
        return in(VertxContext.createNewDuplicatedContext(root), work);
    }

    /** Another pharmacy's, on the same thread: what is handed over to it is still in the same hands. */
    static <T> Uni<T> besideThisOne(Tenant tenant, Supplier<Uni<T>> work) {
        var root = VertxContext.getRootContext(Vertx.currentContext());
        return in(VertxContext.createNewDuplicatedContext(root), () -> {
            CurrentTenant.enter(tenant);
            return work.get();
        });
    }

    private static <T> Uni<T> in(Context context, Supplier<Uni<T>> work) {
        VertxContextSafetyToggle.setContextSafe(context, true);
        return Uni.createFrom()
                .emitter(answer -> context.runOnContext(begin -> {
                    try {
                        work.get().subscribe().with(answer::complete, answer::fail);
                    } catch (RuntimeException failure) {
                        answer.fail(failure);
                    }
                }));
    }
}
