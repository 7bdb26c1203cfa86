package dev.firstfill.api.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.api.contract.ContractDocument;
import dev.firstfill.api.contract.ContractOperation;
import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Authorised;
import dev.firstfill.api.testing.BilledFills;
import dev.firstfill.api.testing.CasesAsTheyStand;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.api.testing.Workbench;
import dev.firstfill.tenancy.catalogue.Tenant;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One run of a {@link Story}: sends the contract's examples as they stand and remembers what was made. */
final class Telling {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the variable of a path stands for when no operation of the story makes it. */
    private static final Map<String, String> GIVEN = Map.ofEntries(
            Map.entry("getProblem", "stale-version"),
            Map.entry("getStockLevel", "00074-0554-02"),
            Map.entry("replaceStockLevel", "00074-0554-02"),
            Map.entry("getCase", "C1001"),
            Map.entry("listCaseEvents", "C1001"),
            Map.entry("createCaseTransition", "C1001"),
            Map.entry("createContactAttempt", "C1001"),
            Map.entry("createAdherenceCall", "C1001"),
            Map.entry("replaceCaseOwner", "C1001"),
            Map.entry("getPatientOverview", "P1001"),
            Map.entry("getWorkflowSettingsVersion", "1"));

    /** Make another thing of what was made before, and it is this that the later operations are about. */
    private static final Set<String> MAKE_ANOTHER = Set.of(
            "createAssessment",
            "createClaim",
            "createClinicalConcern",
            "createEmergencyAccess",
            "createExcursion",
            "createRecall",
            "createStockCount",
            "createStockLocation",
            "createStockReceipt",
            "createTask");

    /** Happen to a fill that was billed, at a payer that behaves so, when the claim has come to be so. */
    private static final Map<String, Billed> BILLED = Map.of(
            "reverseClaim", new Billed("", "state = 'PAID'"),
            "abandonClaim", new Billed("fails", "failure = 'PAYER_FAILED'"),
            "inquireAfterClaim", new Billed("fails", "failure = 'PAYER_FAILED'"),
            "resubmitClaim", new Billed("rejects-75", "state = 'REJECTED'"));

    private record Billed(String conduct, String condition) {}

    /** What the example of an operation names, made beforehand from the examples of its own and not told of here. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "createPrescription", List.of("createPatient", "createPrescriber", "createDrug"),
            "createPriorAuthorisation", List.of("createPatient", "createDrug"));

    /** Has to be done by somebody else than all before it. */
    private static final Set<String> BY_A_COLLEAGUE =
            Set.of("reviewEmergencyAccess", "confirmStockAdjustment", "recountStockLot", "verifyDispense");

    private static final int PAGE_MAX = 200;

    private final Optional<Tenant> pharmacy;
    private final String token;
    private final String colleaguesToken;
    private final String slug;
    private final Blur blur;
    private String made = "";
    private String lot = "";

    Telling(List<Role> caller) {
        if (caller.contains(Role.PLATFORM_OPERATOR)) {
            pharmacy = Optional.empty();
            slug = "northgate-" + UUID.randomUUID().toString().substring(0, 8);
            token = Tokens.ofOperator();
            colleaguesToken = token;
        } else {
            var opened = Pharmacies.anotherNorthgate();
            pharmacy = Optional.of(opened);
            slug = opened.slug();
            var roles = caller.toArray(Role[]::new);
            token = Tokens.signed(Tokens.claims(opened, roles).put("preferred_username", "ana.northgate"));
            colleaguesToken = Tokens.signed(Tokens.claims(opened, roles).put("preferred_username", "omar.northgate"));
        }
        blur = new Blur(slug);
    }

    /** None for the platform's operator, who is in none. */
    Optional<Tenant> pharmacy() {
        return pharmacy;
    }

    /** A request that is ready to be sent. */
    record Prepared(ContractOperation operation, String path, RequestSpecification request) {}

    /** Reads what has to be known beforehand: the version that a change is made from. */
    Prepared prepared(ContractOperation operation) {
        NAMES.getOrDefault(operation.id(), List.of()).forEach(this::make);
        var thing = thingOf(operation);
        var path = operation.path().replaceFirst("\\{[^}]+}", thing);
        var request = BY_A_COLLEAGUE.contains(operation.id()) ? requestWith(colleaguesToken) : request();
        if (operation.takesIfMatch()) {
            request.header(
                    "If-Match", request().get(pathOfThing(operation, thing)).header("ETag"));
        }
        if (operation.hasBody()) {
            // As bytes: the client does not know how to write every media type.
            request.contentType(operation.bodyMediaType())
                    .body(body(operation).toString().getBytes(StandardCharsets.UTF_8));
        }
        return new Prepared(operation, path, request);
    }

    private String thingOf(ContractOperation operation) {
        if (operation.id().equals("getAuditRecord")) {
            return firstRecord();
        }
        var billed = BILLED.get(operation.id());
        if (billed != null) {
            return claimThatIs(billed);
        }
        if (operation.id().equals("createClaim")) {
            enterDrug();
        }
        if (operation.id().equals("createAdherenceCall")) {
            CasesAsTheyStand.inTherapy(
                    pharmacy.orElseThrow(), request().get("/v1/cases/C1001").path("id"));
        }
        if (operation.id().equals("reviewReferral")) {
            return doubtfulReferral();
        }
        if (operation.id().equals("voidPriorAuthorisation")) {
            made = Authorised.approved(pharmacy.orElseThrow());
        }
        if (operation.id().equals("inquireAfterPriorAuthorisation")) {
            made = Authorised.asked(pharmacy.orElseThrow(), "SLEEPS1");
        }
        if (operation.path().startsWith("/v1/dispenses") || operation.id().equals("recordRecallContact")) {
            prepareBench(operation.id());
        }
        if (operation.id().equals("listClaims")) {
            BilledFills.untilAnswered(pharmacy.orElseThrow(), made);
        }
        return GIVEN.getOrDefault(operation.id(), made);
    }

