package dev.firstfill.api.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.api.attack.AttackList.Target;
import dev.firstfill.api.contract.ContractDocument;
import dev.firstfill.api.contract.ContractOperation;
import dev.firstfill.api.security.Role;
import dev.firstfill.api.testing.Authorised;
import dev.firstfill.api.testing.BilledFills;
import dev.firstfill.api.testing.CasesAsTheyStand;
import dev.firstfill.api.testing.Imprint;
import dev.firstfill.api.testing.Pharmacies;
import dev.firstfill.api.testing.TestPayer;
import dev.firstfill.api.testing.Tokens;
import dev.firstfill.tenancy.catalogue.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A pharmacy with one thing of each kind in it, as the stage of attacks, and good requests to spoil. */
final class Scene {
    private static final Scene OURS = new Scene(Pharmacies.another());
    private static final Scene THEIRS = new Scene(Pharmacies.another());

    /** Properties of bodies that name things of the pharmacy, and the lists these are made in. */
    private static final Map<String, String> NAMED_IN_BODIES =
            Map.of("patient", "/v1/patients", "prescriber", "/v1/prescribers", "drug", "/v1/drugs");

    private static final Scene SUSPENDABLE = new Scene(Pharmacies.another());

    /** Where time stands still once it was set, which would make other stories contradict themselves. */
    private static final Scene OUT_OF_TIME = new Scene(Pharmacies.another());

    private final Tenant pharmacy;
    private final Map<String, String> things = new HashMap<>();

    /** What bodies name is not attacked itself. */
    private final Map<String, String> named = new HashMap<>();

    private final Map<String, Lasting<String>> tokens = new ConcurrentHashMap<>();

    private final SceneShelves shelves = new SceneShelves(this);
    private final SceneBench bench = new SceneBench(this);

    private Scene(Tenant pharmacy) {
        this.pharmacy = pharmacy;
    }

    static Scene ours() {
        return OURS;
    }

    static Scene theirs() {
        return THEIRS;
    }

    /** One in which the operation may work; that no other test needs to be open. */
    static Scene suspendable(Target target) {
        return setsTime(target) ? OUT_OF_TIME : SUSPENDABLE;
    }

    /** One in which the operation may work. */
    static Scene workable(Target target) {
        return setsTime(target) ? OUT_OF_TIME : OURS;
    }

    private static boolean setsTime(Target target) {
        return target.id().equals("setSandboxClock");
    }

    void suspend() {
        var suspension = "/v1/tenants/" + pharmacy.slug() + "/suspension";
        var answer = Wire.send(Request.to("POST", suspension)
                .bearer(Tokens.ofOperator())
                .header("Content-Type", "application/json")
                .body("{\"reason\": \"Attacked\"}"));
        assertThat(answer.status()).isEqualTo(201);
    }

    void resume() {
        var suspension = "/v1/tenants/" + pharmacy.slug() + "/suspension";
        assertThat(Wire.send(Request.to("DELETE", suspension).bearer(Tokens.ofOperator()))
                        .status())
                .isEqualTo(200);
    }

    Tenant pharmacy() {
        return pharmacy;
    }

    /** Of the same person whenever the roles are the same: some things are there for who made them only. */
    String token(Role... roles) {
        return tokens.computeIfAbsent(Arrays.toString(roles), which -> new Lasting<>(() -> newToken(roles)))
                .get();
    }

    private String newToken(Role... roles) {
        if (roles.length == 1 && roles[0] == Role.PLATFORM_OPERATOR) {
            return Tokens.ofOperator();
        }
        var person = UUID.nameUUIDFromBytes(Arrays.toString(roles).getBytes(StandardCharsets.UTF_8));
        return Tokens.signed(Tokens.claims(pharmacy, roles).put("sub", person.toString()));
    }

    /** One that would be served, for things that are there already. */
    Request good(Target target) {
        var list = list(target.operation());
        var nothing = list.isEmpty() || !target.thing().isEmpty();
        return request(target, nothing ? target.thing() : things.computeIfAbsent(list, this::made));
    }

    /** One that is served, for things made for it alone. */
    Request fresh(Target target) {
        var list = list(target.operation());
        var thing = list.isEmpty() || !target.thing().isEmpty() ? target.thing() : made(list, target);
        prepare(target, thing);
        return request(target, thing);
    }

    /** Does what must have happened to the thing before, the first of it first. */
    private void prepare(Target target, String thing) {
        if (target.before().isEmpty()) {
            return;
        }
        var before = AttackList.target(target.before());
        prepare(before, thing);
        var answer = Wire.send(request(before, thing));
        assertThat(answer.succeeded()).as("%s: %s", before.id(), answer).isTrue();
    }

    /** @param thing the address of what the path's variable stands for; empty when there is none */
    private Request request(Target target, String thing) {
        var operation = target.operation();
        var path = thing + operation.path().substring(thing.isEmpty() ? 0 : variableEnd(operation));
        var request = Request.to(operation.verb(), path).bearer(token(target.caller()));
        var body = operation.hasBody() ? target.each().apply(operation.bodyExample()) : null;
        if (body != null) {
            NAMED_IN_BODIES.forEach((property, place) -> {
                // Claims name the prescriber by NPI, as payers know them.
                if (body.has(property) && !(operation.id().equals("createClaim") && property.equals("prescriber"))) {
                    body.put(property, named(place));
                }
            });
        }
        if (body != null) {
            shelves.fill(operation, body, thing);
            bench.fill(operation, body, thing);
        }
        if (operation.takesIfMatch()) {
            var read = Wire.send(Request.to("GET", thing).bearer(token(target.caller())));
            request = request.header("If-Match", read.header("etag"));
            if (body != null && !target.present().isEmpty()) {
                body.set(target.present(), read.json().path(target.present()));
            }
        }
        return body == null
                ? request
                : request.header("Content-Type", operation.bodyMediaType()).body(body.toString());
    }

