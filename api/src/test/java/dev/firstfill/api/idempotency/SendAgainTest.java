package dev.firstfill.api.idempotency;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SendAgainTest {
    private static final String MARISOL = """
            {"name": {"given": "Marisol", "family": "%s"}, "birthDate": "1961-04-12", "sex": "female"}
            """;

    private final Tenant northgate = Pharmacies.northgate();
    private final String coordinator = Tokens.of(northgate, Role.INTAKE_COORDINATOR);
    private final String key = UUID.randomUUID().toString();
    private final String family = "Vega" + letters();

    @Test
    void a_wish_sent_again_is_answered_to_the_letter_as_the_first_time_and_done_once() {
        var first = register(key, MARISOL.formatted(family));
        var again = register(key, MARISOL.formatted(family));

        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        again.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("ETag", first.header("ETag"))
                .header("Content-Type", first.header("Content-Type"));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(foundWith(family)).hasSize(1);
    }

    @Test
    void the_answer_under_a_key_is_the_one_that_is_given_without() {
        var with = register(key, MARISOL.formatted(family));

        var read = as(northgate, Role.INTAKE_COORDINATOR).get(with.header("Location"));

        assertThat(read.asString()).isEqualTo(with.asString());
        assertThat(read.header("Content-Type")).isEqualTo(with.header("Content-Type"));
    }

    @Test
    void of_twelve_at_once_with_one_key_one_is_done_and_nobody_is_told_anything_else() {
        var answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(number -> register(key, MARISOL.formatted(family)))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .allSatisfy(answer ->
                        assertThat(answer.jsonPath().getString("code")).isEqualTo("idempotency-key-in-use"));
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(Response::asString)
                        .distinct())
                .hasSize(1);
        assertThat(foundWith(family)).hasSize(1);
    }

    @Test
    void a_key_that_stands_for_another_wish_is_refused() {
        var other = "Other" + letters();
        register(key, MARISOL.formatted(family)).then().statusCode(201);

        register(key, MARISOL.formatted(other)).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));

        assertThat(foundWith(other)).isEmpty();
    }

    @Test
    void a_key_belongs_to_whoever_sent_it() {
        var first = register(key, MARISOL.formatted(family));

        var colleague = as(northgate, Role.DISPENSING_PHARMACIST)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(MARISOL.formatted(family))
                .post("/v1/patients");
        var southbank = as(Pharmacies.southbank(), Role.INTAKE_COORDINATOR)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(MARISOL.formatted(family))
                .post("/v1/patients");

        assertThat(List.of(colleague, southbank)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.header("Idempotency-Replayed")).isNull();
            assertThat(answer.jsonPath().getString("id"))
                    .isNotEqualTo(first.jsonPath().getString("id"));
        });
    }

    @Test
    void what_was_refused_was_not_done_and_its_key_is_free() {
        var id = patientNamed(northgate, "Marisol", family);
        rename(id, "\"7\"", "Stale").then().statusCode(412);

        var again = rename(id, "\"1\"", "Fresh" + family);

        again.then().statusCode(200).header("ETag", "\"2\"").header("Idempotency-Replayed", nullValue());
    }

    @Test
    void a_change_sent_again_is_answered_again_though_its_version_is_stale_by_now() {
        var id = patientNamed(northgate, "Marisol", family);
        var first = rename(id, "\"1\"", "New" + family);

        var again = rename(id, "\"1\"", "New" + family);

        first.then().statusCode(200).header("ETag", "\"2\"");
        again.then().statusCode(200).header("ETag", "\"2\"").header("Idempotency-Replayed", "true");
        as(northgate, Role.BILLER).get("/v1/patients/" + id).then().header("ETag", "\"2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "tab\tinside", ""})
    void a_key_that_is_none_is_refused(String broken) {
        register(broken, MARISOL.formatted(family)).then().statusCode(400).body("code", equalTo("invalid-parameter"));

        assertThat(foundWith(family)).isEmpty();
    }

    @Test
    void a_key_of_256_characters_is_refused_and_one_of_255_is_not() {
        register("k".repeat(256), MARISOL.formatted(family)).then().statusCode(400);
        register("k".repeat(219) + key, MARISOL.formatted(family)).then().statusCode(201);
    }

    private Response register(String idempotencyKey, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(coordinator)
                .header("Idempotency-Key", idempotencyKey)
                .contentType("application/json")
                .body(body)
                .post("/v1/patients");
    }

    private Response rename(String id, String seen, String newFamily) {
        return RestAssured.given()
                .auth()
                .oauth2(coordinator)
                .header("Idempotency-Key", key)
                .header("If-Match", seen)
                .contentType("application/merge-patch+json")
                .body("""
                        {"name": {"given": "Marisol", "family": "%s"}}
                        """.formatted(newFamily))
                .patch("/v1/patients/" + id);
    }

    private List<String> foundWith(String name) {
        return as(northgate, Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .body("{\"family\": \"%s\"}".formatted(name))
                .post("/v1/patients/search")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    /** A name of this test alone, for names have no digits. */
    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .chars()
                .filter(Character::isLetterOrDigit)
                .limit(10)
                .map(character -> 'a' + Character.getNumericValue(character) % 26)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