    /** What is told of begins with a prescription, or where the operation needs the dispense to be. */
    private void prepareBench(String operation) {
        var bench = Workbench.of(pharmacy.orElseThrow());
        switch (operation) {
            case "createDispense" -> bench.prescription();
            case "rejectDispense" -> made = bench.filled();
            case "reportDeliveryException" -> made = bench.shipped();
            case "recordTolerance" -> made = bench.shippedPartial();
            case "recordRecallContact" -> made = bench.recalled().recall();
            case "listDispenseClaims" -> BilledFills.untilAnsweredFor(pharmacy.orElseThrow(), made);
            default -> {}
        }
    }

    /** The one that the claim's example names. */
    private void enterDrug() {
        request()
                .contentType("application/json")
                .body(ContractDocument.operation("createDrug").bodyExample().toString())
                .post("/v1/drugs")
                .then()
                .statusCode(201);
    }

    /** Of a twin of somebody who is referred before. */
    private String doubtfulReferral() {
        make("createReferral");
        var body = ContractDocument.operation("createReferral").bodyExample();
        ((com.fasterxml.jackson.databind.node.ObjectNode) body.at("/order/patient/name")).put("given", "Lucia");
        return request()
                .contentType("application/json")
                .body(body.toString())
                .post("/v1/referrals")
                .path("id");
    }

    /** Of a member that is the same in every run. */
    private String claimThatIs(Billed billed) {
        var member = billed.conduct().toUpperCase(Locale.ROOT).replace("-", "") + "1";
        var claim = BilledFills.billed(pharmacy.orElseThrow(), member);
        BilledFills.until(pharmacy.orElseThrow(), claim, billed.condition());
        return claim;
    }

    private void make(String create) {
        var operation = ContractDocument.operation(create);
        request()
                .contentType(operation.bodyMediaType())
                .body(operation.bodyExample().toString())
                .post(operation.path())
                .then()
                .statusCode(201);
    }

    /** Nobody makes a record: it is what an act leaves. */
    private String firstRecord() {
        return request().queryParam("sort", "oldest").get("/v1/audit-records").path("items[0].id");
    }

    /** What an operation below a thing changes is the thing's version. */
    private static String pathOfThing(ContractOperation operation, String thing) {
        return operation.path().replaceFirst("\\{[^}]+}.*", thing);
    }

    Response sent(Prepared prepared) {
        var operation = prepared.operation();
        var answer = prepared.request().request(operation.verb(), prepared.path());
        var makes = made.isEmpty() || MAKE_ANOTHER.contains(operation.id());
        if (makes && answer.statusCode() == 201) {
            made = answer.header("Location").replaceFirst(".*/", "");
            if (operation.id().equals("createStockReceipt")) {
                lot = made;
            }
        }
        return operation.parameters("query").contains("cursor") ? pageWithMade(prepared.path(), answer) : answer;
    }

    /** What of an answer is the same in every run. */
    JsonNode told(Response answer) {
        return blur.of(json(answer));
    }

    private ObjectNode body(ContractOperation operation) {
        var body = operation.bodyExample();
        if (operation.id().equals("createTenant")) {
            body.put("slug", slug);
        }
        if (body.has("writtenOn")) {
            body.put("writtenOn", Blur.YESTERDAY.toString());
        }
        if (body.has("shipOn")) {
            body.setAll(Workbench.plan());
        }
        if (body.has("until")) {
            body.put("until", Instant.now().plus(Duration.ofDays(1)).toString());
        }
        if (body.has("deliveredAt")) {
            Workbench.deliveredNow(body);
        }
        if (body.has("lot")) {
            body.put("lot", lot);
        }
        if (operation.id().equals("transferStockLot")) {
            prepareAnotherPlace(body.path("location").asText());
        }
        return body;
    }

    /** Where stock is transferred to; the story tells of the place it comes from. */
    private void prepareAnotherPlace(String name) {
        request()
                .contentType("application/json")
                .body(ContractDocument.operation("createStockLocation")
                        .bodyExample()
                        .put("name", name)
                        .toString())
                .post("/v1/stock-locations")
                .then()
                .statusCode(201);
    }

    private RequestSpecification request() {
        return requestWith(token);
    }

    private static RequestSpecification requestWith(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    /** The platform's list holds what other tests made, too. */
    private Response pageWithMade(String path, Response first) {
        var page = first;
        while (!page.asString().contains("\"" + made + "\"") && json(page).has("nextCursor")) {
            page = request()
                    .queryParam("limit", PAGE_MAX)
                    .queryParam("cursor", json(page).path("nextCursor").asText())
                    .get(path);
        }
        return page;
    }

    private static JsonNode json(Response answer) {
        try {
            return JSON.readTree(answer.asString());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(answer.asString(), notJson);
        }
    }
}
