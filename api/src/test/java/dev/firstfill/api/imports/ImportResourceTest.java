package dev.firstfill.api.imports;

import static dev.firstfill.api.testing.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tables;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportResourceTest {
    private static final String VEGA = """
            {"line": 1, "kind": "patient", "key": "mrn-1", "record":
             {"name": {"given": "Marisol", "family": "Vega"}, "birthDate": "1961-04-12", "sex": "female"}}
            """;
    private static final String DR_ANAND = """
            {"line": 2, "kind": "prescriber", "key": "dr-1", "record":
             {"npi": "1234567893", "name": {"given": "Priya", "family": "Anand"}}}
            """;
    private static final String ADALIMUMAB = """
            {"line": 3, "kind": "drug", "key": "drug-1", "record":
             {"ndc": "0074-0554-02", "name": "Adalimumab Pen", "strength": "40 mg/0.4 mL", "dosageForm": "pen",
              "manufacturer": "Helix Therapeutics", "packageSize": {"quantity": 2, "unit": "pen"},
              "storage": "refrigerated", "requiresRems": false, "limitedDistribution": false, "schedule": "none"}}
            """;
    private static final String PRESCRIPTION = """
            {"line": 4, "kind": "prescription", "key": "rx-1", "state": "active", "record":
             {"patient": "mrn-1", "prescriber": "dr-1", "drug": "drug-1", "sig": "Inject 40 mg every other week",
              "quantity": 2, "daysSupply": 28, "refillsAuthorised": 1, "writtenOn": "2026-01-05",
              "icd10Codes": ["M05.79"], "dispenseAsWritten": "no-selection", "origin": "electronic"}}
            """;
    private static final String DISPENSE = """
            {"line": 5, "kind": "dispense", "key": "d-1", "record":
             {"prescription": "rx-1", "fillNumber": 0, "quantity": 2, "daysSupply": 28, "filledOn": "2026-01-06",
              "shippedAt": "2026-01-06T20:00:00Z", "deliveredAt": "2026-01-07T16:00:00Z", "state": "delivered",
              "lots": [{"lotNumber": "AB1234", "expiresOn": "2027-01-31", "quantity": 2}]}}
            """;

    private Tenant pharmacy;
    private String job;

    @BeforeEach
    void begin() {
        pharmacy = Pharmacies.another();
        job = create().then().statusCode(201).extract().path("id");
    }

    @Test
    void a_file_is_taken_in_line_by_line_and_everything_in_it_is_found() {
        var results = sent(VEGA, DR_ANAND, ADALIMUMAB, PRESCRIPTION, DISPENSE);

        assertThat(results).extracting(result -> result.getString("result")).containsOnly("created");
        as(pharmacy, Role.DISPENSING_PHARMACIST)
                .get("/v1/patients/P1001")
                .then()
                .statusCode(200)
                .body("id", equalTo(results.get(0).getString("id")))
                .body("name.family", equalTo("Vega"));
        as(pharmacy, Role.DISPENSING_PHARMACIST)
                .get("/v1/prescriptions/RX1001")
                .then()
                .statusCode(200)
                .body("sig", equalTo("Inject 40 mg every other week"))
                .body("fillsRemaining", equalTo(1));
        as(pharmacy, Role.DISPENSING_PHARMACIST)
                .get("/v1/dispenses/D1001")
                .then()
                .statusCode(200)
                .body("state", equalTo("delivered"))
                .body("lots.lotNumber", contains("AB1234"));
    }

    @Test
    void a_file_that_is_sent_again_is_taken_in_once_and_progress_counts_each_line_once() {
        sent(VEGA, DR_ANAND, ADALIMUMAB);

        var again = sent(VEGA, DR_ANAND, ADALIMUMAB, PRESCRIPTION, DISPENSE);

        assertThat(again)
                .extracting(result -> result.getString("result"))
                .containsExactly("present", "present", "present", "created", "created");
        manager()
                .get("/v1/imports/" + job)
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("lastLine", equalTo(5))
                .body("counts", hasSize(5))
                .body("counts.lines", contains(1, 1, 1, 1, 1))
                .body("counts.result", contains("created", "created", "created", "created", "created"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"line\": 1, \"kind\": \"patient\" | malformed-json | ''",
                "{\"line\": 1, \"kind\": \"animal\", \"key\": \"a\", \"record\": {}} | wrong-value | /kind",
                "{\"line\": 1, \"kind\": \"patient\", \"key\": \"a\", \"record\": {\"Vega\": 1}} | unknown-property | /record",
                "{\"line\": 1, \"kind\": \"prescription\", \"key\": \"a\", \"record\": {}} | rule | ''",
            })
    void a_line_that_is_wrong_says_where_and_nothing_of_it_is_kept(String line, String code, String pointer) {
        var results = sent(line, DR_ANAND);

        assertThat(results.get(0).getString("result")).isEqualTo("refused");
        assertThat(results.get(0).getString("code")).isEqualTo(code);
        assertThat(results.get(0).getString("pointer")).isEqualTo(pointer);
        assertThat(results.get(1).getString("result")).isEqualTo("created");
        manager()
                .get("/v1/imports/" + job + "/refusals")
                .then()
                .statusCode(200)
                .body("items.line", contains(1))
                .body("items.code", contains(code))
                .body("items.pointer", contains(pointer));
        assertThat(Tables.of(pharmacy).rows("select * from pharmacy.import_line where pointer like '%Vega%'"))
                .isEmpty();
        sent(VEGA);
        manager().get("/v1/imports/" + job + "/refusals").then().body("items", empty());
    }

    @Test
    void a_patient_born_tomorrow_is_refused() {
        var refused = sent(VEGA.replace("1961-04-12", "2961-04-12")).getFirst();

        assertThat(refused.getString("code")).isEqualTo("past-or-present");
        assertThat(refused.getString("pointer")).isEqualTo("/record/birthDate");
        assertThat(Tables.of(pharmacy).rows("select id from pharmacy.patient")).isEmpty();
    }

    @Test
    void a_quantity_of_zero_is_refused() {
        var refused = sent(
                        VEGA,
                        DR_ANAND,
                        ADALIMUMAB,
                        PRESCRIPTION,
                        DISPENSE.replace("\"quantity\": 2, \"daysSupply\"", "\"quantity\": 0, \"daysSupply\""))
                .getLast();

        assertThat(refused.getString("code")).isEqualTo("positive");
        assertThat(refused.getString("pointer")).isEqualTo("/record/quantity");
    }

    @Test
    void lines_out_of_order_are_no_batch_and_nothing_is_taken_in() {
        send(DR_ANAND, VEGA).then().statusCode(400).body("code", equalTo("invalid-body"));
        send("").then().statusCode(400);

        assertThat(Tables.of(pharmacy).rows("select line from pharmacy.import_line"))
                .isEmpty();
        assertThat(Tables.of(pharmacy).rows("select id from pharmacy.prescriber"))
                .isEmpty();
    }

    @Test
    void one_record_of_the_ledger_names_the_persons_of_a_batch() {
        var id = sent(VEGA, DR_ANAND, ADALIMUMAB, PRESCRIPTION).getFirst().getString("id");
        var other = VEGA.replace("mrn-1", "mrn-2").replace("\"line\": 1", "\"line\": 6");

        var second = sent(DISPENSE, other).getLast().getString("id");

        var record = Tables.of(pharmacy).row("""
                select persons::text, entry::text from pharmacy.audit_record where act = 'take in import' and persons is not null
                """);
        assertThat(record.get("persons")).isEqualTo("{" + id + "," + second + "}");
        assertThat((String) record.get("entry")).contains("\"resource\":\"" + job + "\"", "\"created\"");
    }

    @Test
    void a_source_has_one_open_import_and_another_when_it_is_completed() {
        create().then().statusCode(409).body("code", equalTo("import-open"));
        sent(VEGA);

        manager()
                .post("/v1/imports/" + job + "/completion")
                .then()
                .statusCode(200)
                .body("state", equalTo("completed"))
                .body("counts.lines", contains(1));

        send(DR_ANAND).then().statusCode(409).body("code", equalTo("import-completed"));
        create().then().statusCode(201);
    }

    private Response create() {
        return manager()
                .contentType("application/json")
                .body("{\"source\": \"legacy-rx\"}")
                .post("/v1/imports");
    }

    private List<JsonObject> sent(String... lines) {
        var answer = send(lines);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/x-ndjson");
        return answer.asString().lines().map(JsonObject::new).toList();
    }

    private Response send(String... lines) {
        var body = new StringBuilder();
        Arrays.stream(lines).map(line -> line.replace("\n", " ")).forEach(line -> body.append(line)
                .append('\n'));
        return manager()
                .contentType("application/x-ndjson")
                .body(body.toString().getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports/" + job + "/lines");
    }

    private RequestSpecification manager() {
        return as(pharmacy, Role.PHARMACY_MANAGER);
    }
}
