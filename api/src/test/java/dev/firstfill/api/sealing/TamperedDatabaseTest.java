package dev.firstfill.api.sealing;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tables;
import dev.firstfill.kernel.Seals.BrokenSeal;
import dev.firstfill.kernel.Seals.Place;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.sealing.TenantKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Somebody moves sealed values about in the database. Each of the columns that hold any is tried, those of prescriptions
 * in {@link TamperedPrescriptionTest}, those of prior authorisations, tasks and cases where they are tried over HTTP.
 */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TamperedDatabaseTest {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final List<String> TRIED = List.of(
            "assessment.record",
            "audit_record.sealed",
            "case_event.note",
            "claim.record",
            "clinical_concern.record",
            "dispense.record",
            "emergency_access.note",
            "emergency_access.reason",
            "idempotency_key.answer",
            "patient.record",
            "patient_key.wrapped",
            "prescription.record",
            "prescription_change.record",
            "prior_authorisation.record",
            "recall_contact.record",
            "referral.document",
            "referral.record",
            "renewal_request.record",
            "stock_lot.proposal_reason",
            "stock_movement.reason",
            "stock_paper.words",
            "task.notes");

    @Inject
    MeterRegistry meters;

    @Inject
    TenantKeys keys;

    private Tenant pharmacy;
    private Tables tables;
    private String marisol;
    private String luis;

    @BeforeEach
    void register() {
        pharmacy = Pharmacies.another();
        tables = Tables.of(pharmacy);
        marisol = patientNamed(pharmacy, "Marisol", "Vega");
        luis = patientNamed(pharmacy, "Luis", "Ortega");
    }

    /** A new one joins the list, and is tried from then on. */
    @Test
    void every_column_with_sealed_values_is_tried_here() {
        assertThat(tables.rows("""
                        select attrelid::regclass::text as place, attname
                        from pg_attribute
                        where attrelid::regclass::text like 'pharmacy.%'
                          and col_description(attrelid, attnum) ~ '^(sealed|key): '
                        order by 1, 2
                        """))
                .extracting(row ->
                        row.get("place").toString().replace(pharmacy.schema() + ".", "") + "." + row.get("attname"))
                .containsExactlyElementsOf(TRIED);
    }

    @Test
    void a_record_moved_to_another_patient_is_shown_to_nobody() {
        tables.run(
                "update pharmacy.patient set record = (select record from pharmacy.patient where id = ?) where id = ?",
                UUID.fromString(luis),
                UUID.fromString(marisol));

        assertBroken(read(marisol));
        assertBroken(as(pharmacy, Role.BILLER).get("/v1/patients"));
        read(luis).then().statusCode(200).body("name.given", equalTo("Luis"));
    }

    @Test
    void a_record_moved_together_with_its_key_is_shown_to_nobody() {
        for (var column : List.of("patient set record", "patient_key set wrapped")) {
            var table = column.split(" ")[0];
            var name = column.split(" ")[2];
            var row = table.equals("patient") ? "id" : "patient_id";
            tables.run(
                    "update pharmacy.%1$s set %2$s = (select %2$s from pharmacy.%1$s where %3$s = ?) where %3$s = ?"
                            .formatted(table, name, row),
                    UUID.fromString(luis),
                    UUID.fromString(marisol));
        }

        assertBroken(read(marisol));
    }

    @Test
    void what_was_written_of_an_emergency_is_shown_to_nobody_when_it_was_moved() {
        for (var column : List.of("reason", "note")) {
            var ours = reviewedAccessTo(marisol);
            var other = reviewedAccessTo(marisol);

            tables.run(
                    "update pharmacy.emergency_access set %1$s = (select %1$s from pharmacy.emergency_access where id = ?)"
                                    .formatted(column)
                            + " where id = ?",
                    UUID.fromString(other),
                    UUID.fromString(ours));

            assertBroken(as(pharmacy, Role.PRIVACY_OFFICER).get("/v1/emergency-accesses/" + ours));
            as(pharmacy, Role.PRIVACY_OFFICER)
                    .get("/v1/emergency-accesses/" + other)
                    .then()
                    .statusCode(200)
                    .body(column.equals("note") ? "review.note" : "reason", equalTo("Of Marisol"));
        }
    }

    @Test
    void what_was_said_in_an_assessment_or_of_a_concern_is_shown_to_nobody_when_it_was_moved() {
        for (var table : List.of("assessment", "clinical_concern")) {
            var path = table.equals("assessment") ? "/v1/assessments" : "/v1/clinical-concerns";
            var ours = said(path, marisol, "cost");
            var other = said(path, marisol, "delivery");

            tables.run(
                    "update pharmacy.%1$s set record = (select record from pharmacy.%1$s where id = ?) where id = ?"
                            .formatted(table),
                    UUID.fromString(other),
                    UUID.fromString(ours));

            assertBroken(as(pharmacy, Role.CLINICAL_PHARMACIST).get(path + "/" + ours));
            as(pharmacy, Role.CLINICAL_PHARMACIST)
                    .get(path + "/" + other)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void what_was_referred_is_shown_to_nobody_when_it_was_moved() {
        var below = Map.of("record", "", "document", "/document");
        for (var column : below.keySet()) {
            var ours = referred();
            var other = referred();

            tables.run(
                    "update pharmacy.referral set %1$s = (select %1$s from pharmacy.referral where id = ?) where id = ?"
                            .formatted(column),
                    UUID.fromString(other),
                    UUID.fromString(ours));

            assertBroken(as(pharmacy, Role.INTAKE_COORDINATOR).get("/v1/referrals/" + ours + below.get(column)));
            as(pharmacy, Role.INTAKE_COORDINATOR)
                    .get("/v1/referrals/" + other + below.get(column))
                    .then()
                    .statusCode(200);
        }
    }

    /** Of a newcomer, like nobody who is known. */
    private String referred() {
        return as(pharmacy, Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .body("""
                        {"source": "fax", "order": {"patient": {"name": {"given": "Marisol", "family": "%s"},
                          "birthDate": "1961-04-12", "sex": "female"},
                          "medication": {"text": "adalimumab", "sig": "Every other week"}}}
                        """.formatted(UUID.randomUUID()))
                .post("/v1/referrals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String said(String path, String patient, String barrier) {
        var body = path.endsWith("concerns") ? """
                {"patient": "%s", "kind": "barrier", "code": "%s", "note": "Of Marisol"}
                """ : """
                {"patient": "%s", "template": "adherence", "answers": {"main-barrier": "%s"}}
                """;
        return as(pharmacy, Role.CLINICAL_PHARMACIST)
                .contentType("application/json")
                .body(body.formatted(patient, barrier))
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String reviewedAccessTo(String patient) {
        String access = as(pharmacy, Role.BILLER)
                .contentType("application/json")
                .body("""
                        {"patient": "%s", "reasonCode": "patient-in-danger", "reason": "Of Marisol"}
                        """.formatted(patient))
                .post("/v1/emergency-accesses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(pharmacy, Role.PRIVACY_OFFICER)
                .contentType("application/json")
                .body("{\"outcome\": \"justified\", \"note\": \"Of Marisol\"}")
                .post("/v1/emergency-accesses/" + access + "/review")
                .then()
                .statusCode(200);
        return access;
    }

    @Test
    void another_persons_key_opens_nothing() {
        tables.run(
                "update pharmacy.patient_key set wrapped ="
                        + " (select wrapped from pharmacy.patient_key where patient_id = ?) where patient_id = ?",
                UUID.fromString(luis),
                UUID.fromString(marisol));

        assertBroken(read(marisol));
        assertBroken(as(pharmacy, Role.INTAKE_COORDINATOR)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"language\": \"en\"}")
                .patch("/v1/patients/" + marisol));
        assertThat(tables.row("select version from pharmacy.patient where id = ?", UUID.fromString(marisol)))
                .containsEntry("version", 1);
    }

    @Test
    void a_patient_of_another_pharmacy_put_in_place_of_ours_is_shown_to_nobody() {
        var theirs = Pharmacies.another();
        patientNamed(theirs, "Priya", "Raman");
        var record =
                Tables.of(theirs).row("select record from pharmacy.patient").get("record");
        var key = Tables.of(theirs)
                .row("select wrapped from pharmacy.patient_key")
                .get("wrapped");

        tables.run("update pharmacy.patient set record = ? where id = ?", record, UUID.fromString(marisol));
        assertBroken(read(marisol));

        tables.run("update pharmacy.patient_key set wrapped = ? where patient_id = ?", key, UUID.fromString(marisol));
        assertBroken(read(marisol));
    }

    @Test
    void a_record_in_which_one_bit_was_changed_is_shown_to_nobody() {
        tables.run(
                "update pharmacy.patient set record = set_bit(record, 200, 1 - get_bit(record, 200)) where id = ?",
                UUID.fromString(marisol));

        assertBroken(read(marisol));
        read(luis).then().statusCode(200);
    }

    @Test
    void an_answer_moved_to_another_key_is_not_answered() {
        var one = once("one").body(patient("Ana", "Brook"));
        var other = once("other").body(patient("Ben", "Hall"));
        one.post("/v1/patients").then().statusCode(201);
        other.post("/v1/patients").then().statusCode(201);

        tables.run("""
                update pharmacy.idempotency_key k set answer = o.answer, person = o.person
                from pharmacy.idempotency_key o where o.id <> k.id
                """);

        assertBroken(one.post("/v1/patients"));
        assertBroken(other.post("/v1/patients"));
        assertThat(tables.rows("select 1 as one from pharmacy.patient")).hasSize(4);
    }

    @Test
    void a_record_put_where_an_answer_was_is_not_answered_nor_an_answer_shown_as_a_record() {
        var request = once("one").body(patient("Ana", "Brook"));
        String ana =
                request.post("/v1/patients").then().statusCode(201).extract().path("id");
        var answer = tables.row("select answer from pharmacy.idempotency_key").get("answer");

        tables.run(
                "update pharmacy.idempotency_key set answer = (select record from pharmacy.patient where id = ?)",
                UUID.fromString(ana));
        tables.run("update pharmacy.patient set record = ? where id = ?", answer, UUID.fromString(ana));

        assertBroken(request.post("/v1/patients"));
        assertBroken(read(ana));
    }

    @Test
    void what_the_ledger_sealed_does_not_open_in_another_record() {
        var unsealing = keys.unsealing(pharmacy.id()).await().atMost(LONGEST_WAIT);
        search("Vega");
        search("Ortega");
        var sought =
                tables.rows("select id, sealed from pharmacy.audit_record where act = 'search patient' order by seq");
        assertThat(sought).hasSize(2);

        for (var one : sought) {
            for (var other : sought) {
                var place = new Place("audit_record", "sealed", (UUID) other.get("id"));
                if (one == other) {
                    assertThat(new String(unsealing.open(place, (byte[]) one.get("sealed"))))
                            .contains("\"family\":");
                } else {
                    assertThatThrownBy(() -> unsealing.open(place, (byte[]) one.get("sealed")))
                            .isInstanceOf(BrokenSeal.class);
                }
            }
        }
    }

    @Test
    void a_broken_seal_is_counted_and_the_log_names_the_place_and_nothing_of_what_lies_there() {
        var before = meters.counter("firstfill.seals.broken", "tenant", pharmacy.slug(), "table", "patient")
                .count();
        tables.run("update pharmacy.patient set record = record || '\\x00' where id = ?", UUID.fromString(marisol));

        var lines = new ArrayList<String>();
        var logger = Logger.getLogger("dev.firstfill.api.problem.ProblemMappers");
        var listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage().formatted(line.getParameters()) + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(listener);
        try {
            assertBroken(read(marisol));
        } finally {
            logger.removeHandler(listener);
        }

        assertThat(lines)
                .singleElement()
                .asString()
                .contains("A sealed value does not open (table=patient column=record row=%s)".formatted(marisol))
                .endsWith("null");
        assertThat(meters.counter("firstfill.seals.broken", "tenant", pharmacy.slug(), "table", "patient")
                        .count())
                .isEqualTo(before + 1);
    }

    private Response read(String patient) {
        return as(pharmacy, Role.CLINICAL_PHARMACIST).get("/v1/patients/" + patient);
    }

    private void search(String family) {
        as(pharmacy, Role.BILLER)
                .contentType("application/json")
                .body("{\"family\": \"%s\"}".formatted(family))
                .post("/v1/patients/search")
                .then()
                .statusCode(200);
    }

    private RequestSpecification once(String word) {
        return as(pharmacy, Role.INTAKE_COORDINATOR)
                .contentType("application/json")
                .header("Idempotency-Key", word);
    }

    private static String patient(String given, String family) {
        return """
                {"name": {"given": "%s", "family": "%s"}, "birthDate": "1961-04-12", "sex": "female"}
                """.formatted(given, family);
    }

    private static void assertBroken(Response answer) {
        answer.then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("sealed-value-broken"));
        var problem = new JsonObject(answer.asString());
        assertThat(problem.fieldNames()).containsOnly("type", "title", "status", "code", "traceId");
        assertThat(answer.asString()).doesNotContain("patient", "Marisol", "Luis", "Vega", "Ortega");
    }
}
