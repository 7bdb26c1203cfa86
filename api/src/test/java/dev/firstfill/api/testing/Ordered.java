package dev.firstfill.api.testing;

import static dev.firstfill.api.testing.Requests.as;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.api.security.Role;
import dev.firstfill.tenancy.catalogue.Tenant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A pharmacy in which Dr. Anand can prescribe adalimumab, written yesterday so that it is past and not long ago. */
public final class Ordered {
    public static final LocalDate YESTERDAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    private Ordered() {}

    /** Dr. Anand with the NPI 1234567893, and two pens to a package with the NDC 0074-0554-02. */
    public static void stock(Tenant pharmacy, String schedule) {
        post(pharmacy, "/v1/prescribers", """
                {"npi": "1234567893", "name": {"given": "Priya", "family": "Anand"}}
                """);
        post(pharmacy, "/v1/drugs", """
                {"ndc": "0074-0554-02", "name": "Adalimumab Pen", "strength": "40 mg/0.4 mL", "dosageForm": "pen",
                 "manufacturer": "Helix Therapeutics", "packageSize": {"quantity": 2, "unit": "pen"},
                 "storage": "refrigerated", "requiresRems": false, "limitedDistribution": true, "schedule": "%s"}
                """.formatted(schedule));
    }

    /** @param members JSON members that replace or extend the usual order */
    public static String order(String patient, String... members) {
        var order = tree("""
                {"patient": "%s", "prescriber": "1234567893", "drug": "0074-0554-02",
                 "sig": "Inject 40 mg under the skin every other week",
                 "dosing": {"dose": 40, "unit": "mg", "times": 1, "every": 2, "period": "week", "asNeeded": false,
                            "contentPerUnit": 40},
                 "quantity": 2, "refillsAuthorised": 2, "writtenOn": "%s", "icd10Codes": ["M05.79"],
                 "dispenseAsWritten": "no-selection", "origin": "electronic"}
                """.formatted(patient, YESTERDAY));
        for (var member : members) {
            order.setAll(tree("{" + member + "}"));
        }
        return order.toString();
    }

    /** @return the id of a new draft */
    public static String draft(Tenant pharmacy, String patient, String... members) {
        return post(pharmacy, "/v1/prescriptions", order(patient, members));
    }

    /** @return the id of a new prescription in its second version */
    public static String active(Tenant pharmacy, String patient, String... members) {
        var id = draft(pharmacy, patient, members);
        as(pharmacy, Role.DISPENSING_PHARMACIST)
                .header("If-Match", "\"1\"")
                .post("/v1/prescriptions/{id}/activation", id)
                .then()
                .statusCode(200);
        return id;
    }

    private static String post(Tenant pharmacy, String path, String body) {
        return as(pharmacy, Role.DISPENSING_PHARMACIST)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException mistyped) {
            throw new AssertionError(json, mistyped);
        }
    }
}
