package dev.firstfill.api.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** The caller of the request that is being served. */
@ApplicationScoped
public class Callers {
    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Only where a permission was required, so there is one. */
    public Caller current() {
        return Objects.requireNonNull(identity.getAttribute(Caller.ATTRIBUTE), "caller");
    }
}
