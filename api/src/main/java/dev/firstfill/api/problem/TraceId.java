package dev.firstfill.api.problem;

import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** The id under which one request is found in logs and traces; it travels in the request's context. */
public final class TraceId {
    private static final Object KEY = new Object();

    private TraceId() {}

    public static void set(String id) {
        Vertx.currentContext().putLocal(KEY, id);
    }

    public static @Nullable String current() {
        var context = Vertx.currentContext();
        return context == null || !io.smallrye.common.vertx.VertxContext.isDuplicatedContext(context)
                ? null
                : context.getLocal(KEY);
    }
}
