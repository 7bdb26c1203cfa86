package dev.firstfill.api.patients;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tables;
import dev.firstfill.kernel.Seals.BrokenSeal;
import dev.firstfill.kernel.Seals.Place;
import dev.firstfill.tenancy.audit.AuditRecord;
import dev.firstfill.tenancy.audit.Chain;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.sealing.TenantKeys;
import dev.firstfill.tenancy.sealing.Unsealing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ErasePatientTest {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final String NEW_NAME = """
            {"name": {"given": "New", "family": "Name"}, "birthDate": "1961-04-12", "sex": "female"}
            """;

    @Inject
    TenantKeys keys;

    private Tenant pharmacy;
    private Tables tables;
    private String id;

    @BeforeEach
    void register() {
        pharmacy = Pharmacies.another();
        tables = Tables.of(pharmacy);
        id = patientNamed(pharmacy, "Marisol", "Vega");
    }

    @Test
    void an_erased_patient_is_gone_by_every_name_and_for_everybody() {
        erase("\"1\"", "patient-request").then().statusCode(204);

        for (var reference : new String[] {id, "P1001"}) {
            refused(as(pharmacy, Role.CLINICAL_PHARMACIST).get("/v1/patients/" + reference));
            refused(as(pharmacy, Role.INTAKE_COORDINATOR)
                    .contentType("application/json")
                    .header("If-Match", "\"2\"")
                    .body(NEW_NAME)
                    .put("/v1/patients/" + reference));
            refused(as(pharmacy, Role.INTAKE_COORDINATOR)
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "\"2\"")
                    .body("{\"language\": \"en\"}")
                    .patch("/v1/patients/" + reference));
        }
        refused(erase("\"2\"", "patient-request"));
        var row = tables.row("select * from pharmacy.patient");
        assertThat(row).containsEntry("id", UUID.fromString(id)).containsEntry("number", 1001L);
        assertThat(row.get("record")).isNull();
        assertThat(row.get("search_tokens")).hasToString("{}");
        assertThat(tables.rows("select * from pharmacy.patient_key")).isEmpty();
    }

    private static void refused(Response answer) {
        answer.then().statusCode(410).contentType("application/problem+json").body("code", equalTo("patient-erased"));
    }

    @Test
    void lists_and_searches_leave_the_erased_out_and_keep_the_others() {
        var other = patientNamed(pharmacy, "Luis", "Vega");

        erase("\"1\"", "patient-request").then().statusCode(204);

        as(pharmacy, Role.BILLER).get("/v1/patients").then().statusCode(200).body("items.id", contains(other));
        as(pharmacy, Role.BILLER)
                .get("/v1/patients?sort=newest")
                .then()
                .statusCode(200)
                .body("items.id", contains(other));
        as(pharmacy, Role.BILLER)
                .contentType("application/json")
                .body("{\"family\": \"Vega\"}")
                .post("/v1/patients/search")
                .then()
                .statusCode(200)
                .body("items.id", contains(other));
    }

    @Test
    void it_takes_the_version_that_was_read_and_a_reason_from_the_list() {
        as(pharmacy, Role.PRIVACY_OFFICER)
                .contentType("application/json")
                .body("{\"reason\": \"patient-request\"}")
                .post("/v1/patients/" + id + "/erasure")
                .then()
                .statusCode(428)
                .body("code", equalTo("if-match-required"));
        erase("\"7\"", "patient-request").then().statusCode(412).body("code", equalTo("stale-version"));
        erase("\"1\"", "Marisol Vega asked for it").then().statusCode(400).body("code", equalTo("invalid-body"));

        as(pharmacy, Role.BILLER)
                .get("/v1/patients/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name.family", equalTo("Vega"));
    }

    @Test
    void nobody_but_the_privacy_officer_may() {
        for (var role : Role.values()) {
            if (role != Role.PRIVACY_OFFICER && role != Role.PLATFORM_OPERATOR) {
                as(pharmacy, role)
                        .contentType("application/json")
                        .header("If-Match", "\"1\"")
                        .body("{\"reason\": \"patient-request\"}")
                        .post("/v1/patients/" + id + "/erasure")
                        .then()
                        .statusCode(403)
                        .body("code", equalTo("permission-missing"));
            }
        }

        as(pharmacy, Role.BILLER).get("/v1/patients/" + id).then().statusCode(200);
    }

    @Test
    void the_ledger_says_who_and_why_and_those_outside_are_told() {
        erase("\"1\"", "retention-ended").then().statusCode(204);

        var record = tables.row("select * from pharmacy.audit_record where act = 'erase patient'");
        var entry = new JsonObject(record.get("entry").toString());
        assertThat(record).containsEntry("outcome", "done").containsEntry("person", UUID.fromString(id));
        assertThat(entry.getString("reason")).isEqualTo("RETENTION_ENDED");
        assertThat(entry.getString("resource")).isEqualTo(id);
        assertThat(entry.getJsonArray("roles")).isEqualTo(JsonArray.of("privacy-officer"));
        assertThat(entry.getJsonArray("fields").stream()).contains("name", "birthDate", "sex");
        assertThat(entry.encode()).doesNotContain("Marisol", "Vega", "1961");
        assertThat(tables.row("select type, subject_id, version from pharmacy.outbox_event where type like '%erased'"))
                .isEqualTo(Map.of("type", "patient.erased", "subject_id", UUID.fromString(id), "version", 2));
    }

    @Test
    void the_ledger_still_holds_together_and_what_it_sealed_about_the_patient_does_not_open() throws Exception {
        var key =
                (byte[]) tables.row("select wrapped from pharmacy.patient_key").get("wrapped");

        erase("\"1\"", "patient-request").then().statusCode(204);

        var unsealing = unsealing();
        var sealed = tables.rows("select * from pharmacy.audit_record where sealed is not null order by seq");
        assertThat(sealed).extracting(row -> row.get("act")).containsExactly("register patient", "erase patient");
        for (var record : sealed) {
            var place = new Place("audit_record", "sealed", (UUID) record.get("id"));
            var bytes = (byte[]) record.get("sealed");
            assertThatThrownBy(() -> unsealing.open(place, bytes)).isInstanceOf(BrokenSeal.class);
            // It was Marisol Vega's all the same: with a key kept from before, which the database no longer has.
            assertThat(new String(unsealing.open(place, UUID.fromString(id), key, bytes), StandardCharsets.UTF_8))
                    .contains("Marisol", "Vega");
        }
        assertThat(tables.rows("select 1 as one from pharmacy.patient_key")).isEmpty();
        assertThatTheChainHolds();
    }

    private void assertThatTheChainHolds() throws SQLException {
        var hash = Chain.genesis(pharmacy.id());
        var records = tables.rows("select * from pharmacy.audit_record order by seq");
        assertThat(records).isNotEmpty();
        for (var row : records) {
            hash = Chain.next(hash, Chain.leaf(record(row)));
            assertThat((byte[]) row.get("hash")).isEqualTo(hash);
        }
    }

    private static AuditRecord record(Map<String, Object> row) throws SQLException {
        var several = (Array) row.get("persons");
        var one = (UUID) row.get("person");
        var persons = several != null
                ? Arrays.asList((UUID[]) several.getArray())
                : one == null ? List.<UUID>of() : List.of(one);
        return new AuditRecord(
                (UUID) row.get("id"),
                ((Timestamp) row.get("at")).toInstant(),
                (String) row.get("actor"),
                (String) row.get("act"),
                (String) row.get("outcome"),
                persons,
                row.get("entry").toString(),
                (byte[]) row.get("sealed"));
    }

    @Test
    void what_was_answered_about_the_patient_is_not_answered_again() {
        var second = as(pharmacy, Role.INTAKE_COORDINATOR);
        var register = second.header("Idempotency-Key", "register-once")
                .contentType("application/json")
                .body(NEW_NAME);
        String registered =
                register.post("/v1/patients").then().statusCode(201).extract().path("id");
        register.post("/v1/patients").then().statusCode(201).header("Idempotency-Replayed", "true");

        erase(registered, "\"1\"", "entered-by-mistake").then().statusCode(204);

        register.post("/v1/patients")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("code", equalTo("answer-erased"));
        assertThat(tables.rows("select 1 as one from pharmacy.patient")).hasSize(2);
    }

    @Test
    void an_erasure_that_is_sent_again_is_answered_as_before() {
        var officer = as(pharmacy, Role.PRIVACY_OFFICER)
                .header("Idempotency-Key", "erase-once")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body("{\"reason\": \"patient-request\"}");

        officer.post("/v1/patients/" + id + "/erasure").then().statusCode(204);

        officer.post("/v1/patients/" + id + "/erasure").then().statusCode(204).header("Idempotency-Replayed", "true");
        assertThat(tables.rows("select 1 as one from pharmacy.outbox_event where type = 'patient.erased'"))
                .hasSize(1);
    }

    @Test
    void a_backup_of_the_data_brings_nobody_back_unless_the_keys_were_kept_too() {
        var record = tables.row("select record, search_tokens from pharmacy.patient");
        var key = tables.row("select wrapped from pharmacy.patient_key").get("wrapped");
        erase("\"1\"", "patient-request").then().statusCode(204);

        tables.run(
                "update pharmacy.patient set record = ?, search_tokens = ?, erased_at = null",
                record.get("record"),
                record.get("search_tokens"));

        as(pharmacy, Role.BILLER)
                .get("/v1/patients/" + id)
                .then()
                .statusCode(500)
                .body("code", equalTo("sealed-value-broken"));
        as(pharmacy, Role.BILLER)
                .contentType("application/json")
                .body("{\"family\": \"Vega\"}")
                .post("/v1/patients/search")
                .then()
                .statusCode(500)
                .body("items", equalTo(null));

        tables.run("insert into pharmacy.patient_key (patient_id, wrapped) values (?, ?)", UUID.fromString(id), key);

        as(pharmacy, Role.BILLER)
                .get("/v1/patients/" + id)
                .then()
                .statusCode(200)
                .body("name.family", equalTo("Vega"));
        as(pharmacy, Role.BILLER)
                .contentType("application/json")
                .body("{\"family\": \"Vega\"}")
                .post("/v1/patients/search")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    private Response erase(String seen, String reason) {
        return erase(id, seen, reason);
    }

    private Response erase(String patient, String seen, String reason) {
        return as(pharmacy, Role.PRIVACY_OFFICER)
                .contentType("application/json")
                .header("If-Match", seen)
                .body(new JsonObject().put("reason", reason).encode())
                .post("/v1/patients/" + patient + "/erasure");
    }

    private Unsealing unsealing() {
        return keys.unsealing(pharmacy.id()).await().atMost(LONGEST_WAIT);
    }
}
