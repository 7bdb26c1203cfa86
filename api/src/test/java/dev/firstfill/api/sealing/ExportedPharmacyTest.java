package dev.firstfill.api.sealing;

import static dev.firstfill.api.testing.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.tenancy.catalogue.Actor;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.provisioning.Offboarding;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pharmacy that was worked in, one of whose patients was erased, and that then leaves. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportedPharmacyTest {
    private static final Duration LONGEST_EXPORT = Duration.ofSeconds(60);

    @Inject
    Offboarding offboarding;

    @TempDir
    private Path exports;

    private Path folder;
    private String kept;
    private String erased;

    @BeforeEach
    void workAndLeave() {
        var pharmacy = Pharmacies.another();
        kept = registered(pharmacy, "kept", "Luis", "Ortega");
        erased = registered(pharmacy, "erased", "Marisol", "Vega");
        as(pharmacy, Role.BILLER)
                .contentType("application/json")
                .body("{\"family\": \"Ortega\"}")
                .post("/v1/patients/search")
                .then()
                .statusCode(200);
        as(pharmacy, Role.PRIVACY_OFFICER)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", "erasing")
                .body("{\"reason\": \"patient-request\"}")
                .post("/v1/patients/" + erased + "/erasure")
                .then()
                .statusCode(204);

        folder = offboarding
                .offboard(pharmacy.slug(), exports, new Actor("tests"))
                .await()
                .atMost(LONGEST_EXPORT)
                .folder();
    }

    private static String registered(Tenant pharmacy, String word, String given, String family) {
        return as(pharmacy, Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .header("Idempotency-Key", word)
                .body("""
                        {"name": {"given": "%s", "family": "%s"}, "birthDate": "1961-04-12", "sex": "female"}
                        """.formatted(given, family))
                .post("/v1/patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void takes_along_what_it_may_read_and_no_key_and_nothing_of_who_was_erased() throws Exception {
        var patients = by("id", rows("patient"));
        assertThat(patients.get(kept).getJsonObject("record").getJsonObject("name"))
                .isEqualTo(new JsonObject().put("given", "Luis").put("family", "Ortega"));
        assertThat(patients.get(erased).getValue("record")).isNull();
        assertThat(patients.get(erased).getInteger("number")).isEqualTo(1002);

        assertThat(rows("patient_key")).containsExactly(new JsonObject().put("patient_id", kept));

        var answers = rows("idempotency_key");
        assertThat(answers).hasSize(3);
        assertThat(by(
                        "person",
                        answers.stream()
                                .filter(row -> row.getValue("person") != null)
                                .toList()))
                .hasEntrySatisfying(
                        kept, row -> assertThat(row.getJsonObject("answer").getString("id"))
                                .isEqualTo(kept))
                .hasEntrySatisfying(
                        erased, row -> assertThat(row.getValue("answer")).isNull());

        var ledger = rows("audit_record");
        assertThat(ledger).allSatisfy(row -> assertThat(row.getString("hash")).matches("[0-9a-f]{64}"));
        assertThat(by("act", ledger)
                        .get("search patient")
                        .getJsonObject("sealed")
                        .getJsonObject("sought"))
                .isEqualTo(new JsonObject().put("family", "Ortega"));
        var registrations = by("person", only("register patient", ledger));
        assertThat(registrations
                        .get(kept)
                        .getJsonObject("sealed")
                        .getJsonObject("changes")
                        .fieldNames())
                .contains("name", "birthDate", "sex");
        assertThat(registrations.get(erased).getValue("sealed")).isNull();
        assertThat(by("act", ledger).get("erase patient").getValue("sealed")).isNull();

        for (var table : List.of("patient", "patient_key", "idempotency_key", "audit_record", "outbox_event")) {
            assertThat(folder.resolve(table + ".ndjson")).content().doesNotContain("Vega", "\\\\x");
        }
    }

    private List<JsonObject> rows(String table) throws IOException {
        return Files.readAllLines(folder.resolve(table + ".ndjson")).stream()
                .map(JsonObject::new)
                .toList();
    }

    private static List<JsonObject> only(String act, List<JsonObject> ledger) {
        return ledger.stream().filter(row -> row.getString("act").equals(act)).toList();
    }

    private static Map<String, JsonObject> by(String column, List<JsonObject> rows) {
        return rows.stream()
                .collect(Collectors.toMap(row -> row.getString(column), Function.identity(), (one, other) -> other));
    }
}
