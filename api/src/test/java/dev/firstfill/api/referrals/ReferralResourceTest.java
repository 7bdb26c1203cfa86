package dev.firstfill.api.referrals;

import static dev.firstfill.api.testing.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tables;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralResourceTest {
    private static final String FHIR = "application/fhir+json";

    /** Those that lack nothing but what is asked for while work goes on are not named. */
    private static final Map<String, List<String>> HELD_UP = Map.of(
            "referral-005.json", List.of("insurance-missing", "diagnosis-code-missing"),
            "referral-011.json", List.of("diagnosis-code-missing"),
            "referral-014.json", List.of("prescriber-npi-invalid"),
            "referral-019.json", List.of("insurance-missing"),
            "referral-023.json", List.of("phone-missing"));

    private Tenant pharmacy;

    @BeforeEach
    void open() {
        pharmacy = Pharmacies.another();
    }

    @Test
    void each_example_ends_where_its_data_say_it_should() {
        takeFormularyIn();
        var heldUp = new TreeMap<String, List<String>>();
        var advisory = new TreeMap<String, List<String>>();

        for (var name : ExampleReferrals.names()) {
            var answer = send(ExampleReferrals.bytes(name));
            boolean again = name.equals("referral-037.json");
            answer.then()
                    .statusCode(again ? 200 : 201)
                    .body("state", equalTo(again ? "duplicate" : "accepted"))
                    .body("drug", again ? nullValue() : notNullValue());
            List<String> holding = answer.path("findings.findAll { it.holdsIntake }.code");
            List<String> others = answer.path("findings.findAll { !it.holdsIntake }.code");
            if (!holding.isEmpty()) {
                heldUp.put(name, holding);
            }
            advisory.put(name, others);
            boolean drafts = holding.stream().noneMatch(code -> code.contains("diagnosis") || code.contains("npi"))
                    && !others.contains("sig-missing")
                    && !again;
            answer.then().body("prescription", drafts ? notNullValue() : nullValue());
        }

        assertThat(heldUp).containsExactlyInAnyOrderEntriesOf(HELD_UP);
        assertThat(advisory.values().stream().flatMap(List::stream).distinct())
                .containsExactlyInAnyOrder("sig-unclear", "sig-missing", "address-missing");
        assertThat(rows("select count(*)::text from pharmacy.patient")).containsExactly("36");
        assertThat(rows("select count(*)::text from pharmacy.prescriber")).containsExactly("33");
        assertThat(rows("select count(distinct case_id)::text from pharmacy.referral"))
                .containsExactly("36");
    }

    @Test
    void the_document_is_given_back_to_the_letter() {
        var sent = ExampleReferrals.bytes("referral-001.json");
        var location = send(sent).header("Location");

        var answer = as(pharmacy, Role.PRIVACY_OFFICER).get(location + "/document");

        answer.then().statusCode(200).body("mediaType", equalTo(FHIR));
        assertThat(Base64.getDecoder().decode(answer.<String>path("document"))).isEqualTo(sent);
    }

    @Test
    void of_twelve_that_come_at_once_one_begins_a_case() {
        var bundle = ExampleReferrals.bytes("referral-001.json");

        var statuses = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(bundle).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 201);
        assertThat(rows("select count(*)::text from pharmacy.patient")).containsExactly("1");
        assertThat(rows("select count(case_id)::text from pharmacy.referral")).containsExactly("1");
    }

    @Test
    void two_doubtful_ones_at_once_wait_and_are_decided_one_by_one() {
        json("{\"source\": \"phone\", \"order\": %s}".formatted(order("Marisol", "W1")))
                .then()
                .statusCode(201);
        var sent = List.of("W2", "W3").stream()
                .map(card -> CompletableFuture.supplyAsync(
                        () -> json("{\"source\": \"phone\", \"order\": %s}".formatted(order("Lucia", card)))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        sent.forEach(answer -> answer.then()
                .statusCode(201)
                .body("state", equalTo("needs-review"))
                .body("patient", nullValue())
                .body("candidates", hasSize(1))
                .body("findings.code", contains("patient-under-review")));

        var newcomer = review(sent.get(0), "{\"decision\": \"new-person\"}");
        var twice = review(sent.get(1), "{\"decision\": \"new-person\"}");
        newcomer.then().statusCode(200).body("state", equalTo("accepted")).body("candidates", empty());
        twice.then().statusCode(409).body("code", equalTo("referral-patient-registered-meanwhile"));
        review(
                        sent.get(1),
                        "{\"decision\": \"same-person\", \"patient\": \"%s\"}"
                                .formatted(newcomer.<String>path("patient")))
                .then()
                .statusCode(200)
                .body("patient", equalTo(newcomer.<String>path("patient")));

        assertThat(rows("select count(*)::text from pharmacy.patient")).containsExactly("2");
    }

    @Test
    void what_is_missing_is_added_and_the_draft_follows() {
        takeFormularyIn();
        var location = send(ExampleReferrals.bytes("referral-011.json")).header("Location");

        coordinator("{\"icd10Code\": \"I82.409\"}", location + "/supplements")
                .then()
                .statusCode(200)
                .body("findings.code", contains("address-missing", "sig-missing"));
        coordinator("{\"sig\": \"Inject 1 mL under the skin once daily\"}", location + "/supplements")
                .then()
                .statusCode(200)
                .body("findings.code", contains("address-missing"))
                .body("prescription", notNullValue());

        assertThat(rows("select type from pharmacy.outbox_event where subject = 'referral' order by id"))
                .containsExactly("referral.received", "referral.supplemented", "referral.supplemented");
    }

    @Test
    void the_same_request_with_its_key_is_answered_once() {
        var key = UUID.randomUUID().toString();
        var bundle = ExampleReferrals.bytes("referral-001.json");

        var token = Tokens.of(pharmacy, Role.INTEGRATION_CLIENT);
        var answers = IntStream.range(0, 2)
                .mapToObj(i -> RestAssured.given()
                        .auth()
                        .oauth2(token)
                        .header("Idempotency-Key", key)
                        .contentType(FHIR)
                        .body(bundle)
                        .post("/v1/referrals"))
                .toList();

        var first = answers.get(0);
        var second = answers.get(1);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void a_doubtful_one_is_answered_once_too() {
        json("{\"source\": \"phone\", \"order\": %s}".formatted(order("Marisol", "W1")))
                .then()
                .statusCode(201);

        var answer = as(pharmacy, Role.INTAKE_COORDINATOR)
                .header("Idempotency-Key", "k-1")
                .contentType(ContentType.JSON)
                .body("{\"source\": \"phone\", \"order\": %s}".formatted(order("Lucia", "W2")))
                .post("/v1/referrals");

        answer.then().statusCode(201).body("state", equalTo("needs-review"));
    }

    @Test
    void of_an_erased_patient_nothing_of_the_referral_is_left_to_read() {
        var received = send(ExampleReferrals.bytes("referral-001.json"));
        var patient = "/v1/patients/" + received.path("patient");
        var tag = as(pharmacy, Role.PRIVACY_OFFICER).get(patient).header("ETag");
        as(pharmacy, Role.PRIVACY_OFFICER)
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"patient-request\"}")
                .post(patient + "/erasure")
                .then()
                .statusCode(204);

        var reader = as(pharmacy, Role.PRIVACY_OFFICER);
        reader.get(received.header("Location")).then().statusCode(200).body("order", nullValue());
        as(pharmacy, Role.PRIVACY_OFFICER)
                .get(received.header("Location") + "/document")
                .then()
                .statusCode(410);
    }

    @Test
    void hostile_documents_leave_nothing_behind() {
        var bundle = ExampleReferrals.bytes("referral-001.json");
        var large = Arrays.copyOf(bundle, 10_000_000);

        send(Arrays.copyOf(bundle, bundle.length / 2)).then().statusCode(400).body("code", equalTo("malformed-json"));
        send("{\"a\":".repeat(50_000).getBytes()).then().statusCode(400).body("code", equalTo("malformed-json"));
        send("{\"resourceType\": \"Patient\"}".getBytes())
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-body"))
                .body("errors.pointer", contains(""));
        send(new String(bundle).replace("Magdalena964", "<b>Magdalena</b>").getBytes())
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/entry/0/resource"))
                .body(not(containsString("Magdalena")));
        send(large).then().statusCode(413).body("code", equalTo("body-too-large"));
        as(pharmacy, Role.INTAKE_COORDINATOR)
                .contentType("application/fhir+xml")
                .body(bundle)
                .post("/v1/referrals")
                .then()
                .statusCode(415);

        assertThat(rows("select count(*)::text from pharmacy.referral")).containsExactly("0");
        assertThat(rows("select count(*)::text from pharmacy.patient")).containsExactly("0");
    }

    @Test
    void the_larger_limit_is_that_of_bundles_alone() {
        var large = new byte[300_000];

        as(pharmacy, Role.INTAKE_COORDINATOR)
                .contentType(ContentType.JSON)
                .body(large)
                .post("/v1/referrals")
                .then()
                .statusCode(413);
        as(pharmacy, Role.INTAKE_COORDINATOR)
                .contentType(FHIR)
                .body(large)
                .post("/v1/patients")
                .then()
                .statusCode(415);
    }

    @Test
    void no_program_decides_who_is_who() {
        as(pharmacy, Role.INTEGRATION_CLIENT)
                .contentType(ContentType.JSON)
                .body("{\"decision\": \"new-person\"}")
                .post("/v1/referrals/" + UUID.randomUUID() + "/review")
                .then()
                .statusCode(403);
    }

    private static String order(String given, String card) {
        return """
                {"patient": {"name": {"given": "%s", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female",
                   "phones": [{"use": "home", "number": "312-555-0142"}]},
                 "coverages": [{"payer": "Aetna", "kind": "commercial", "memberId": "%s"}],
                 "medication": {"text": "adalimumab", "writtenAt": "2026-03-02T15:00:00Z", "refills": %d}}
                """.formatted(given, card, Math.abs(card.hashCode() % 90));
    }

    private void takeFormularyIn() {
        var job = as(pharmacy, Role.PHARMACY_MANAGER)
                .contentType(ContentType.JSON)
                .body("{\"source\": \"formulary\"}")
                .post("/v1/imports")
                .path("id");
        var answer = as(pharmacy, Role.PHARMACY_MANAGER)
                .header("Content-Type", "application/x-ndjson")
                .body(ExampleReferrals.formulary())
                .post("/v1/imports/" + job + "/lines");
        assertThat(answer.asString().lines()).hasSize(9).allMatch(line -> line.contains("\"created\""));
    }

    private Response send(byte[] bundle) {
        return as(pharmacy, Role.INTEGRATION_CLIENT)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(FHIR)
                .body(bundle)
                .post("/v1/referrals");
    }

    private Response json(String body) {
        return coordinator(body, "/v1/referrals");
    }

    private Response review(Response received, String decision) {
        return coordinator(decision, received.header("Location") + "/review");
    }

    private Response coordinator(String body, String path) {
        return as(pharmacy, Role.INTAKE_COORDINATOR)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private List<String> rows(String sql) {
        return Tables.of(pharmacy).rows(sql).stream()
                .map(row -> String.valueOf(row.values().iterator().next()))
                .toList();
    }
}
