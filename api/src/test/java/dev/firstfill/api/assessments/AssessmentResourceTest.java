package dev.firstfill.api.assessments;

import static dev.firstfill.api.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AssessmentResourceTest {
    private static final String COMPLETE = """
            {"pain": 5, "morning-stiffness": "none", "swollen-joints": false, "daily-tasks": "easy",
             "infection": false, "pregnancy-planned": "no", "missed-doses": 2, "main-barrier": "cost"}
            """;

    private Tenant pharmacy;

    @BeforeEach
    void aPatient() {
        pharmacy = Pharmacies.another();
        patient("Vega");
    }

    @Test
    void a_technician_collects_answers_and_cannot_sign_them_and_a_nurse_can() {
        String draft = begun("ra", "{\"pain\": 5}");

        as(pharmacy, Role.FULFILMENT_TECHNICIAN)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"answers\": %s}".formatted(COMPLETE))
                .patch(draft)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("answers.main-barrier", equalTo("cost"))
                .body("state", equalTo("draft"));
        sign(draft, Role.FULFILMENT_TECHNICIAN, 2).then().statusCode(403).body("code", equalTo("permission-missing"));
        as(pharmacy, Role.FULFILMENT_TECHNICIAN).get(draft).then().body("state", equalTo("draft"));

        sign(draft, Role.ADHERENCE_NURSE, 2)
                .then()
                .statusCode(200)
                .body("state", equalTo("signed"))
                .body("signature.signedAs", equalTo("nurse"))
                .body("score", equalTo(1))
                .body("scoreBand", equalTo("low"))
                .body("adherenceScore", equalTo(67))
                .body("barriers", contains("cost"));
    }

    @Test
    void a_nurse_does_not_sign_what_only_pharmacists_sign() {
        String draft = begun("hcv", "{}");

        sign(draft, Role.ADHERENCE_NURSE, 1).then().statusCode(403).body("code", equalTo("assessment-signatory"));

        as(pharmacy, Role.ADHERENCE_NURSE).get(draft).then().body("state", equalTo("draft"));
    }

    @Test
    void each_answer_that_is_wrong_or_missing_is_named_with_its_place() {
        json(Role.FULFILMENT_TECHNICIAN)
                .body(draft(
                        "ra", "{\"pain\": 11, \"main-barrier\": \"price\", \"barrier-in-words\": \"x\", \"no\": 1}"))
                .post("/v1/assessments")
                .then()
                .statusCode(422)
                .body("code", equalTo("assessment-answers-refused"))
                .body(
                        "errors.pointer",
                        contains("/answers/no", "/answers/pain", "/answers/main-barrier", "/answers/barrier-in-words"))
                .body(
                        "errors.code",
                        contains("answer-unknown", "answer-number-too-large", "answer-not-an-option", "answer-hidden"));
        as(pharmacy, Role.FULFILMENT_TECHNICIAN).get("/v1/assessments").then().body("items", empty());

        String draft = begun("ra", "{\"pain\": 5}");
        sign(draft, Role.CLINICAL_PHARMACIST, 1)
                .then()
                .statusCode(422)
                .body("errors.code.unique()", contains("answer-missing"))
                .body("errors", hasSize(7));
        as(pharmacy, Role.CLINICAL_PHARMACIST).get(draft).then().body("state", equalTo("draft"));
    }

    @Test
    void what_is_signed_is_amended_and_not_changed() {
        String first = signed(COMPLETE);

        as(pharmacy, Role.CLINICAL_PHARMACIST)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"2\"")
                .body("{\"answers\": {\"pain\": 1}}")
                .patch(first)
                .then()
                .statusCode(409)
                .body("code", equalTo("assessment-signed"));
        String second = json(Role.CLINICAL_PHARMACIST)
                .body("{\"reason\": \"Misheard\", \"answers\": %s}".formatted(COMPLETE.replace("cost", "delivery")))
                .post(first + "/amendment")
                .then()
                .statusCode(201)
                .body("amends", equalTo(id(first)))
                .body("amendmentReason", equalTo("Misheard"))
                .extract()
                .header("Location");

        as(pharmacy, Role.PHARMACY_MANAGER)
                .get(first)
                .then()
                .body("state", equalTo("amended"))
                .body("amendedBy", equalTo(id(second)))
                .body("answers.main-barrier", equalTo("cost"));
        as(pharmacy, Role.CLINICAL_PHARMACIST)
                .get("/v1/clinical-concerns?patient=P1001&state=open")
                .then()
                .body("items.code", contains("delivery"));
    }

    @Test
    void all_who_named_cost_as_a_barrier_in_a_quarter_are_found_page_by_page() {
        signed(COMPLETE);
        patient("Ortega");
        signed(COMPLETE.replace("cost", "forgetting"), "P1002");
        patient("Raman");
        signed(COMPLETE, "P1003");
        var question = """
                {"condition": "ra", "question": "main-barrier", "anyOf": ["cost"],
                 "from": "2025-01-01", "to": "2025-03-31"}
                """;

        String cursor = json(Role.PHARMACY_MANAGER)
                .body(question)
                .post("/v1/assessments/answer-report?limit=1")
                .then()
                .statusCode(200)
                .body("items.patientNumber", contains("P1001"))
                .body("items.answer", contains("cost"))
                .body("nextCursor", notNullValue())
                .extract()
                .path("nextCursor");
        json(Role.PHARMACY_MANAGER)
                .body(question)
                .post("/v1/assessments/answer-report?limit=1&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.patientNumber", contains("P1003"))
                .body("nextCursor", nullValue());
        json(Role.PHARMACY_MANAGER)
                .body(question.replace("cost", "forgetting"))
                .post("/v1/assessments/answer-report?cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
        json(Role.PHARMACY_MANAGER)
                .body(question.replace("\"anyOf\": [\"cost\"],", ""))
                .post("/v1/assessments/answer-distribution")
                .then()
                .statusCode(200)
                .body("assessments", equalTo(3))
                .body("values.value", contains("cost", "forgetting"))
                .body("values.count", contains(2, 1));
    }

    @Test
    void a_concern_is_followed_up_and_resolved_by_somebody_who_may_sign() {
        String concern = json(Role.FULFILMENT_TECHNICIAN)
                .body("{\"patient\": \"P1001\", \"kind\": \"barrier\", \"code\": \"cost\", \"note\": \"Cannot pay\"}")
                .post("/v1/clinical-concerns")
                .then()
                .statusCode(201)
                .body("state", equalTo("open"))
                .extract()
                .header("Location");
        json(Role.FULFILMENT_TECHNICIAN)
                .body("{\"action\": \"financial-help-sought\", \"dueOn\": \"2025-03-10\"}")
                .post(concern + "/follow-ups")
                .then()
                .statusCode(200)
                .body("state", equalTo("followed-up"));
        var outcome = "{\"outcome\": \"overcome\"}";

        json(Role.FULFILMENT_TECHNICIAN)
                .body(outcome)
                .post(concern + "/resolution")
                .then()
                .statusCode(403);
        json(Role.ADHERENCE_NURSE)
                .body(outcome)
                .post(concern + "/resolution")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("overcome"));

        json(Role.ADHERENCE_NURSE)
                .body(outcome)
                .post(concern + "/resolution")
                .then()
                .statusCode(409)
                .body("code", equalTo("clinical-concern-resolved"));
    }

    @Test
    void a_template_that_contradicts_itself_is_refused_with_every_place() {
        var body = """
                {"code": "visit", "content": {"title": "Visit", "condition": "general", "daysCurrent": 30,
                 "signatories": ["nurse"], "questions": [
                   {"code": "a", "text": "A?", "type": "choice"},
                   {"code": "b", "text": "B?", "type": "boolean", "shownWhen": {"question": "c", "is": true}}]}}
                """;

        json(Role.PHARMACY_MANAGER)
                .body(body)
                .post("/v1/assessment-templates")
                .then()
                .statusCode(422)
                .body("code", equalTo("assessment-template-refused"))
                .body(
                        "errors.pointer",
                        contains("/content/questions/0/options", "/content/questions/1/shownWhen/question"));

        as(pharmacy, Role.PHARMACY_MANAGER)
                .get("/v1/assessment-templates/visit")
                .then()
                .statusCode(404);
    }

    @Test
    void of_an_erased_patient_nothing_is_read() {
        String assessment = signed(COMPLETE);
        json(Role.PRIVACY_OFFICER)
                .header("If-Match", "\"1\"")
                .body("{\"reason\": \"patient-request\"}")
                .post("/v1/patients/P1001/erasure")
                .then()
                .statusCode(204);

        as(pharmacy, Role.CLINICAL_PHARMACIST)
                .get(assessment)
                .then()
                .statusCode(410)
                .body("code", equalTo("patient-erased"));
        as(pharmacy, Role.CLINICAL_PHARMACIST)
                .get("/v1/assessments")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    private void patient(String family) {
        json(Role.INTAKE_COORDINATOR)
                .body("""
                        {"name": {"given": "Marisol", "family": "%s"}, "birthDate": "1961-04-12", "sex": "female"}
                        """.formatted(family))
                .post("/v1/patients")
                .then()
                .statusCode(201);
    }

    private String begun(String template, String answers) {
        return begun(draft(template, answers));
    }

    private String begun(String draft) {
        return json(Role.FULFILMENT_TECHNICIAN)
                .body(draft)
                .post("/v1/assessments")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private String signed(String answers) {
        return signed(answers, "P1001");
    }

    private String signed(String answers, String patient) {
        String draft = begun(draft("ra", answers).replace("P1001", patient));
        sign(draft, Role.CLINICAL_PHARMACIST, 1).then().statusCode(200);
        return draft;
    }

    private static String draft(String template, String answers) {
        return """
                {"patient": "P1001", "template": "%s", "assessedOn": "2025-03-03", "answers": %s}
                """.formatted(template, answers);
    }

    private Response sign(String draft, Role role, int version) {
        return as(pharmacy, role)
                .header("If-Match", "\"%d\"".formatted(version))
                .post(draft + "/signature");
    }

    private RequestSpecification json(Role role) {
        return as(pharmacy, role).contentType("application/json");
    }

    private static String id(String location) {
        return location.replaceFirst(".*/", "");
    }
}
