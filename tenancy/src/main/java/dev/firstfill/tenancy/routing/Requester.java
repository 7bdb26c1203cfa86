package dev.firstfill.tenancy.routing;

import dev.firstfill.kernel.Colleague;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who wants something of a pharmacy, why, and from where: what the audit ledger says of everybody who passes the door.
 * It travels in the same context as the tenant, and like the tenant it is set once.
 *
 * @param actor id of the person or program with the identity provider
 * @param username for people to read
 * @param roles what the actor is in this pharmacy
 * @param client the program that the actor uses
 * @param purpose of use, such as {@code TREATMENT}
 * @param request id of the request
 * @param trace id of the trace that the request belongs to
 * @param source network address that the request came from; null for the platform's own work
 */
public record Requester(
        String actor,
        String username,
        List<String> roles,
        String client,
        String purpose,
        String request,
        @Nullable String trace,
        @Nullable String source) {
    private static final Object KEY = new Object();

    public Requester {
        roles = List.copyOf(roles);
    }

    /** The platform itself, at work for a pharmacy: a relay, a timer, an import. */
    public static Requester platform(String job) {
        return platform(job, "OPERATIONS");
    }

    /** @param purpose of use */
    public static Requester platform(String job, String purpose) {
        return new Requester("platform", "platform", List.of(), job, purpose, job, null, null);
    }

    /** As what the pharmacy keeps names whoever did something. */
    public Colleague asColleague() {
        return new Colleague(actor, username);
    }

    /** @throws RoutingFault when somebody has been set, or there is no context of this request's own */
    public void enter() {
        var context = Vertx.currentContext();
        if (context == null || !VertxContext.isDuplicatedContext(context)) {
            throw new RoutingFault("Who asks can only be set in a duplicated context, which belongs to one request.");
        }
        if (context.getLocal(KEY) != null) {
            throw new RoutingFault("This context already serves somebody.");
        }
        context.putLocal(KEY, this);
    }

    /** @throws RoutingFault when there is nobody: the ledger could not say who it was */
    public static Requester require() {
        var context = Vertx.currentContext();
        Requester present =
                context == null || !VertxContext.isDuplicatedContext(context) ? null : context.getLocal(KEY);
        if (present == null) {
            throw new RoutingFault("Nobody is known to ask in this context.");
        }
        return present;
    }
}
