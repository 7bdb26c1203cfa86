package dev.firstfill.api.authorisations;

import static dev.firstfill.api.testing.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Authorised;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.api.testing.TestPayer;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the first question to the payer's last word, by hand and electronically. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthorisationLifeTest {
    private static final String LIST = "/v1/prior-authorisations";
    private static final String ANSWER = "{\"answer\": \"CRP 31 mg/L\"}";

    private Tenant pharmacy;

    @BeforeEach
    void open() {
        pharmacy = Pharmacies.northgate();
    }

    @Test
    void an_electronic_payer_approves_what_was_submitted() {
        var asked = Authorised.submitted(pharmacy, TestPayer.memberWhom(""));

        Authorised.until(pharmacy, asked, "state = 'APPROVED'");

        read(asked)
                .body("state", equalTo("approved"))
                .body("quantity", equalTo(26))
                .body("decisionDueAt", nullValue())
                .body("attention", nullValue())
                .body("history.move", contains("prepare", "submit", "approve"))
                .body("history[2].by", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hangs-up", "loses", "fails", "babbles", "cuts-short", "breaks-off", "answers-twice", "mixes-up"
            })
    void a_payer_that_gives_no_answer_is_asked_again_and_decides_once(String conduct) {
        var member = TestPayer.memberWhom("");
        var prepared = Authorised.prepared(pharmacy, member);
        TestPayer.willMeet(member, conduct);

        sent(Role.PA_SPECIALIST, prepared, 1, "submission", "{}").statusCode(200);
        Authorised.until(pharmacy, prepared, "state = 'APPROVED' and failure is null");

        assertThat(TestPayer.asked(prepared)).containsExactly("PARequest", "PARequest");
        read(prepared).body("history.move", contains("prepare", "submit", "approve"));
    }

    @Test
    void a_payer_that_wants_to_know_more_is_told_and_then_decides() {
        var asked = Authorised.submitted(pharmacy, TestPayer.memberWhom("asks"));
        Authorised.until(pharmacy, asked, "state = 'INFORMATION_REQUESTED'");

        sent(Role.PA_SPECIALIST, asked, 3, "information", ANSWER)
                .statusCode(200)
                .body("state", equalTo("submitted"));
        Authorised.until(pharmacy, asked, "state = 'APPROVED'");

        read(asked).body("history.text", hasItem("CRP 31 mg/L"));
    }

    @Test
    void a_denial_is_appealed_and_overturned() {
        var asked = Authorised.submitted(pharmacy, TestPayer.memberWhom("denies"));
        Authorised.until(pharmacy, asked, "state = 'DENIED'");
        read(asked).body("denialReason", equalTo("step-therapy"));

        sent(Role.PA_SPECIALIST, asked, 3, "appeals", "{\"level\": \"internal\", \"urgency\": \"expedited\"}")
                .statusCode(200)
                .body("state", equalTo("appealed"));
        Authorised.until(pharmacy, asked, "state = 'APPROVED'");

        assertThat(TestPayer.asked(asked)).containsExactly("PARequest", "PAAppeal");
    }

    @Test
    void a_payer_that_takes_its_time_is_asked_again_by_whoever_inquires() {
        var asked = Authorised.asked(pharmacy, TestPayer.memberWhom("pends"));
        read(asked).body("state", equalTo("submitted"));

        for (int polls = 2; polls <= 3; polls++) {
            as(pharmacy, Role.PA_SPECIALIST)
                    .post(LIST + "/" + asked + "/inquiry")
                    .then()
                    .statusCode(200);
            waitForQuestions(asked, polls);
        }

        Authorised.until(pharmacy, asked, "state = 'APPROVED'");
        as(pharmacy, Role.PA_SPECIALIST)
                .post(LIST + "/" + asked + "/inquiry")
                .then()
                .statusCode(409)
                .body("code", equalTo("authorisation-answer-not-awaited"));
    }

    private void waitForQuestions(String asked, int at_least) {
        Authorised.until(
                pharmacy,
                asked,
                "true and (select count(*) from pharmacy.outbox_event e where e.subject_id = prior_authorisation.id"
                        + " and e.subject = 'payer-question' and e.state = 'waiting' and e.failure is null) = 0");
        assertThat(TestPayer.asked(asked)).hasSizeGreaterThanOrEqualTo(at_least);
    }

    @Test
    void a_payer_lets_a_request_expire() {
        var asked = Authorised.asked(pharmacy, TestPayer.memberWhom("expires"));

        as(pharmacy, Role.PA_SPECIALIST)
                .post(LIST + "/" + asked + "/inquiry")
                .then()
                .statusCode(200);

        Authorised.until(pharmacy, asked, "state = 'CLOSED_UNANSWERED'");
    }

    @Test
    void as_long_as_there_is_no_answer_somebody_sees_why() {
        var asked = Authorised.submitted(pharmacy, TestPayer.memberWhom("fails"));
        Authorised.until(pharmacy, asked, "failure = 'PAYER_FAILED'");

        as(pharmacy, Role.BILLER)
                .get(LIST + "?attention=needed&state=submitted")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(asked))
                .body("items.find { it.id == '%s' }.attention".formatted(asked), equalTo("payer-failed"));
        as(pharmacy, Role.BILLER)
                .get(LIST + "?state=approved")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(asked)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DISPENSING_PHARMACIST", "CLINICAL_PHARMACIST", "FULFILMENT_TECHNICIAN", "BILLER"})
    void whoever_does_not_deal_with_payers_asks_none(Role role) {
        var prepared = Authorised.prepared(pharmacy, TestPayer.memberWhom(""));
        var before = read(prepared).extract().asString();

        sent(role, prepared, 1, "submission", "{}").statusCode(403);

        assertThat(read(prepared).extract().asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            information | {"answer": "x"}                                                             | 409 | prior-authorisation-move-not-allowed
            decision    | {"decision": "closed"}                                                      | 409 | prior-authorisation-move-not-allowed
            appeals     | {"level": "internal", "urgency": "standard"}                                | 409 | prior-authorisation-move-not-allowed
            decision    | {"decision": "approved"}                                                    | 400 | invalid-body
            decision    | {"decision": "denied", "reason": "other"}                                   | 400 | invalid-body
            decision    | {"decision": "closed", "number": "1"}                                       | 400 | invalid-body
            submission  | {"reference": 7}                                                            | 400 | invalid-body
            """)
    void what_cannot_be_is_refused_and_nothing_changes(String what, String body, int status, String code) {
        var prepared = Authorised.prepared(pharmacy, TestPayer.memberWhom(""));
        var before = read(prepared).extract().asString();

        sent(Role.PA_SPECIALIST, prepared, 1, what, body).statusCode(status).body("code", equalTo(code));

        assertThat(read(prepared).extract().asString()).isEqualTo(before);
    }

    @Test
    void nobody_acts_on_a_version_that_is_gone() {
        var prepared = Authorised.prepared(pharmacy, TestPayer.memberWhom("sleeps"));
        sent(Role.PA_SPECIALIST, prepared, 1, "submission", "{}").statusCode(200);

        sent(Role.PA_SPECIALIST, prepared, 1, "decision", "{\"decision\": \"closed\"}")
                .statusCode(412)
                .body("code", equalTo("stale-version"));

        read(prepared).body("state", equalTo("submitted"));
    }

    @Test
    void none_begins_as_submitted() {
        as(pharmacy, Role.PA_SPECIALIST)
                .contentType("application/json")
                .body("""
                        {"patient": "%s", "drug": "0074-0554-02", "state": "submitted", "payer": "Aetna"}
                        """.formatted(
                                read(Authorised.approved(pharmacy)).extract().<String>path("patient")))
                .post(LIST)
                .then()
                .statusCode(422)
                .body("code", equalTo("prior-authorisation-not-entered-so"));
    }

    private ValidatableResponse sent(Role role, String authorisation, int seen, String what, String body) {
        return as(pharmacy, role)
                .contentType("application/json")
                .header("If-Match", "\"%d\"".formatted(seen))
                .body(body)
                .post(LIST + "/" + authorisation + "/" + what)
                .then();
    }

    private ValidatableResponse read(String authorisation) {
        return as(pharmacy, Role.PA_SPECIALIST)
                .get(LIST + "/" + authorisation)
                .then()
                .statusCode(200);
    }
}
