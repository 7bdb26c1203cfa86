import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The biller: has payers pay for what was filled, and settles the patient's share. */
final class Billing extends Worker {
    Billing(Pharmacy pharmacy) {
        super(pharmacy, Pharmacy.BILLER);
    }

    @Override
    Later work(Referral referral, Api.Answer patientCase, JsonNode task) {
        throw new IllegalStateException("A biller pulls nothing here.");
    }

    @Override
    void look() {
        for (var dispense : Api.items(api.get("list filled dispenses", "/v1/dispenses?state=filled&limit=100"))) {
            var id = dispense.path("id").asText();
            if (!dispense.hasNonNull("claimExemption") && !isBilled(id)) {
                bill(id);
            }
        }
    }

    private boolean isBilled(String dispense) {
        return !api.get("list the claims of a dispense", "/v1/dispenses/" + dispense + "/claims").body().path("items").isEmpty();
    }

    private void bill(String dispense) {
        var referral = pharmacy.cases().stream().filter(one -> one.dispense.equals(dispense)).findFirst().orElseThrow();
        var sent = api.post("bill " + referral, "/v1/dispenses/" + dispense + "/claims", Map.of(
                "benefit", "pharmacy", "billed", Knowledge.price(referral)));
        var claim = Patience.until(
                "the payer answers the claim of " + referral,
                () -> api.get("read a claim", "/v1/claims/" + sent.id()),
                read -> read.body().hasNonNull("answeredAt"));
        if (!claim.text("state").equals("paid")) {
            throw new DemoFailure("The claim of %s should be paid:%n%s".formatted(referral, claim.body().toPrettyString()));
        }
        api.post("settle the copay of " + referral, "/v1/dispenses/" + dispense + "/copay-settlement", Map.of(
                "method", method(referral), "amount", claim.body().path("patientPay")));
        pharmacy.diary.count("claims paid");
    }

    private static String method(Referral referral) {
        return switch (referral.trait) {
            case FOUNDATION -> "foundation";
            case COPAY_CARD -> "copay-card";
            default -> "patient";
        };
    }
}
