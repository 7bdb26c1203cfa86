package dev.firstfill.api.testing;

import static dev.firstfill.api.testing.Requests.as;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firstfill.api.contract.ContractDocument;
import dev.firstfill.api.security.Role;
import dev.firstfill.tenancy.catalogue.Tenant;
import dev.firstfill.tenancy.catalogue.TenantId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything that a dispense needs before it may go, and dispenses on their way, each with a lot of its own. */
public final class Workbench {
    /** A box that is shipped on a Tuesday arrives on a day on which carriers deliver; and it is not past. */
    public static final LocalDate SHIPS =
            LocalDate.now(ZoneOffset.UTC).plusDays(1).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));

    private static final Map<TenantId, AtomicInteger> LOTS = new ConcurrentHashMap<>();
    private static final String NPI = "1987654328";
    private static final String NDC = "00074433902";
    private static final String PLACE = "Refrigerator 1";
    private static final String DISPENSES = "/v1/dispenses/";

    private final Tenant pharmacy;

    private Workbench(Tenant pharmacy) {
        this.pharmacy = pharmacy;
    }

    public static Workbench of(Tenant pharmacy) {
        return new Workbench(pharmacy);
    }

    /** @return the id of a new patient as the contract's example has one */
    public String patient() {
        return posted(Role.INTAKE_COORDINATOR, "/v1/patients", example("createPatient"));
    }

    /** @return the id of an active prescription of a new patient who was assessed, with stock for one fill */
    public String prescription() {
        return prescription(patient());
    }

    public String prescription(String patient) {
        ensure(
                "/v1/prescribers",
                NPI,
                Role.PHARMACY_MANAGER,
                example("createPrescriber").put("npi", NPI));
        ensure("/v1/drugs", NDC, Role.PHARMACY_MANAGER, drug());
        ensure(
                "/v1/stock-locations",
                PLACE,
                Role.FULFILMENT_TECHNICIAN,
                example("createStockLocation").put("name", PLACE));
        receive();
        assess(patient);
        return Ordered.active(pharmacy, patient, "\"prescriber\": \"" + NPI + "\", \"drug\": \"" + NDC + "\"");
    }

    private static ObjectNode drug() {
        var drug =
                example("createDrug").put("ndc", NDC).put("requiresRems", false).put("limitedDistribution", false);
        drug.remove("remsProgram");
        return drug;
    }

    /** Two pens, which are one fill. */
    public String receive() {
        var lot = "HX"
                + LOTS.computeIfAbsent(pharmacy.id(), first -> new AtomicInteger(1000))
                        .incrementAndGet();
        send(Role.FULFILMENT_TECHNICIAN, "/v1/stock-receipts", """
                {"lines": [{"drug": "%s", "quantity": 2, "lotNumber": "%s", "expiresOn": "2031-11-30",
                            "ownership": "owned", "location": "%s"}]}
                """.formatted(NDC, lot, PLACE), 201);
        return lot;
    }

    private void assess(String patient) {
        var body = example("createAssessment")
                .put("patient", patient)
                .put("assessedOn", LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
        var assessment = posted(Role.CLINICAL_PHARMACIST, "/v1/assessments", body);
        as(pharmacy, Role.CLINICAL_PHARMACIST)
                .header("If-Match", "\"1\"")
                .post("/v1/assessments/{id}/signature", assessment)
                .then()
                .statusCode(200);
    }

    /** @return the id of a dispense that waits to be filled */
    public String queued() {
        return queued(prescription(), "{\"prescription\": \"%s\", \"part\": \"full\"}");
    }

    private String queued(String prescription, String body) {
        return as(pharmacy, Role.FULFILMENT_TECHNICIAN)
                .contentType("application/json")
                .body(body.formatted(prescription))
                .post("/v1/dispenses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public String filled() {
        return filled(queued());
    }

    private String filled(String dispense) {
        return filled(dispense, plan());
    }

    private String filled(String dispense, ObjectNode plan) {
        send(Role.BILLER, DISPENSES + dispense + "/claim-exemption", "{\"reason\": \"cash\"}", 200);
        send(Role.FULFILMENT_TECHNICIAN, DISPENSES + dispense + "/shipping-plan", plan.toString(), 200);
        send(Role.FULFILMENT_TECHNICIAN, DISPENSES + dispense + "/fill", "{\"lots\": []}", 200);
        return dispense;
    }

    /** To the address of the contract's example of a patient. */
    public static ObjectNode plan() {
        return example("planShipment")
                .put("shipOn", SHIPS.toString())
                .put("arrivesOn", SHIPS.plusDays(1).toString());
    }

    public String verified() {
        return verified(filled());
    }

    private String verified(String dispense) {
        send(Role.DISPENSING_PHARMACIST, DISPENSES + dispense + "/verification", null, 200);
        return dispense;
    }

    public String packed() {
        return packed(verified());
    }

    private String packed(String dispense) {
        send(Role.FULFILMENT_TECHNICIAN, DISPENSES + dispense + "/packing", null, 200);
        return dispense;
    }

    public String shipped() {
        return shipped(packed());
    }

    private String shipped(String dispense) {
        send(Role.FULFILMENT_TECHNICIAN, DISPENSES + dispense + "/shipment", "{\"trackingNumber\": \"1Z999\"}", 200);
        return dispense;
    }

    /** The first half of a fill, on its way to the patient. */
    public String shippedPartial() {
        return shipped(packed(verified(
                filled(queued(prescription(), "{\"prescription\": \"%s\", \"part\": \"partial\", \"quantity\": 1}")))));
    }

    public String returned() {
        var dispense = shipped();
        send(Role.FULFILMENT_TECHNICIAN, DISPENSES + dispense + "/return", "{\"intact\": true}", 200);
        return dispense;
    }

    /**
     * A recall of the lot that went to a patient.
     *
     * @param patient the patient's id
     */
    public record Recalled(String recall, String patient) {}

    public Recalled recalled() {
        var patient = patient();
        return new Recalled(recalledOf(patient, "12 Elm St"), patient);
    }

    /**
     * @param street of the patient, to which the lot was shipped before it was recalled
     * @return the recall's id
     */
    public String recalledOf(String patient, String street) {
        var queued = queued(prescription(patient), "{\"prescription\": \"%s\", \"part\": \"full\"}");
        var plan = plan();
        ((ObjectNode) plan.path("address")).put("line1", street);
        var dispense = shipped(packed(verified(filled(queued, plan))));
        String lot = as(pharmacy, Role.FULFILMENT_TECHNICIAN)
                .get(DISPENSES + dispense)
                .path("lots[0].lotNumber");
        var recall = example("createRecall").put("drug", NDC);
        recall.set("lotNumbers", recall.arrayNode().add(lot));
        return posted(Role.PHARMACY_MANAGER, "/v1/recalls", recall);
    }

    /** Deliveries are told of when they have happened. */
    public static ObjectNode deliveredNow(ObjectNode body) {
        return body.put("deliveredAt", Instant.now().toString());
    }

    private void ensure(String list, String name, Role who, ObjectNode body) {
        if (as(pharmacy, who).get(list + "/" + name).statusCode() == 404) {
            posted(who, list, body);
        }
    }

    private String posted(Role who, String path, Object body) {
        return as(pharmacy, who)
                .contentType("application/json")
                .body(body.toString())
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst(".*/", "");
    }

    private void send(Role who, String path, String body, int status) {
        var request = as(pharmacy, who);
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        request.post(path).then().statusCode(status);
    }

    private static ObjectNode example(String operation) {
        return ContractDocument.operation(operation).bodyExample();
    }
}