    private static String list(ContractOperation operation) {
        int variable = operation.path().indexOf("/{");
        return variable < 0 ? "" : operation.path().substring(0, variable);
    }

    private static int variableEnd(ContractOperation operation) {
        return operation.path().indexOf('}') + 1;
    }

    /** The id of one to which nothing happens. */
    private String named(String list) {
        return named.computeIfAbsent(list, this::made).replaceFirst(".*/", "");
    }

    /** The address of a new thing in a list. */
    String made(String list) {
        if (SceneShelves.STOCKS.contains(list)) {
            return shelves.made(list);
        }
        if (list.equals("/v1/cases")) {
            return "/v1/cases/" + aCase();
        }
        var create = in(list, "POST");
        return create.isPresent() ? made(create.get()) : first(in(list, "GET").orElseThrow());
    }

    /** What is done to a claim depends on what the payer said to it. */
    private String made(String list, Target target) {
        return list.equals("/v1/dispenses") ? bench.dispenseFor(target) : made(list, target.id());
    }

    private String made(String list, String operation) {
        return switch (operation) {
            case "reviewReferral" -> doubtfulReferral();
            case "createAdherenceCall" -> "/v1/cases/" + CasesAsTheyStand.inTherapy(pharmacy, aCase());
            case "recordRecallContact" -> bench.recall();
            case "reverseClaim" -> billed("", "state = 'PAID'");
            case "abandonClaim", "inquireAfterClaim" -> billed("fails", "failure = 'PAYER_FAILED'");
            case "voidPriorAuthorisation" -> "/v1/prior-authorisations/" + Authorised.approved(pharmacy);
            case "inquireAfterPriorAuthorisation" ->
                "/v1/prior-authorisations/" + Authorised.asked(pharmacy, TestPayer.memberWhom("sleeps"));
            case "resubmitClaim" -> billed("rejects-75", "state = 'REJECTED'");
            default -> made(list);
        };
    }

    /** Nobody makes a case: it is what a referral begins. */
    private String aCase() {
        var referral = Wire.send(Request.to("GET", made("/v1/referrals")).bearer(token(Role.PHARMACY_MANAGER)));
        assertThat(referral.json().path("case").asText())
                .as("the case of the referral %s", referral)
                .isNotEmpty();
        return referral.json().path("case").asText();
    }

    /** Of a twin of somebody who has just been registered. */
    private String doubtfulReferral() {
        var create = ContractDocument.operation("createReferral");
        var body = AttackList.target("createReferral").each().apply(create.bodyExample());
        var patient = (ObjectNode) body.at("/order/patient");
        sent(create, body);
        ((ObjectNode) patient.get("name")).put("given", "Lucia");
        return sent(create, body).header("location").replaceFirst("^https?://[^/]+", "");
    }

    private Answer sent(ContractOperation create, ObjectNode body) {
        var answer = Wire.send(Request.to("POST", create.path())
                .bearer(token(AttackList.target(create.id()).caller()))
                .header("Content-Type", create.bodyMediaType())
                .body(body.toString()));
        assertThat(answer.status()).as("%s: %s", create, answer).isEqualTo(201);
        return answer;
    }

    private String billed(String conduct, String condition) {
        var claim = BilledFills.billed(pharmacy, TestPayer.memberWhom(conduct));
        BilledFills.until(pharmacy, claim, condition);
        return "/v1/claims/" + claim;
    }

    private static Optional<ContractOperation> in(String list, String verb) {
        return ContractDocument.operations().stream()
                .filter(operation ->
                        operation.path().equals(list) && operation.verb().equals(verb))
                .findFirst();
    }

    /** Of what makes itself, such as records of the ledger. */
    private String first(ContractOperation list) {
        made("/v1/patients");
        var answer = Wire.send(request(AttackList.target(list.id()), ""));
        assertThat(answer.status()).as("%s: %s", list, answer).isEqualTo(200);
        return list.path() + "/"
                + answer.json().path("items").path(0).path("id").asText();
    }

    String made(ContractOperation create) {
        var answer = Wire.send(request(AttackList.target(create.id()), ""));
        assertThat(answer.status()).as("%s: %s", create, answer).isEqualTo(201);
        if (create.id().equals("createClaim")) {
            BilledFills.untilAnswered(pharmacy, answer.json().path("id").asText());
        }
        return answer.header("location").replaceFirst("^https?://[^/]+", "");
    }

    /**
     * All that a refused request must leave as it is, to tell whether anything changed: every table of the pharmacy, and
     * of the platform's pharmacies which there are and how ours and the one that is attacked stand.
     */
    Map<String, String> everything() {
        BilledFills.untilAllAreAsked(pharmacy);
        var all = new TreeMap<>(Imprint.of(pharmacy));
        var attacked = things.getOrDefault("/v1/tenants", "").replaceFirst(".*/", "");
        all.putAll(Imprint.ofPlatform(pharmacy, List.of(pharmacy.slug(), attacked)));
        return all;
    }
}
