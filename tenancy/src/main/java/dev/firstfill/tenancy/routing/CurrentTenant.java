package dev.firstfill.tenancy.routing;

import dev.firstfill.tenancy.catalogue.Tenant;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;

/**
 * The pharmacy this piece of work is for. It travels in the Vert.x duplicated context, is set once, and never changes:
 * a request has one tenant, and a job over many opens a fresh context for each ({@link TenantContexts}).
 */
public final class CurrentTenant {
    private static final Object KEY = new Object();

    private CurrentTenant() {}

    /** @throws RoutingFault when another tenant has been set, or there is no context of this request's own */
    public static void enter(Tenant tenant) {
        var context = Vertx.currentContext();
        if (context == null || !VertxContext.isDuplicatedContext(context)) {
            throw new RoutingFault("A tenant can only be set in a duplicated context, which belongs to one request.");
        }
        var present = (Tenant) context.getLocal(KEY);
        if (present != null && !present.id().equals(tenant.id())) {
            throw new RoutingFault("This context already serves another tenant.");
        }
        context.putLocal(KEY, tenant);
    }

    public static Optional<Tenant> find() {
        return Optional.ofNullable(of(Vertx.currentContext()));
    }

    /** @throws RoutingFault when there is none: no statement is sent without knowing for whom */
    public static Tenant require() {
        var tenant = of(Vertx.currentContext());
        if (tenant == null) {
            throw new RoutingFault("There is no tenant in this context.");
        }
        return tenant;
    }

    @SuppressWarnings("NullAway")
    private static Tenant of(Context context) {
        return context == null || !VertxContext.isDuplicatedContext(context) ? null : context.getLocal(KEY);
    }
}
