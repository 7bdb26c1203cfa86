package dev.firstfill.api.attack;

import static dev.firstfill.api.attack.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.attack.AttackList.Target;
import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenAttackTest {
    private static final Map<Role, Lasting<Map<String, String>>> STRANGE = new ConcurrentHashMap<>();

    static List<String> secured() {
        return AttackList.ALL.stream()
                .filter(target -> target.operation().permission().isPresent())
                .map(Target::id)
                .toList();
    }

    static List<String> ofPharmacies() {
        return secured().stream()
                .filter(id -> AttackList.target(id).caller() != Role.PLATFORM_OPERATOR)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("secured")
    void nobody_gets_in_without_a_token(String id) {
        var good = Scene.ours().good(AttackList.target(id));
        var before = Scene.ours().everything();

        Volley.each(
                List.of("", "Bearer", "Bearer ", "Basic YTpi", "bearer", "Token x"),
                authorisation -> assertRefused(good.header("Authorization", authorisation), 401));
        var nothing = Wire.send(good.without("Authorization"));
        assertRefused(good, nothing, 401);
        assertThat(nothing.header("www-authenticate")).isEqualTo("Bearer");
        var token = good.headers().get("Authorization").substring("Bearer ".length());
        assertRefused(good.without("Authorization").header("Cookie", "access_token=" + token), 401);
        assertRefused(good.without("Authorization").target(good.target() + "?access_token=" + token), 401);

        assertThat(Scene.ours().everything()).as(id).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("secured")
    void a_forged_token_is_no_token(String id) {
        var target = AttackList.target(id);
        var good = Scene.ours().good(target);
        var before = Scene.ours().everything();
        var forgeries = ForgedTokens.of(target.caller(), () -> claims(target.caller()));

        Volley.each(forgeries.entrySet(), forged -> {
            var answer = Wire.send(good.bearer(forged.getValue()));
            assertThat(answer.status())
                    .as("%s: %s %s", id, forged.getKey(), answer)
                    .isEqualTo(401);
            assertRefused(good, answer, 401);
        });

        assertThat(Scene.ours().everything()).as(id).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("ofPharmacies")
    void a_token_must_name_one_pharmacy_that_we_serve(String id) {
        var target = AttackList.target(id);
        var good = Scene.ours().good(target);
        var before = Scene.ours().everything();

        var strange =
                StrangeOrganisations.of(Scene.ours().pharmacy(), Scene.theirs().pharmacy(), target.caller());
        Volley.each(strange.entrySet(), organisation -> {
            var answer = Wire.send(good.bearer(organisation.getValue()));
            assertThat(answer.status())
                    .as("%s: organisation is %s: %s", id, organisation.getKey(), answer)
                    .isEqualTo(403);
            assertRefused(good, answer, 403);
        });

        assertThat(Scene.ours().everything()).as(id).isEqualTo(before);
    }

    @Test
    void a_pharmacy_cannot_make_its_people_operators_of_the_platform() {
        var token = Tokens.of(Scene.ours().pharmacy(), Role.PLATFORM_OPERATOR, Role.TENANT_ADMINISTRATOR);

        assertRefused(Scene.ours().good(AttackList.target("listTenants")).bearer(token), 403);
        assertRefused(Scene.ours().good(AttackList.target("suspendTenant")).bearer(token), 403);
    }

    @Test
    void an_operator_sees_no_pharmacy_from_inside() {
        var operator = operatorClaims();
        var organisation =
                Tokens.claims(Scene.ours().pharmacy(), Role.PHARMACY_MANAGER).getJsonObject("organization");

        assertRefused(Scene.ours().good(AttackList.target("listPatients")).bearer(Tokens.signed(operator)), 403);
        // Who works for both belongs to the pharmacy while the token names it, and is no operator meanwhile.
        assertRefused(
                Scene.ours()
                        .good(AttackList.target("listTenants"))
                        .bearer(Tokens.signed(operator.copy().put("organization", organisation))),
                403);
    }

    @Test
    void clocks_may_differ_by_ten_seconds() {
        var request = Scene.ours().good(AttackList.target("getMe"));
        var claims = Tokens.claims(Scene.ours().pharmacy(), Role.BILLER);

        long now = Instant.now().getEpochSecond();
        var justExpired = Tokens.signed(claims.copy().put("iat", now - 600).put("exp", now - 4));
        var audiences = Tokens.signed(claims.copy().put("aud", JsonArray.of("account", "firstfill-api")));

        assertThat(Wire.send(request.bearer(justExpired)).status()).isEqualTo(200);
        assertThat(Wire.send(request.bearer(audiences)).status()).isEqualTo(200);
    }

    private static JsonObject claims(Role role) {
        return role == Role.PLATFORM_OPERATOR
                ? operatorClaims()
                : Tokens.claims(Scene.ours().pharmacy(), role);
    }

    private static JsonObject operatorClaims() {
        var token = Tokens.ofOperator();
        var claims = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
        return new JsonObject(io.vertx.core.buffer.Buffer.buffer(
                java.util.Base64.getUrlDecoder().decode(claims)));
    }
}
