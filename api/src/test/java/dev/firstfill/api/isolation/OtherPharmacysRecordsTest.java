package dev.firstfill.api.isolation;

import static dev.firstfill.api.testing.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.firstfill.api.contract.ContractDocument;
import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.BilledFills;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.RealStack;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Two pharmacies have the same of everything: the patient P1001, the prescriber of one NPI, the drug of one NDC, the
 * field of one key. One of them, with every right there is in a pharmacy, tries to reach what is the other's.
 */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OtherPharmacysRecordsTest {
    private static final String OURS = "Ours of Northgate";
    private static final String THEIRS = "Theirs of Southbank";
    private static final Role[] ALL_IN_A_PHARMACY =
            EnumSet.complementOf(EnumSet.of(Role.PLATFORM_OPERATOR)).toArray(Role[]::new);

    private static final String DISCLOSURE = """
            {"madeAt": "2026-03-02T15:04:05Z", "recipient": "R", "description": "D", "purpose": "P",
             "basis": "judicial"}
            """;

    /** What can be sent where, by the end of the address. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("/erasure", "{\"reason\": \"patient-request\"}"),
            Map.entry("/review", "{\"outcome\": \"justified\"}"),
            Map.entry("/disclosures", DISCLOSURE),
            Map.entry("/hold", "{\"reason\": \"procedure\"}"),
            Map.entry("/cancellation", "{\"reason\": \"duplicate\"}"),
            Map.entry("/transfer", "{\"pharmacy\": \"1234567\", \"name\": \"Northgate\"}"),
            Map.entry("/renewal-requests", "{\"requestedBy\": \"patient\"}"),
            Map.entry("/answer", "{\"outcome\": \"withdrawn\"}"),
            Map.entry("/versions", """
                    {"title": "Stray", "condition": "general", "daysCurrent": 30, "signatories": ["nurse"],
                     "questions": [{"code": "well", "text": "Well?", "type": "boolean"}]}
                    """),
            Map.entry("/amendment", "{\"reason\": \"stray\", \"answers\": {}}"),
            Map.entry("/follow-ups", "{\"action\": \"watched\"}"),
            Map.entry("/resolution", "{\"outcome\": \"overcome\"}"));

    /**
     * Oneself; the ledger, whose records AuditRecordResourceTest attacks; and what holds no text for a mark, which
     * OtherPharmacyTest attacks, as reports do, which ReportResourceTest reads from elsewhere, and clocks of sandboxes.
     */
    private static final Pattern NOT_KEPT_BY_A_NAME = Pattern.compile(
            "/v1/(me|audit-.*|imports(/.*)?|stock-(levels|counts)(/.*)?|stock-(receipts|proposals)|dispenses(/.*)?|recalls/[^/]+/.*"
                    + "|reports/.*|sandbox/.*)");

    private static final Pattern ON_THE_SHELVES = Pattern.compile("/v1/(stock-lots|excursions)/");

    /** What is posted below a stock lot or an excursion, by the end of its address. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "/transfers", "transferStockLot",
            "/waste", "wasteStockLot",
            "/hold", "holdStockLot",
            "/disposition", "decideStockLot",
            "/adjustment", "adjustStockLot",
            "/dispositions", "decideExcursion");

    private static Tenant northgate;
    private static Tenant southbank;
    private static final Map<Shared, String> OUR_IDS = new EnumMap<>(Shared.class);
    private static final Map<Shared, String> THEIR_IDS = new EnumMap<>(Shared.class);

    /** Once: each test leaves both with a first of everything, under the same names and with the same marks. */
    @BeforeEach
    void bothHaveTheSame() {
        if (!OUR_IDS.isEmpty()) {
            return;
        }
        northgate = Pharmacies.another();
        southbank = Pharmacies.another();
        for (var shared : Shared.values()) {
            OUR_IDS.put(shared, created(northgate, shared, OURS));
            THEIR_IDS.put(shared, created(southbank, shared, THEIRS));
        }
    }

    private static String created(Tenant tenant, Shared shared, String mark) {
        String id = as(tenant, ALL_IN_A_PHARMACY)
                .contentType("application/json")
                .body(shared.marked(mark))
                .post(shared.madeAt())
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst(".*/", "");
        if (shared == Shared.CLAIM) {
            BilledFills.untilAnswered(tenant, id);
        }
        return id;
    }

    @Test
    void every_operation_on_the_others_record_answers_404_and_changes_nothing() {
        var before = everythingOf(southbank, THEIR_IDS);

        for (var operation : Operation.ofPharmacies()) {
            if (operation.namesARecord()
                    && !NOT_KEPT_BY_A_NAME.matcher(operation.path()).matches()) {
                var shared = sharedAt(operation);

                var answer = attempt(operation, operation.of(THEIR_IDS.get(shared)), shared);

                answer.then().statusCode(404).contentType("application/problem+json");
                assertThat(answer.asString()).as(operation.toString()).doesNotContain(THEIRS);
            }
        }

        assertThat(everythingOf(southbank, THEIR_IDS)).isEqualTo(before);
    }

    /** Or the difference would tell which ids exist. */
    @Test
    void the_others_record_is_answered_like_one_that_nobody_has() {
        for (var operation : Operation.ofPharmacies()) {
            if (operation.namesARecord()
                    && !NOT_KEPT_BY_A_NAME.matcher(operation.path()).matches()) {
                var shared = sharedAt(operation);

                var answer = attempt(operation, operation.of(THEIR_IDS.get(shared)), shared);
                var nobodys = attempt(operation, operation.of(UUID.randomUUID().toString()), shared);

                assertThat(withoutTrace(answer)).as(operation.toString()).isEqualTo(withoutTrace(nobodys));
            }
        }
    }

    private static JsonObject withoutTrace(Response answer) {
        var problem = new JsonObject(answer.asString());
        problem.remove("traceId");
        problem.remove("instance");
        return problem;
    }

    @Test
    void by_the_name_that_both_use_each_finds_its_own() {
        for (var shared : Shared.values()) {
            if (shared.commonName != null) {
                var one = read(northgate, shared.path + "/" + shared.commonName);
                var other = read(southbank, shared.path + "/" + shared.commonName);

                assertThat(one).contains(OURS, OUR_IDS.get(shared)).doesNotContain(THEIRS);
                assertThat(other).contains(THEIRS, THEIR_IDS.get(shared)).doesNotContain(OURS);
            }
        }
    }

    @Test
    void a_change_by_the_name_that_both_use_leaves_the_others_as_it_was() {
        var before = everythingOf(southbank, THEIR_IDS);

        for (var shared : Shared.values()) {
            if (shared.commonName != null) {
                as(northgate, ALL_IN_A_PHARMACY)
                        .contentType("application/json")
                        .header("If-Match", "\"1\"")
                        .body(shared.marked(OURS + ", changed"))
                        .put(shared.path + "/" + shared.commonName)
                        .then()
                        .statusCode(200)
                        .body("id", equalTo(OUR_IDS.get(shared)));
            }
        }

        assertThat(everythingOf(southbank, THEIR_IDS)).isEqualTo(before);
    }

    @Test
    void lists_and_searches_show_nothing_of_the_others() {
        for (var shared : Shared.values()) {
            var list = read(northgate, shared.path);
            assertThat(list).contains(OURS).doesNotContain(THEIRS, THEIR_IDS.get(shared));

            shared.searchFor(OURS).ifPresent(own -> assertThat(search(shared, own))
                    .contains(OURS)
                    .doesNotContain(THEIRS, THEIR_IDS.get(shared)));
            shared.searchFor(THEIRS).ifPresent(others -> assertThat(search(shared, others))
                    .doesNotContain(THEIRS, THEIR_IDS.get(shared)));
        }
    }

    @Test
    void a_place_in_the_others_list_is_no_way_into_it() {
        created(southbank, Shared.PATIENT, "Second of Southbank");
        String cursor = as(southbank, ALL_IN_A_PHARMACY)
                .get("/v1/patients?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .path("nextCursor");

        var answer = as(northgate, ALL_IN_A_PHARMACY).get("/v1/patients?limit=10&cursor=" + cursor);

        assertThat(answer.asString()).doesNotContain("Southbank", THEIR_IDS.get(Shared.PATIENT));
    }

    /** What is new in the contract and kept by pharmacies joins {@link Shared}, and is attacked from then on. */
    @Test
    void everything_in_the_contract_is_attacked() {
        assertThat(Operation.ofPharmacies())
                .filteredOn(operation ->
                        !NOT_KEPT_BY_A_NAME.matcher(operation.path()).matches())
                .hasSizeGreaterThan(20)
                .allSatisfy(operation -> assertThat(sharedAt(operation)).isNotNull());
    }

    private static Shared sharedAt(Operation operation) {
        return Arrays.stream(Shared.values())
                .filter(shared ->
                        operation.path().equals(shared.path) || operation.path().startsWith(shared.path + "/"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody attacks " + operation));
    }

    private Response attempt(Operation operation, String path, Shared shared) {
        var request = as(northgate, ALL_IN_A_PHARMACY).header("If-Match", "\"1\"");
        return switch (operation.method()) {
            case "get" -> request.get(path);
            case "delete" -> request.delete(path);
            case "put" ->
                request.contentType("application/json")
                        .body(shared.marked("stray"))
                        .put(path);
            case "patch" ->
                request.contentType("application/merge-patch+json").body("{}").patch(path);
            default ->
                request.contentType("application/json").body(bodyFor(path)).post(path);
        };
    }

    private String search(Shared shared, String wanted) {
        return as(northgate, ALL_IN_A_PHARMACY)
                .contentType("application/json")
                .body(wanted)
                .post(shared.path + "/search")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static Map<Shared, String> everythingOf(Tenant tenant, Map<Shared, String> ids) {
        var everything = new EnumMap<Shared, String>(Shared.class);
        ids.forEach((shared, id) ->
                everything.put(shared, read(tenant, shared.path + "/" + id) + read(tenant, shared.path)));
        return everything;
    }

    private static String read(Tenant tenant, String path) {
        return as(tenant, ALL_IN_A_PHARMACY)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String bodyFor(String path) {
        var example = EXAMPLES.get(path.substring(path.lastIndexOf('/')));
        if (example != null && ON_THE_SHELVES.matcher(path).lookingAt()) {
            return ContractDocument.operation(example).bodyExample().toString();
        }
        return BODIES.entrySet().stream()
                .filter(body -> path.endsWith(body.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("{}");
    }
}
