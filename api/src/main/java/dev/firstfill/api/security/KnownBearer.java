package dev.firstfill.api.security;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;

/**
 * Lets in who comes with a token that was verified a moment ago, before Quarkus takes the token apart. Every other
 * request, and every refusal, is left to Quarkus.
 */
@Singleton
class KnownBearer implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";

    /** Quarkus' own have one or two more than the usual; whoever comes after them is not asked. */
    private static final int FIRST = DEFAULT_PRIORITY + 100;

    /**
     * What becomes of a request that is refused after this. Quarkus would put the same there itself; but where it finds
     * its own, it first seeks the path's template among all resources, of which it makes a new index for each request.
     */
    private static final BiConsumer<RoutingContext, Throwable> LATER_REFUSED = (request, failure) -> {
        DefaultAuthFailureHandler.markIfOtherAuthenticationFailure(request, failure);
        if (!request.failed()) {
            request.fail(DefaultAuthFailureHandler.extractRootCause(failure));
        }
    };

    private final VerifiedTokens tokens;

    KnownBearer(VerifiedTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public int getPriority() {
        return FIRST;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager others) {
        var header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        var known =
                header != null && header.startsWith(SCHEME) ? tokens.known(header.substring(SCHEME.length())) : null;
        if (known != null) {
            request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, LATER_REFUSED);
        }
        return Uni.createFrom().item(known);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }
}
