package dev.firstfill.api.sealing;

import static dev.firstfill.api.testing.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.BilledFills;
import dev.firstfill.api.testing.Canaries;
import dev.firstfill.api.testing.Ordered;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Workbench;
import dev.firstfill.local.LocalStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whoever steals the database, or a backup of it, has nobody's name, number, address or birth date. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DumpedDatabaseTest {
    private final Tenant pharmacy = Pharmacies.another();
    private final Canaries before = Canaries.planted();
    private final Canaries after = Canaries.planted();
    private Connection superuser;
    private DatabaseDump dump;

    @BeforeEach
    void fillEveryTable() throws SQLException {
        superuser = LocalStack.named("check").start().superuser().connect("firstfill");
        dump = new DatabaseDump(superuser, pharmacy.schema(), "control");

        // The answers of both are kept, and the ledger keeps what was before and what was after.
        var patient = json(Role.INTAKE_COORDINATOR)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(before.patient())
                .post("/v1/patients")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        json(Role.INTAKE_COORDINATOR)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"1\"")
                .body(after.patient())
                .put(patient)
                .then()
                .statusCode(200);
        for (var canaries : List.of(before, after)) {
            for (var search : List.of(
                    "{\"family\": \"%s\", \"birthDate\": \"%s\"}".formatted(canaries.family(), canaries.birthDate()),
                    "{\"phone\": \"%s\"}".formatted(canaries.phone()),
                    "{\"memberId\": \"%s\"}".formatted(canaries.memberId()))) {
                json(Role.INTAKE_COORDINATOR)
                        .body(search)
                        .post("/v1/patients/search")
                        .then()
                        .statusCode(200);
            }
        }
        json(Role.PRIVACY_OFFICER)
                .body("""
                        {"madeAt": "2026-03-02T15:00:00Z", "recipient": "%s %s", "recipientAddress": "%s",
                         "description": "record of %s", "purpose": "asked by %s", "basis": "public-health"}
                        """.formatted(before.given(), before.family(), before.street(), before.phone(), before.email()))
                .post(patient + "/disclosures")
                .then()
                .statusCode(201);
        var access = json(Role.CLINICAL_PHARMACIST)
                .body("""
                        {"patient": "%s", "reasonCode": "patient-in-danger", "reason": "%s %s called from %s"}
                        """.formatted(patient.replaceFirst(".*/", ""), before.given(), before.family(), before.phone()))
                .post("/v1/emergency-accesses")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        // Of the planted member, and the answer of the payer is kept beside the card.
        var claim = BilledFills.done(BilledFills.bill(pharmacy, patient.replaceFirst(".*/", ""), UUID.randomUUID()))
                .id()
                .toString();
        BilledFills.untilAnswered(pharmacy, claim);
        prescribe(patient.replaceFirst(".*/", ""));
        authorise(patient.replaceFirst(".*/", ""));
        assess(patient.replaceFirst(".*/", ""));
        recall(patient.replaceFirst(".*/", ""));
        refer();
        callAbout();
        leaveToDo(patient.replaceFirst(".*/", ""));
        new DumpedShelves(pharmacy).fill("%s %s at %s".formatted(before.given(), before.family(), before.phone()));
        // Refused before the pharmacy is opened, and recorded all the same.
        for (var typed : List.of(before.family(), before.phone(), before.memberId())) {
            json(Role.TENANT_ADMINISTRATOR)
                    .get("/v1/patients/{patient}", typed)
                    .then()
                    .statusCode(403);
        }
        json(Role.PRIVACY_OFFICER)
                .body("{\"outcome\": \"justified\", \"note\": \"%s was in danger\"}".formatted(before.family()))
                .post(access + "/review")
                .then()
                .statusCode(200);
    }

    /** People write of patients wherever there is room for it. */
    private void prescribe(String patient) {
        Ordered.stock(pharmacy, "none");
        var called = "%s %s called from %s".formatted(before.given(), before.family(), before.phone());
        var prescription = Ordered.active(
                pharmacy,
                patient,
                "\"sig\": \"%s\", \"clinicalIndication\": \"%s\", \"note\": \"%s\"".formatted(called, called, called));
        var held = "{\"reason\": \"procedure\", \"note\": \"%s\"}".formatted(called);
        json(Role.DISPENSING_PHARMACIST)
                .body(held)
                .post("/v1/prescriptions/{id}/hold", prescription)
                .then()
                .statusCode(200);
        json(Role.DISPENSING_PHARMACIST)
                .body("{\"requestedBy\": \"patient\", \"note\": \"%s\"}".formatted(called))
                .post("/v1/prescriptions/{id}/renewal-requests", prescription)
                .then()
                .statusCode(201);
        json(Role.DISPENSING_PHARMACIST)
                .body("{\"outcome\": \"withdrawn\", \"note\": \"%s\"}".formatted(called))
                .post("/v1/prescriptions/{id}/renewal-requests/answer", prescription)
                .then()
                .statusCode(200);
    }

    /** The planted person is referred, and somebody like them, whose referral waits for a decision. */
    private void refer() {
        for (var given : List.of(after.given(), before.given())) {
            json(Role.INTAKE_COORDINATOR)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body("""
                            {"source": "fax", "order": {"patient": {"name": {"given": "%s", "family": "%s"},
                              "birthDate": "%s", "sex": "female", "phones": [{"use": "home", "number": "%s"}],
                              "addresses": [{"use": "home", "line1": "%s", "city": "Chicago", "state": "IL",
                                             "zip": "60601"}]},
                              "coverages": [{"payer": "Aetna", "kind": "commercial", "memberId": "%s"}],
                              "medication": {"text": "adalimumab", "sig": "for %s of %s"}}}
                            """.formatted(
                                    given,
                                    before.family(),
                                    before.birthDate(),
                                    before.phone(),
                                    before.street(),
                                    before.memberId(),
                                    before.family(),
                                    before.street()))
                    .post("/v1/referrals")
                    .then()
                    .statusCode(201);
        }
    }

    /** Somebody calls about the planted person's case, and writes down what was said. */
    private void callAbout() {
        String referred = json(Role.PHARMACY_MANAGER)
                .get("/v1/cases?sort=oldest")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        json(Role.PHARMACY_MANAGER)
                .body("""
                        {"channel": "phone", "result": "reached", "note": "%s %s called from %s"}
                        """.formatted(before.given(), before.family(), before.phone()))
                .post("/v1/cases/{case}/contact-attempts", referred)
                .then()
                .statusCode(200);
    }

    /** Whoever opens, puts off and completes a task says why. */
    private void leaveToDo(String patient) {
        var called = "%s %s called from %s".formatted(before.given(), before.family(), before.phone());
        var task = json(Role.PHARMACY_MANAGER)
                .body("""
                        {"patient": "%s", "type": "adherence-call", "priority": "high", "note": "%s"}
                        """.formatted(patient, called))
                .post("/v1/tasks")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        json(Role.PHARMACY_MANAGER)
                .header("If-Match", "\"1\"")
                .body("{\"until\": \"%s\", \"reason\": \"%s\"}"
                        .formatted(Instant.now().plus(Duration.ofDays(1)), called))
                .post(task + "/snooze")
                .then()
                .statusCode(200);
        json(Role.PHARMACY_MANAGER)
                .header("If-Match", "\"2\"")
                .body("{\"outcome\": \"done\", \"note\": \"%s\"}".formatted(called))
                .post(task + "/completion")
                .then()
                .statusCode(200);
    }

    /** The box goes to the planted street, and somebody calls about it. */
    private void recall(String patient) {
        var recall = Workbench.of(pharmacy).recalledOf(patient, after.street());
        json(Role.PHARMACY_MANAGER)
                .body("""
                        {"patient": "%s", "party": "patient", "channel": "phone", "outcome": "reached",
                         "product": "used", "note": "%s %s called from %s"}
                        """.formatted(patient, before.given(), before.family(), before.phone()))
                .post("/v1/recalls/{recall}/contacts", recall)
                .then()
                .statusCode(200);
    }

    /** Whatever can be said in words is said of the patient. */
    private void assess(String patient) {
        var words = "%s %s called from %s".formatted(before.given(), before.family(), before.phone());
        var signed = """
                {"missed-doses": 0, "on-time": "always", "stopped-by-self": false, "runs-out": false,
                 "understands": "well", "doses-left": 9, "main-barrier": "other", "barrier-in-words": "%s"}
                """.formatted(words);
        var assessment = json(Role.CLINICAL_PHARMACIST)
                .body("{\"patient\": \"%s\", \"template\": \"adherence\", \"answers\": %s}".formatted(patient, signed))
                .post("/v1/assessments")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        as(pharmacy, Role.CLINICAL_PHARMACIST)
                .header("If-Match", "\"1\"")
                .post(assessment + "/signature")
                .then()
                .statusCode(200);
        json(Role.CLINICAL_PHARMACIST)
                .body("{\"reason\": \"%s\", \"answers\": %s}".formatted(words, signed))
                .post(assessment + "/amendment")
                .then()
                .statusCode(201);
        var concern = json(Role.CLINICAL_PHARMACIST)
                .body("""
                        {"patient": "%s", "kind": "barrier", "code": "cost", "note": "%s"}
                        """.formatted(patient, words))
                .post("/v1/clinical-concerns")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        json(Role.CLINICAL_PHARMACIST)
                .body("{\"outcome\": \"overcome\", \"note\": \"%s\"}".formatted(words))
                .post(concern + "/resolution")
                .then()
                .statusCode(200);
    }

    private void authorise(String patient) {
        askPayer(patient);
    }

    /** By phone, where everything is said of the patient that can be. */
    private void askPayer(String patient) {
        var words = "%s %s called from %s".formatted(before.given(), before.family(), before.phone());
        var authorisation = json(Role.PA_SPECIALIST)
                .body("""
                        {"patient": "%s", "drug": "0074-0554-02", "state": "prepared", "payer": "Aetna",
                         "number": "%s", "note": "%s",
                         "request": {"payerKind": "commercial", "benefit": "pharmacy", "channel": "phone",
                                     "urgency": "standard", "prescriber": "1234567893", "diagnoses": ["M05.79"],
                                     "quantity": 26, "daysSupply": 365, "justification": "%s"}}
                        """.formatted(patient, before.memberId(), words, words))
                .post("/v1/prior-authorisations")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        sayToPayer(authorisation, 1, "submission", "{\"reference\": \"%s\"}".formatted(words));
        sayToPayer(authorisation, 2, "information-request", "{\"asked\": \"%s\"}".formatted(words));
        sayToPayer(authorisation, 3, "information", "{\"answer\": \"%s\"}".formatted(words));
        sayToPayer(authorisation, 4, "decision", """
                {"decision": "denied", "reason": "other", "noticedOn": "2026-11-20", "appealUntil": "2099-01-01",
                 "message": "%s"}
                """.formatted(words));
        sayToPayer(authorisation, 5, "appeals", """
                {"level": "internal", "urgency": "standard", "grounds": "%s"}
                """.formatted(words));
    }

    private void sayToPayer(String authorisation, int seen, String what, String body) {
        json(Role.PA_SPECIALIST)
                .header("If-Match", "\"%d\"".formatted(seen))
                .body(body)
                .post(authorisation + "/" + what)
                .then()
                .statusCode(200);
    }

    @AfterEach
    void close() throws SQLException {
        superuser.close();
    }

    @Test
    void no_table_of_the_database_names_anybody() throws Exception {
        for (var table : List.of("patient", "audit_record", "idempotency_key", "outbox_event", "claim")) {
            assertThat(dump.column("select count(*)::text from %s.%s".formatted(pharmacy.schema(), table)))
                    .as(table)
                    .doesNotContain("0");
        }

        assertThat(dump.findings(before)).isEmpty();
        assertThat(dump.findings(after)).isEmpty();
    }

    @Test
    void no_file_of_the_database_names_anybody() throws Exception {
        assertThat(dump.findingsInFiles(before)).isEmpty();
        assertThat(dump.findingsInFiles(after)).isEmpty();
    }

    /** What the column would hold if nobody sealed it. If this found nothing, the tests above would prove nothing. */
    @Test
    void each_sealed_column_that_was_not_sealed_would_be_found() throws Exception {
        var sealed = sealedColumns();
        superuser.setAutoCommit(false);

        var unnoticed = new ArrayList<String>();
        for (var column : sealed) {
            unseal(column);
            if (dump.findings(before).isEmpty()) {
                unnoticed.add(column);
            }
            superuser.rollback();
        }

        assertThat(sealed).contains("patient.record", "audit_record.sealed", "idempotency_key.answer", "claim.record");
        assertThat(unnoticed).isEmpty();
    }

    private List<String> sealedColumns() throws SQLException {
        return dump.column("""
                select c.relname || '.' || a.attname
                from pg_attribute a
                join pg_class c on c.oid = a.attrelid
                join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = '%s' and col_description(c.oid, a.attnum) like 'sealed:%%'
                order by 1
                """.formatted(pharmacy.schema()));
    }

    private void unseal(String column) throws SQLException {
        var table = column.substring(0, column.indexOf('.'));
        var name = column.substring(column.indexOf('.') + 1);
        try (var update =
                superuser.prepareStatement("update %s.%s set %s = ?".formatted(pharmacy.schema(), table, name))) {
            update.setBytes(1, before.patient().getBytes(StandardCharsets.UTF_8));
            assertThat(update.executeUpdate()).as("rows of " + table).isPositive();
        }
    }

    private RequestSpecification json(Role role) {
        return as(pharmacy, role).contentType("application/json");
    }
}
