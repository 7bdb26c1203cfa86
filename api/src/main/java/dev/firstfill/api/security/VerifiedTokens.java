package dev.firstfill.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.firstfill.kernel.RealTime;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.Permission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a short while whose tokens were verified: a front end sends the same one with each request of its five
 * minutes, and checking its signature costs more than reading a patient.
 *
 * <p>None is remembered beyond its own end, nor longer than {@link #REMEMBERED}; so a signing key that Keycloak has
 * withdrawn, and this program has learned of, opens nothing a minute later. Tokens that were refused are not remembered.
 */
@Singleton
class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {
    static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** People and programs at work in the same minute; beyond, tokens are verified again. */
    private static final int TOKENS_MAX = 20_000;

    private final IdentityProvider<TokenAuthenticationRequest> keycloak;
    private final Clock clock;
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(TOKENS_MAX)
            .expireAfterWrite(REMEMBERED)
            .build();

    private record Verified(SecurityIdentity identity, Instant until) {}

    @Inject
    VerifiedTokens(OidcIdentityProvider keycloak, @RealTime Clock clock) {
        this((IdentityProvider<TokenAuthenticationRequest>) keycloak, clock);
    }

    VerifiedTokens(IdentityProvider<TokenAuthenticationRequest> keycloak, Clock clock) {
        this.keycloak = keycloak;
        this.clock = clock;
    }

    /** Before Keycloak's, which this one asks. */
    @Override
    public int priority() {
        return keycloak.priority() + 1;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var token = request.getToken().getToken();
        var known = known(token);
        return known == null
                ? keycloak.authenticate(request, context).map(identity -> remembered(token, identity))
                : Uni.createFrom().item(known);
    }

    @Nullable
    SecurityIdentity known(String token) {
        var known = verified.getIfPresent(token);
        return known != null && clock.instant().isBefore(known.until()) ? known.identity() : null;
    }

    private SecurityIdentity remembered(String token, SecurityIdentity identity) {
        var claims = (JsonWebToken) identity.getPrincipal();
        var caller = identity(CallerReader.caller(claims));
        verified.put(token, new Verified(caller, end(claims)));
        return caller;
    }

    private Instant end(JsonWebToken claims) {
        var own = Instant.ofEpochSecond(claims.getExpirationTime());
        var ours = clock.instant().plus(REMEMBERED);
        return own.isBefore(ours) ? own : ours;
    }

    /** Made anew, since Keycloak's holds the request that brought it, and with it all that belongs to that request. */
    private static SecurityIdentity identity(Caller caller) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.username()))
                .addAttribute(Caller.ATTRIBUTE, caller)
                .addPermissionChecker(asked -> Uni.createFrom().item(mayAs(caller, asked)))
                .build();
    }

    private static boolean mayAs(Caller caller, Permission asked) {
        return dev.firstfill.api.security.Permission.named(asked.getName() + ":" + asked.getActions())
                .map(caller::may)
                .orElse(false);
    }
}
