import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** The dispensing pharmacist: stands for what others filled, and undoes what never arrived. */
final class Verification extends Worker {
    /** What others still have to do. */
    private static final Set<String> OF_OTHERS = Set.of("claim-settled", "copay-settled", "cold-chain-planned");

    Verification(Pharmacy pharmacy) {
        super(pharmacy, Pharmacy.DISPENSING_PHARMACIST, "delivery-exception");
    }

    @Override
    Later work(Referral referral, Api.Answer patientCase, JsonNode task) {
        if (patientCase.text("status").equals("delivery-exception")) {
            reverse(referral, "lost-or-damaged");
            pharmacy.diary.tell("%s: the lost fill is undone, its claim reversed; another takes its place", referral);
        }
        return null;
    }

    void reverse(Referral referral, String reason) {
        api.post("reverse the fill of " + referral, "/v1/dispenses/" + referral.dispense + "/reversal", Map.of("reason", reason));
    }

    @Override
    void look() {
        for (var dispense : Api.items(api.get("list filled dispenses", "/v1/dispenses?state=filled&limit=100"))) {
            var path = "/v1/dispenses/" + dispense.path("id").asText();
            var closed = Api.items(api.get("look at the gates of a dispense", path + "/gates")).stream()
                    .filter(gate -> !gate.path("overridden").asBoolean())
                    .toList();
            if (closed.isEmpty()) {
                api.post("verify " + dispense.path("number").asText(), path + "/verification");
                pharmacy.diary.count("fills verified");
            } else if (closed.stream().anyMatch(gate -> !OF_OTHERS.contains(gate.path("gate").asText()))) {
                throw new DemoFailure("%s cannot leave: %s".formatted(dispense.path("number").asText(), closed));
            }
        }
    }
}
