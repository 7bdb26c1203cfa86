package dev.firstfill.tenancy.routing;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/**
 * The way back to the Vert.x context somebody left, for work that goes on elsewhere: the tenant, the requester and
 * CDI's request hang on that context, and nothing else carries them ({@code Uni.emitOn} is where it is taken).
 */
public final class WayBack {
    private WayBack() {}

    /** Quarkus' worker threads say that they are in the context of whoever gave them their work; they are not on its thread. */
    private static boolean isThere(Context here) {
        return here == Vertx.currentContext() && here.isEventLoopContext() == Context.isOnEventLoopThread();
    }

    /** To the context of whoever calls this; for who has none, as on a command's thread, there is nowhere to go. */
    public static Executor toHere() {
        var here = Vertx.currentContext();
        return task -> {
            if (here == null || isThere(here)) {
                task.run();
            } else {
                here.runOnContext(there -> task.run());
            }
        };
    }
}
