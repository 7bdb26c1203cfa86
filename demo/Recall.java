import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** One lot is called back: who has it is told, sends it back, and gets another. */
final class Recall {
    private final Pharmacy pharmacy;
    private final Verification pharmacist;
    private final Map<String, Referral> toSendBack = new LinkedHashMap<>();
    private String recall = "";

    Recall(Pharmacy pharmacy, Verification pharmacist) {
        this.pharmacy = pharmacy;
        this.pharmacist = pharmacist;
    }

    boolean isOpen() {
        return !recall.isEmpty();
    }

    /** On the day of the notice. */
    void open() {
        recall = pharmacy.as(Pharmacy.MANAGER).post("open a recall", "/v1/recalls", Map.of(
                        "drug", Stock.RECALLED_DRUG, "lotNumbers", java.util.List.of(Stock.RECALLED_LOT), "recallClass", "II",
                        "depth", "patient", "reference", "D-0412-2026", "reason", "Tablets of the lot dissolve too slowly."))
                .id();
        var affected = affected();
        pharmacy.diary.tell("RECALL of lot %s: %d boxes of it went to patients", Stock.RECALLED_LOT, affected.size());
        boolean first = true;
        for (var box : affected) {
            var referral = referral(box);
            contact(referral, first ? "not-reached" : "reached", first ? "unknown" : "in-hand");
            toSendBack.put(referral.caseId, referral);
            first = false;
        }
    }

    /** On the days after it: whoever was not reached is called again, and what comes back is replaced. */
    void follow() {
        for (var box : affected()) {
            var referral = referral(box);
            if (!box.path("lastToPatient").path("outcome").asText().equals("reached")) {
                contact(referral, "reached", "in-hand");
            } else if (toSendBack.containsKey(referral.caseId) && box.hasNonNull("deliveredAt")) {
                takeBack(referral, box);
            }
        }
    }

    private java.util.List<JsonNode> affected() {
        return Api.items(pharmacy.as(Pharmacy.TECHNICIAN)
                .get("find out whom the recall concerns", "/v1/recalls/" + recall + "/affected-dispenses?limit=100"));
    }

    private Referral referral(JsonNode box) {
        return pharmacy.cases().stream()
                .filter(one -> one.patient.equals(box.path("patient").asText()))
                .findFirst()
                .orElseThrow();
    }

    private void contact(Referral referral, String outcome, String product) {
        pharmacy.as(Pharmacy.TECHNICIAN).post("tell " + referral + " of the recall", "/v1/recalls/" + recall + "/contacts", Map.of(
                "patient", referral.patient, "party", "patient", "channel", "phone", "outcome", outcome, "product", product));
        pharmacy.diary.tell("%s: told of the recall: %s", referral, outcome);
    }

    private void takeBack(Referral referral, JsonNode box) {
        toSendBack.remove(referral.caseId);
        referral.dispense = box.path("dispense").asText();
        pharmacy.as(Pharmacy.TECHNICIAN).post(
                "take the recalled box of " + referral + " back",
                "/v1/dispenses/" + referral.dispense + "/return",
                Map.of("intact", false, "note", "Recalled lot, sent back by the patient."));
        pharmacist.reverse(referral, "recalled");
        var status = pharmacist.caseOf(referral).text("status");
        if (!status.equals("clinically-cleared")) {
            throw new DemoFailure("%s should get a replacement, and is %s".formatted(referral, status));
        }
        pharmacy.diary.tell("%s: the recalled box came back; a replacement is queued", referral);
    }
}
