package dev.firstfill.tenancy.provisioning;

/** Keycloak answered what we cannot use. Its own words are not repeated: they may name people. */
final class KeycloakFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    KeycloakFault(String request, int status) {
        super("Keycloak answered %d to: %s".formatted(status, request));
        this.status = status;
    }

    /** Whether the same may work in a moment: it is overloaded, starting, or someone was quicker than we. */
    boolean passes() {
        return status == 409 || status == 429 || status >= 500;
    }
}
