package dev.firstfill.tenancy.routing;

/**
 * The platform itself lost track of whom it works for. Always a bug, never an answer to a client's mistake; the work
 * stops before any statement is sent.
 */
public final class RoutingFault extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    RoutingFault(String message) {
        super(message);
    }

    RoutingFault(String message, Throwable cause) {
        super(message, cause);
    }
}
