package dev.firstfill.api.tasks;

import static dev.firstfill.api.testing.Requests.as;
import static dev.firstfill.api.testing.Requests.patientNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TaskResourceTest {
    private static final String LIST = "/v1/tasks";
    private static final String PULL = "/v1/task-assignments";

    private Tenant pharmacy;
    private String marisol;

    @BeforeEach
    void somebody() {
        pharmacy = Pharmacies.another();
        marisol = patientNamed(pharmacy, "Marisol", "Vega");
    }

    @Test
    void a_task_is_opened_and_read() {
        var task = opened("adherence-call", "high");

        as(pharmacy, Role.PRIVACY_OFFICER)
                .get(LIST + "/" + task)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("patient", equalTo(marisol))
                .body("patientCase", nullValue())
                .body("type", equalTo("adherence-call"))
                .body("queue", equalTo("adherence"))
                .body("source", equalTo("colleague"))
                .body("state", equalTo("waiting"))
                .body("priority", equalTo("high"))
                .body("note", equalTo("Calls back after nine"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type": "other", "priority": "low"}                                       | 400 | invalid-body
            {"type": "adherence-call", "queue": "intake", "priority": "low"}           | 400 | invalid-body
            {"type": "dance", "priority": "low"}                                       | 400 | invalid-body
            {"type": "intervene", "priority": "low", "skill": "a,b"}                   | 400 | invalid-body
            {"type": "intervene", "priority": "low", "patientCase": "C1"}              | 404 | task-case-not-found
            {"type": "intervene", "priority": "low", "dueAt": "2126-03-02T00:00:00Z"}  | 422 | task-time-out-of-range
            {"type": "intervene", "priority": "low", "dueAt": "-100000000-01-01T00:00:00Z"} | 422 | task-time-out-of-range
            {"type": "intervene", "priority": "low", "patient": "P9999"}               | 404 | patient-not-found
            """)
    void what_cannot_be_is_not_opened(String body, int status, String code) {
        var whole = body.contains("patient\"") ? body : body.replace("{", "{\"patient\": \"" + marisol + "\", ");

        json(Role.BILLER).body(whole).post(LIST).then().statusCode(status).body("code", equalTo(code));

        listed("").body("items", empty());
    }

    @Test
    void the_next_one_of_ones_queues_is_pulled_and_then_there_is_none() {
        opened("prepare-pa", "urgent");
        opened("adherence-call", "normal");
        var urgent = opened("refill-call", "urgent");

        var pulled = pulled(Role.ADHERENCE_NURSE, "\"adherence\"")
                .statusCode(201)
                .header("Location", equalTo(LIST + "/" + urgent))
                .header("ETag", "\"2\"")
                .body("id", equalTo(urgent))
                .body("state", equalTo("assigned"))
                .extract();

        json(Role.ADHERENCE_NURSE)
                .get(LIST + "?state=assigned")
                .then()
                .body("items.assignee.id", contains(pulled.<String>path("assignee.id")));
        pulled(Role.ADHERENCE_NURSE, "\"adherence\"").statusCode(201);
        pulled(Role.ADHERENCE_NURSE, "\"adherence\"").statusCode(204);
    }

    @Test
    void sent_again_a_pull_gives_the_same_task_and_sent_in_vain_it_gives_none_again() {
        var only = opened("adherence-call", "normal");
        opened("adherence-call", "low");
        var once = UUID.randomUUID().toString();
        var inVain = UUID.randomUUID().toString();

        var nurse = person("nina.northgate", Role.ADHERENCE_NURSE);
        var biller = person("bo.northgate", Role.BILLER);

        for (int time = 0; time < 2; time++) {
            act(nurse, 1)
                    .header("Idempotency-Key", once)
                    .body("{\"queues\": [\"adherence\"]}")
                    .post(PULL)
                    .then()
                    .statusCode(201)
                    .body("id", equalTo(only));
            act(biller, 1)
                    .header("Idempotency-Key", inVain)
                    .body("{\"queues\": [\"financial\"]}")
                    .post(PULL)
                    .then()
                    .statusCode(204);
        }

        listed("?state=waiting").body("items.type", contains("adherence-call"));
    }

    @Test
    void nobody_pulls_from_a_queue_they_do_not_work_nor_from_another_pharmacy() {
        var task = opened("prepare-pa", "urgent");

        pulled(Role.ADHERENCE_NURSE, "\"prior-authorisation\"")
                .statusCode(403)
                .body("code", equalTo("task-queue-of-others"));
        as(Pharmacies.another(), Role.PHARMACY_MANAGER)
                .contentType("application/json")
                .body("{\"queues\": [\"prior-authorisation\"]}")
                .post(PULL)
                .then()
                .statusCode(204);

        read(task).body("state", equalTo("waiting"));
    }

    @Test
    void licences_and_skills_narrow_what_is_pulled() {
        json(Role.BILLER).body("""
                        {"patient": "%s", "type": "welcome-call", "priority": "urgent", "licence": "TX",
                         "skill": "spanish"}
                        """.formatted(marisol)).post(LIST).then().statusCode(201);

        pulled(Role.CLINICAL_PHARMACIST, "\"clinical\"").statusCode(204);
        json(Role.CLINICAL_PHARMACIST)
                .body("{\"queues\": [\"clinical\"], \"licences\": [\"IL\", \"TX\"], \"skills\": [\"spanish\"]}")
                .post(PULL)
                .then()
                .statusCode(201)
                .body("licence", equalTo("TX"));
    }

    @Test
    void four_colleagues_pull_forty_tasks_each_exactly_once() throws Exception {
        var opened = IntStream.range(0, 40)
                .mapToObj(number -> opened("adherence-call", number % 2 == 0 ? "low" : "urgent"))
                .toList();

        var hauls = new ArrayList<String>();
        try (var people = Executors.newFixedThreadPool(4)) {
            var working = IntStream.range(0, 4)
                    .mapToObj(number -> people.submit(this::pullAll))
                    .toList();
            for (var one : working) {
                hauls.addAll(one.get());
            }
        }

        assertThat(hauls).containsExactlyInAnyOrderElementsOf(opened);
    }

    private List<String> pullAll() {
        var haul = new ArrayList<String>();
        while (true) {
            var answer = json(Role.ADHERENCE_NURSE)
                    .body("{\"queues\": [\"adherence\"]}")
                    .post(PULL);
            if (answer.statusCode() == 204) {
                return haul;
            }
            answer.then().statusCode(201);
            haul.add(answer.path("id"));
        }
    }

    @Test
    void of_two_people_on_one_task_the_second_is_told_and_changes_nothing() {
        var task = opened("prepare-pa", "normal");
        var ana = person("ana.northgate", Role.PA_SPECIALIST);
        var ben = person("ben.northgate", Role.PA_SPECIALIST);
        act(ana, 1).body("{}").put(LIST + "/" + task + "/assignment").then().statusCode(200);
        var before = read(task).extract().asString();

        act(ben, 1)
                .body("{}")
                .put(LIST + "/" + task + "/assignment")
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-version"));
        act(ben, 2)
                .body("{}")
                .put(LIST + "/" + task + "/assignment")
                .then()
                .statusCode(409)
                .body("code", equalTo("task-of-another"));
        act(ben, 2)
                .body("{\"outcome\": \"done\"}")
                .post(LIST + "/" + task + "/completion")
                .then()
                .statusCode(409)
                .body("code", equalTo("task-of-another"));
        act(ben, 2).delete(LIST + "/" + task + "/assignment").then().statusCode(409);

        assertThat(read(task).extract().asString()).isEqualTo(before);
    }

    @Test
    void it_is_handed_over_put_off_given_back_and_completed() {
        var task = opened("prepare-pa", "normal");
        var ana = person("ana.northgate", Role.PA_SPECIALIST);
        var until = Instant.now().plus(Duration.ofDays(1));

        act(ana, 1)
                .body("{\"assignee\": {\"id\": \"omar\", \"name\": \"omar.northgate\"}}")
                .put(LIST + "/" + task + "/assignment")
                .then()
                .statusCode(200)
                .body("assignee.name", equalTo("omar.northgate"));
        act(Tokens.of(pharmacy, Role.PHARMACY_MANAGER), 2)
                .body("{\"until\": \"%s\", \"reason\": \"Closed on Sundays\"}".formatted(until))
                .post(LIST + "/" + task + "/snooze")
                .then()
                .statusCode(200)
                .body("snoozeReason", equalTo("Closed on Sundays"))
                .body("state", equalTo("assigned"));
        act(Tokens.of(pharmacy, Role.PHARMACY_MANAGER), 3)
                .delete(LIST + "/" + task + "/assignment")
                .then()
                .statusCode(204);
        pulled(Role.PA_SPECIALIST, "\"prior-authorisation\"").statusCode(204);
        act(ana, 4)
                .body("{\"outcome\": \"not-needed\", \"note\": \"The payer called\"}")
                .post(LIST + "/" + task + "/completion")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("not-needed"))
                .body("closedBy.name", equalTo("ana.northgate"))
                .body("completionNote", equalTo("The payer called"));

        act(ana, 5)
                .body("{}")
                .put(LIST + "/" + task + "/assignment")
                .then()
                .statusCode(409)
                .body("code", equalTo("task-move-not-allowed"))
                .body("title", equalTo("The task is completed and cannot be assigned. Open another."));
    }

    @ParameterizedTest
    @CsvSource({"-1, task-snooze-out-of-range", "91, task-snooze-out-of-range"})
    void it_is_put_off_to_a_time_that_is_to_come_and_in_sight(int days, String code) {
        var task = opened("prepare-pa", "normal");
        var before = read(task).extract().asString();

        act(Tokens.of(pharmacy, Role.PA_SPECIALIST), 1)
                .body("{\"until\": \"%s\", \"reason\": \"later\"}"
                        .formatted(Instant.now().plus(Duration.ofDays(days))))
                .post(LIST + "/" + task + "/snooze")
                .then()
                .statusCode(422)
                .body("code", equalTo(code));

        assertThat(read(task).extract().asString()).isEqualTo(before);
    }

    @Test
    void what_a_case_opened_is_not_completed_by_hand() {
        var task = opened("prepare-pa", "normal");
        Tables.of(pharmacy).run("""
                        with journey as (
                          insert into pharmacy.patient_case
                            (id, version, patient_id, referral_id, state, since, sla, settings_version, programme, clocks,
                             facts, signed_at, received_at)
                          values (uuidv7(), 1, ?, uuidv7(), 'PA_PREPARATION', now(), 0, 1, 'standard', '{}', '{}', now(),
                                  now())
                          returning id
                        )
                        update pharmacy.task set source = 'WORKFLOW', case_id = (select id from journey) where id = ?
                        """, UUID.fromString(marisol), UUID.fromString(task));
        var before = read(task).extract().asString();

        act(Tokens.of(pharmacy, Role.PA_SPECIALIST), 1)
                .body("{\"outcome\": \"done\"}")
                .post(LIST + "/" + task + "/completion")
                .then()
                .statusCode(409)
                .body("code", equalTo("task-closed-by-its-case"));

        assertThat(read(task).extract().asString()).isEqualTo(before);
        listed("?case=C1001").body("items.id", contains(task));
        as(pharmacy, Role.BILLER).get(LIST + "?case=C1002").then().statusCode(404);
    }

    @Test
    void a_manager_gives_many_to_somebody_else_and_the_answer_says_what_became_of_each() {
        var one = opened("prepare-pa", "normal");
        var other = opened("prepare-pa", "low");
        var elsewhere = opened("adherence-call", "low");
        var reassigned = json(Role.PHARMACY_MANAGER)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"queue": "prior-authorisation", "to": {"id": "omar", "name": "omar.northgate"}}
                        """)
                .post("/v1/task-reassignments")
                .then();

        reassigned
                .statusCode(200)
                .body("items.task", contains(one, other))
                .body("items.result", contains("reassigned", "reassigned"))
                .body("more", equalTo(false));
        listed("?assignee=omar").body("items.id", contains(one, other));
        read(elsewhere).body("state", equalTo("waiting"));

        json(Role.PHARMACY_MANAGER)
                .body("{\"from\": \"omar\"}")
                .post("/v1/task-reassignments")
                .then()
                .statusCode(200);
        listed("?assignee=omar").body("items", empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}
            {"queue": "intake"}
            {"to": {"id": "omar", "name": "omar.northgate"}}
            {"from": ""}
            {"from": "omar", "to": {"id": "omar"}}
            """)
    void from_nowhere_to_nobody_nothing_is_given(String body) {
        json(Role.PHARMACY_MANAGER)
                .body(body)
                .post("/v1/task-reassignments")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-body"));
    }

    @Test
    void they_are_listed_by_queue_type_colleague_state_and_patient() {
        var luis = patientNamed(pharmacy, "Luis", "Ortega");
        var call = opened("adherence-call", "low");
        var pa = opened("prepare-pa", "low");
        var ana = person("ana.northgate", Role.PA_SPECIALIST);
        act(ana, 1).body("{}").put(LIST + "/" + pa + "/assignment").then().statusCode(200);

        listed("?queue=adherence").body("items.id", contains(call));
        listed("?type=prepare-pa").body("items.id", contains(pa));
        listed("?state=waiting").body("items.id", contains(call));
        listed("?sort=newest").body("items.id", contains(pa, call));
        listed("?patient=" + luis).body("items", empty());
        listed("?limit=1").body("items.id", contains(call)).body("nextCursor", notNullValue());
        RestAssured.given()
                .auth()
                .oauth2(ana)
                .get(LIST + "?assignee=me")
                .then()
                .statusCode(200)
                .body("items.id", contains(pa));
    }

    @ParameterizedTest
    @CsvSource({
        "queue=dance, 400, invalid-parameter",
        "queue=INTAKE, 400, invalid-parameter",
        "state=open, 400, invalid-parameter",
        "type=nothing, 400, invalid-parameter",
        "patient=P9999, 404, patient-not-found",
        "case=nothing, 404, task-case-not-found"
    })
    void a_list_of_what_cannot_be_is_refused(String query, int status, String code) {
        as(pharmacy, Role.BILLER)
                .get(LIST + "?" + query)
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    @Test
    void what_was_moved_to_another_in_the_database_is_shown_to_nobody() {
        var ours = opened("prepare-pa", "low");
        var other = opened("prepare-pa", "low");

        Tables.of(pharmacy)
                .run(
                        "update pharmacy.task set notes = (select notes from pharmacy.task where id = ?) where id = ?",
                        UUID.fromString(other),
                        UUID.fromString(ours));

        as(pharmacy, Role.BILLER)
                .get(LIST + "/" + ours)
                .then()
                .statusCode(500)
                .body("code", equalTo("sealed-value-broken"));
        read(other);
    }

    @Test
    void the_ledger_knows_who_saw_whose_whether_or_not_anything_was_written() {
        json(Role.BILLER)
                .body("{\"patient\": \"%s\", \"type\": \"refill-call\", \"priority\": \"low\"}".formatted(marisol))
                .post(LIST)
                .then()
                .statusCode(201);
        pulled(Role.ADHERENCE_NURSE, "\"adherence\"").statusCode(201);
        listed("");

        as(pharmacy, Role.PRIVACY_OFFICER)
                .get("/v1/audit-records?patient=" + marisol)
                .then()
                .statusCode(200)
                .body("items.act", hasItem("open task"))
                .body("items.act", hasItem("pull task"))
                .body("items.act", hasItem("list task"));
    }

    @Test
    void of_somebody_who_was_erased_nothing_that_was_written_is_left() {
        var task = opened("prepare-pa", "low");
        json(Role.PRIVACY_OFFICER)
                .header("If-Match", "\"1\"")
                .body("{\"reason\": \"patient-request\"}")
                .post("/v1/patients/" + marisol + "/erasure")
                .then()
                .statusCode(204);

        read(task).body("note", nullValue());
        json(Role.PA_SPECIALIST)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"queues\": [\"prior-authorisation\"]}")
                .post(PULL)
                .then()
                .statusCode(201)
                .body("note", nullValue());
        act(Tokens.of(pharmacy, Role.PHARMACY_MANAGER), 2)
                .body("{\"outcome\": \"not-needed\", \"note\": \"gone\"}")
                .post(LIST + "/" + task + "/completion")
                .then()
                .statusCode(410)
                .body("code", equalTo("patient-erased"));
        act(Tokens.of(pharmacy, Role.PHARMACY_MANAGER), 2)
                .body("{\"outcome\": \"not-needed\"}")
                .post(LIST + "/" + task + "/completion")
                .then()
                .statusCode(200);
    }

    private String opened(String type, String priority) {
        return json(Role.BILLER)
                .body("""
                        {"patient": "%s", "type": "%s", "priority": "%s", "note": "Calls back after nine"}
                        """.formatted(marisol, type, priority))
                .post(LIST)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse pulled(Role role, String queues) {
        return json(role)
                .body("{\"queues\": [%s]}".formatted(queues))
                .post(PULL)
                .then();
    }

    /** The same whenever it is named. */
    private String person(String name, Role role) {
        return Tokens.signed(Tokens.claims(pharmacy, role).put("sub", name).put("preferred_username", name));
    }

    private static RequestSpecification act(String token, int seen) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .header("If-Match", "\"%d\"".formatted(seen));
    }

    private RequestSpecification json(Role role) {
        return as(pharmacy, role).contentType("application/json");
    }

    private ValidatableResponse listed(String query) {
        return as(pharmacy, Role.BILLER).get(LIST + query).then().statusCode(200);
    }

    private ValidatableResponse read(String task) {
        return as(pharmacy, Role.BILLER).get(LIST + "/" + task).then().statusCode(200);
    }
}
