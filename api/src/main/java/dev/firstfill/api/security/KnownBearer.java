package dev.firstfill.api.security;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * Lets in who comes with a token that was verified a moment ago, before Quarkus takes the token apart. Every other
 * request, and every refusal, is left to Quarkus.
 */
@Singleton
class KnownBearer implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";

    private final VerifiedTokens tokens;

    KnownBearer(VerifiedTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager others) {
        var header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(SCHEME)
                ? Uni.createFrom().item(tokens.known(header.substring(SCHEME.length())))
                : Uni.createFrom().nullItem();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }
}
