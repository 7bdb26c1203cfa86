package dev.firstfill.api.security;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** On tokens that Keycloak itself gives out, which those of all other tests imitate. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeycloakTokenTest {
    private final KeycloakPeople people = new KeycloakPeople();

    @Any
    @Inject
    Instance<HttpAuthenticationMechanism> mechanisms;

    @Test
    void a_token_that_was_just_verified_is_known_before_anything_takes_it_apart() {
        var inTurn = mechanisms.stream()
                .sorted(comparing(HttpAuthenticationMechanism::getPriority).reversed())
                .toList();

        assertThat(inTurn).hasSizeGreaterThan(1).first().isInstanceOf(KnownBearer.class);
        assertThat(inTurn.get(1).getPriority()).isLessThan(inTurn.get(0).getPriority());
    }

    @Test
    void the_tokens_of_the_tests_have_the_shape_of_real_ones() {
        var northgate = Pharmacies.northgate();
        var ana = people.hire("ana", northgate, Role.DISPENSING_PHARMACIST);

        var real = claims(people.login(ana, "organization:" + northgate.slug()));

        var imitated = Tokens.claims(northgate, Role.DISPENSING_PHARMACIST);
        var shape = shape(real);
        assertThat(shape).containsAllEntriesOf(shape(imitated));
        assertThat(real.getJsonObject("organization")).isEqualTo(imitated.getJsonObject("organization"));
        assertThat(real.getString("iss")).isEqualTo(imitated.getString("iss"));
        assertThat(real.getValue("aud")).isEqualTo(imitated.getValue("aud"));
        assertThat(real.getString("preferred_username")).isEqualTo(ana.login());
    }

    @Test
    void a_person_works_with_the_roles_held_in_the_pharmacy() {
        var northgate = Pharmacies.northgate();
        var bea = people.hire("bea", northgate, Role.BILLER, Role.ADHERENCE_NURSE);

        var token = people.login(bea, "organization:" + northgate.slug());

        me(token)
                .statusCode(200)
                .body("username", equalTo(bea.login()))
                .body("subject", equalTo(bea.id()))
                .body("pharmacy.slug", equalTo(northgate.slug()))
                .body("roles", contains("adherence-nurse", "biller"));
        get(token, "/v1/patients").statusCode(200);
        get(token, "/v1/tenants").statusCode(403).body("code", equalTo("permission-missing"));
    }

    @Test
    void who_works_for_two_pharmacies_works_for_one_at_a_time() {
        var northgate = Pharmacies.northgate();
        var southbank = Pharmacies.southbank();
        var cy = people.hire("cy", northgate, Role.PHARMACY_MANAGER);
        people.join(cy, southbank, Role.BILLER);

        me(people.login(cy, "organization:" + northgate.slug())).body("roles", contains("pharmacy-manager"));
        me(people.login(cy, "organization:" + southbank.slug())).body("roles", contains("biller"));
        me(people.login(cy, "organization:*")).statusCode(403);
    }

    @Test
    void asking_for_a_pharmacy_one_does_not_belong_to_gives_none() {
        var dan = people.hire("dan", Pharmacies.northgate(), Role.BILLER);

        var token = people.login(dan, "organization:" + Pharmacies.southbank().slug());

        assertThat(claims(token).getJsonObject("organization", new JsonObject()))
                .isEmpty();
        me(token).statusCode(403);
    }

    private static ValidatableResponse me(String token) {
        return get(token, "/v1/me");
    }

    private static ValidatableResponse get(String token, String path) {
        return RestAssured.given().auth().oauth2(token).get(path).then();
    }

    private static JsonObject claims(String token) {
        return new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
    }

    /** Each claim by its path, with the kind of value it has. */
    private static TreeMap<String, String> shape(JsonObject claims) {
        var shape = new TreeMap<String, String>();
        collect("", claims, shape);
        return shape;
    }

    private static void collect(String path, Object value, TreeMap<String, String> shape) {
        switch (value) {
            case JsonObject object ->
                object.forEach(entry -> collect(path + "/" + entry.getKey(), entry.getValue(), shape));
            case JsonArray array -> shape.put(path, "list");
            case Number number -> shape.put(path, "number");
            default -> shape.put(path, value.getClass().getSimpleName());
        }
    }
}
