package dev.firstfill.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VerifiedTokensTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private Instant now = Instant.parse("2026-03-02T14:00:00Z");
    private final InstantSource clock = () -> now;
    private final Keycloak keycloak = new Keycloak();
    private final VerifiedTokens tokens = new VerifiedTokens(keycloak, clock.withZone(ZoneOffset.UTC));

    @Test
    void a_token_is_verified_once_for_many_requests() {
        keycloak.gave("token of ana", "ana", FIVE_MINUTES);

        var first = caller("token of ana");
        var second = caller("token of ana");

        assertThat(first.username()).isEqualTo("ana");
        assertThat(second).isEqualTo(first);
        assertThat(keycloak.asked).containsExactly("token of ana");
    }

    @Test
    void each_token_has_a_caller_of_its_own() {
        keycloak.gave("token of ana", "ana", FIVE_MINUTES);
        keycloak.gave("token of bea", "bea", FIVE_MINUTES);

        caller("token of ana");

        assertThat(caller("token of bea").username()).isEqualTo("bea");
        assertThat(caller("token of ana").username()).isEqualTo("ana");
    }

    @Test
    void a_token_is_verified_again_after_a_minute_because_its_key_may_have_been_withdrawn() {
        keycloak.gave("token of ana", "ana", FIVE_MINUTES);
        caller("token of ana");
        keycloak.withdrawsItsKey();

        now = now.plus(VerifiedTokens.REMEMBERED.minusMillis(1));
        assertThat(caller("token of ana").username()).isEqualTo("ana");
        now = now.plus(Duration.ofMillis(1));

        assertThatThrownBy(() -> caller("token of ana")).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void no_token_is_remembered_beyond_its_own_end() {
        keycloak.gave("token of ana", "ana", Duration.ofSeconds(20));
        caller("token of ana");
        keycloak.withdrawsItsKey();

        now = now.plus(Duration.ofSeconds(20));

        assertThatThrownBy(() -> caller("token of ana")).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void a_token_that_was_refused_is_not_remembered() {
        assertThatThrownBy(() -> caller("forged")).isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> caller("forged")).isInstanceOf(AuthenticationFailedException.class);

        assertThat(keycloak.asked).containsExactly("forged", "forged");
    }

    @Test
    void what_is_remembered_holds_nothing_of_the_request_that_brought_it() {
        keycloak.gave("token of ana", "ana", FIVE_MINUTES);

        var identity = identity("token of ana");

        assertThat(identity.getAttributes()).containsOnlyKeys(Caller.ATTRIBUTE);
        assertThat(identity.getCredentials()).isEmpty();
    }

    private Caller caller(String token) {
        return identity(token).getAttribute(Caller.ATTRIBUTE);
    }

    private SecurityIdentity identity(String token) {
        AuthenticationRequestContext nothingBlocks = work -> Uni.createFrom().item(work);
        return tokens.authenticate(new TokenAuthenticationRequest(new TokenCredential(token, "bearer")), nothingBlocks)
                .await()
                .indefinitely();
    }

    /** The verifying of signatures, as far as it is seen from here; TokenAttackTest has the real one. */
    private final class Keycloak implements IdentityProvider<TokenAuthenticationRequest> {
        private final Map<String, JwtClaims> given = new HashMap<>();
        private final List<String> asked = new ArrayList<>();

        void gave(String token, String username, Duration lifespan) {
            var claims = new JwtClaims();
            claims.setSubject(username);
            claims.setClaim("upn", username);
            claims.setExpirationTime(NumericDate.fromSeconds(now.plus(lifespan).getEpochSecond()));
            given.put(token, claims);
        }

        void withdrawsItsKey() {
            given.clear();
        }

        @Override
        public Class<TokenAuthenticationRequest> getRequestType() {
            return TokenAuthenticationRequest.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(
                TokenAuthenticationRequest request, AuthenticationRequestContext context) {
            var token = request.getToken().getToken();
            asked.add(token);
            var claims = given.get(token);
            return claims == null
                    ? Uni.createFrom().failure(new AuthenticationFailedException())
                    : Uni.createFrom()
                            .item(QuarkusSecurityIdentity.builder()
                                    .setPrincipal(new DefaultJWTCallerPrincipal(token, "JWT", claims))
                                    .addCredential(request.getToken())
                                    .addAttribute("request", "of this one request")
                                    .build());
        }
    }
}
