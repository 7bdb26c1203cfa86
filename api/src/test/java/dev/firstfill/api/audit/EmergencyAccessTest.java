package dev.firstfill.api.audit;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.Tables;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A technician who may set up the pharmacy and see no patient needs a record at once. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EmergencyAccessTest {
    private static final String PRIYA = UUID.randomUUID().toString();
    private static final String ACCESSES = "/v1/emergency-accesses";

    @Inject
    MeterRegistry meters;

    private Tenant northgate;
    private LedgerTable ledger;
    private String vega;

    @BeforeEach
    void aPatient() {
        northgate = Pharmacies.another();
        ledger = new LedgerTable(northgate);
        vega = patientNamed(northgate, "Marisol", "Vega");
    }

    @Test
    void the_record_is_read_in_an_emergency_and_the_privacy_officer_reviews_it() {
        priya().get("/v1/patients/" + vega).then().statusCode(403);

        var opened = open("P1001");

        opened.then().statusCode(201).body("patient", equalTo(vega));
        String id = opened.path("id");
        assertThat(opened.header("Location")).endsWith(ACCESSES + "/" + id);
        assertThat(Duration.between(Instant.parse(opened.path("openedAt")), Instant.parse(opened.path("expiresAt"))))
                .isEqualTo(Duration.ofMinutes(60));
        assertThat(opened.<String>path("banner")).contains("recorded");
        assertRecorded("open emergency-access");

        priya().get(ACCESSES + "/" + id + "/patient")
                .then()
                .statusCode(200)
                .body("id", equalTo(vega))
                .body("name.family", equalTo("Vega"));
        assertRecorded("use emergency-access");
        assertThat(last().entry().getString("resource")).isEqualTo(id);

        officer()
                .get(ACCESSES)
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0].openedBy.id", equalTo(PRIYA))
                .body("items[0].openedBy.name", equalTo("priya"))
                .body("items[0].patient", equalTo(vega))
                .body("items[0].reasonCode", equalTo("patient-in-danger"))
                .body("items[0].reason", equalTo("Marisol Vega collapsed"))
                .body("items[0].reviewOverdue", equalTo(false))
                .body("items[0].review", nullValue());

        officer()
                .contentType("application/json")
                .body("{\"outcome\": \"needs-training\", \"note\": \"Call Ana first\"}")
                .post(ACCESSES + "/" + id + "/review")
                .then()
                .statusCode(200)
                .body("review.outcome", equalTo("needs-training"))
                .body("review.note", equalTo("Call Ana first"));
        officer().get(ACCESSES).then().statusCode(200).body("items", empty());
        officer().get(ACCESSES + "?review=done").then().body("items.id", contains(id));
        assertThat(Tables.of(northgate).rows("select type, subject_id from pharmacy.outbox_event order by seq"))
                .anySatisfy(event -> assertThat(event)
                        .containsEntry("type", "emergency-access.opened")
                        .containsEntry("subject_id", UUID.fromString(id)));
    }

    @Test
    void nothing_of_what_was_written_lies_in_the_open() {
        String id = open(vega).path("id");
        officer()
                .contentType("application/json")
                .body("{\"outcome\": \"justified\", \"note\": \"Marisol Vega thanked us\"}")
                .post(ACCESSES + "/" + id + "/review")
                .then()
                .statusCode(200);

        assertThat(Tables.of(northgate).rows("""
                                select encode(reason, 'escape') || encode(note, 'escape') as written
                                from pharmacy.emergency_access
                                """).toString()).doesNotContain("Marisol", "collapsed", "thanked");
        assertThat(last().entry().encode()).doesNotContain("Marisol", "thanked");
        assertThat(last().sealed()).isNotNull().doesNotContain("Marisol", "thanked");
    }

    @Test
    void it_lets_nobody_else_and_nothing_else_be_read() {
        var ruiz = patientNamed(northgate, "Ana", "Ruiz");
        String id = open(vega).path("id");

        as(northgate, Role.CLINICAL_PHARMACIST)
                .get(ACCESSES + "/" + id + "/patient")
                .then()
                .statusCode(404)
                .body("code", equalTo("emergency-access-not-found"));
        assertThat(last().outcome()).isEqualTo("refused");
        assertThat(last().persons()).isEmpty();
        as(Pharmacies.another(), Role.TENANT_ADMINISTRATOR)
                .get(ACCESSES + "/" + id + "/patient")
                .then()
                .statusCode(404);
        priya().get("/v1/patients/" + vega).then().statusCode(403);
        priya().get("/v1/patients/" + ruiz).then().statusCode(403);
        priya().get(ACCESSES).then().statusCode(403);
        priya().get(ACCESSES + "/" + id).then().statusCode(403);
        as(northgate, Role.TELEPHONY_CLIENT, Role.INTEGRATION_CLIENT)
                .contentType("application/json")
                .body(access(vega))
                .post(ACCESSES)
                .then()
                .statusCode(403);
    }

    @Test
    void what_was_closed_or_has_expired_shows_nothing_and_that_is_recorded() {
        String closed = open(vega).path("id");
        priya().post(ACCESSES + "/" + closed + "/closure").then().statusCode(204);
        assertRecorded("close emergency-access");
        String expired = open(vega).path("id");
        Tables.of(northgate).run("""
                update pharmacy.emergency_access
                set opened_at = opened_at - interval '61 minutes', expires_at = expires_at - interval '61 minutes'
                where id = ?
                """, UUID.fromString(expired));

        for (var over : List.of(closed, expired)) {
            priya().get(ACCESSES + "/" + over + "/patient")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("emergency-access-over"));
            assertThat(last().act()).isEqualTo("use emergency-access");
            assertThat(last().outcome()).isEqualTo("refused");
            assertThat(last().entry().getString("purpose")).isEqualTo("EMERGENCY");
            assertThat(last().persons()).isEmpty();
        }
    }

    @Test
    void a_privacy_officer_does_not_review_an_own_access_and_nobody_reviews_one_twice() {
        var officerPriya = UUID.randomUUID().toString();
        String id = somebody(officerPriya, Role.PRIVACY_OFFICER)
                .contentType("application/json")
                .body(access(vega))
                .post(ACCESSES)
                .path("id");

        review(somebody(officerPriya, Role.PRIVACY_OFFICER), id)
                .then()
                .statusCode(409)
                .body("code", equalTo("own-emergency-access"));
        officer().get(ACCESSES + "/" + id).then().body("review", nullValue());
        review(officer(), id).then().statusCode(200);
        review(officer(), id).then().statusCode(409).body("code", equalTo("emergency-access-reviewed"));
    }

    @Test
    void a_review_that_is_late_is_overdue() {
        String id = open(vega).path("id");
        Tables.of(northgate).run("""
                update pharmacy.emergency_access
                set opened_at = opened_at - interval '6 days', expires_at = expires_at - interval '6 days'
                """);

        officer().get(ACCESSES + "/" + id).then().statusCode(200).body("reviewOverdue", equalTo(true));

        review(officer(), id).then().statusCode(200).body("reviewOverdue", equalTo(false));
    }

    @Test
    void of_an_erased_patient_neither_record_nor_reason_is_left() {
        String id = open(vega).path("id");
        as(northgate, Role.PRIVACY_OFFICER)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"reason\": \"patient-request\"}")
                .post("/v1/patients/" + vega + "/erasure")
                .then()
                .statusCode(204);

        priya().get(ACCESSES + "/" + id + "/patient").then().statusCode(410);
        officer()
                .get(ACCESSES + "/" + id)
                .then()
                .statusCode(200)
                .body("patient", equalTo(vega))
                .body("reason", nullValue());
        open(vega).then().statusCode(410).body("code", equalTo("patient-erased"));
    }

    @Test
    void whoever_watches_is_told_at_once_and_learns_nothing_of_the_patient() {
        var warned = new CopyOnWriteArrayList<String>();
        var listening = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (entry.getLevel().intValue() == Level.WARNING.intValue()) {
                    warned.add(String.format(entry.getMessage(), entry.getParameters()));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var log = Logger.getLogger("dev.firstfill.api.emergency.EmergencyAlarm");
        log.addHandler(listening);
        try {
            String id = open(vega).path("id");

            assertThat(warned).singleElement().asString().contains(northgate.slug(), id);
            assertThat(warned.toString()).doesNotContain(vega, "Marisol", "collapsed");
        } finally {
            log.removeHandler(listening);
        }
        assertThat(meters.counter("firstfill.emergency.accesses", "tenant", northgate.slug())
                        .count())
                .isEqualTo(1);
    }

    private void assertRecorded(String act) {
        assertThat(last().act()).isEqualTo(act);
        assertThat(last().outcome()).isEqualTo("done");
        assertThat(last().persons()).containsExactly(UUID.fromString(vega));
        assertThat(last().entry().getString("user")).isEqualTo("priya");
        assertThat(last().entry().getString("purpose")).isEqualTo("EMERGENCY");
        assertThat(last().entry().getString("reason")).isEqualTo("PATIENT_IN_DANGER");
    }

    private Response open(String patient) {
        return priya().contentType("application/json").body(access(patient)).post(ACCESSES);
    }

    private static String access(String patient) {
        return """
                {"patient": "%s", "reasonCode": "patient-in-danger", "reason": "Marisol Vega collapsed"}
                """.formatted(patient);
    }

    private static Response review(RequestSpecification reviewer, String id) {
        return reviewer.contentType("application/json")
                .body("{\"outcome\": \"justified\"}")
                .post(ACCESSES + "/" + id + "/review");
    }

    private RequestSpecification priya() {
        return somebody(PRIYA, Role.TENANT_ADMINISTRATOR);
    }

    private RequestSpecification officer() {
        return as(northgate, Role.PRIVACY_OFFICER);
    }

    private RequestSpecification somebody(String subject, Role role) {
        var token =
                Tokens.of(northgate, role, claims -> claims.put("sub", subject).put("preferred_username", "priya"));
        return RestAssured.given().auth().oauth2(token);
    }

    private LedgerTable.Row last() {
        var rows = ledger.rows();
        return rows.get(rows.size() - 1);
    }
}
