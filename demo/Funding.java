import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Finds somebody who pays what the plan does not. */
final class Funding extends Worker {
    private static final int UNPROCESSABLE = 422;

    Funding(Pharmacy pharmacy) {
        super(pharmacy, Pharmacy.NAVIGATOR, "financial");
    }

    @Override
    Later work(Referral referral, Api.Answer patientCase, JsonNode task) {
        switch (patientCase.text("status")) {
            case "not-covered" -> move(patientCase, "review-funding", Map.of());
            case "financial-review" -> decide(referral, patientCase);
            default -> { }
        }
        return null;
    }

    private void decide(Referral referral, Api.Answer patientCase) {
        switch (referral.trait) {
            case COPAY_CARD -> fund(patientCase, card());
            case FOUNDATION -> {
                triesACard(referral, patientCase);
                fund(patientCase, Map.of(
                        "kind", "foundation", "program", "Transplant Patients' Aid Foundation",
                        "amount", Knowledge.dollars("50.00"), "balance", Knowledge.dollars("2950.00"), "validUntil", "2027-11-30"));
                pharmacy.diary.tell("%s: a foundation grants $50 of each fill", referral);
            }
            case NOT_COVERED -> {
                fund(patientCase, Map.of(
                        "kind", "free-goods", "program", "Veloxis patient assistance", "validUntil", "2027-11-30"));
                pharmacy.diary.tell("%s: the manufacturer gives the drug", referral);
            }
            default -> throw new DemoFailure("Nobody knows who should pay for " + referral);
        }
        pharmacy.diary.count("funding decided");
    }

    private void fund(Api.Answer patientCase, Map<String, Object> funding) {
        move(patientCase, "schedule-welcome-call", Map.of("funding", funding));
    }

    private static Map<String, Object> card() {
        return Map.of(
                "kind", "copay-card", "program", "Envarsus copay card",
                "amount", Knowledge.dollars("50.00"), "balance", Knowledge.dollars("5950.00"), "validUntil", "2027-12-31");
    }

    /** The law keeps a Medicare patient from it, and so does the platform. */
    private void triesACard(Referral referral, Api.Answer patientCase) {
        var refused = api.tryTo(
                patientCase,
                "use a copay card for a Medicare patient",
                "/v1/cases/" + patientCase.id() + "/transitions",
                Map.of("move", "schedule-welcome-call", "funding", card()));
        if (refused.status() != UNPROCESSABLE || !refused.text("code").equals("copay-card-for-federal-beneficiary")) {
            throw new DemoFailure("A copay card for a Medicare patient should be refused, and was answered %d:%n%s"
                    .formatted(refused.status(), refused.body().toPrettyString()));
        }
        pharmacy.diary.tell("%s: REFUSED, as it must be: %s", referral, reason(refused));
    }

    private static String reason(Api.Answer refused) {
        return refused.text("detail").isEmpty() ? refused.text("title") : refused.text("detail");
    }

    /** Given drugs are billed to nobody, which is written down before they are taken from the shelf. */
    @Override
    void look() {
        for (var dispense : Api.items(api.get("list queued dispenses", "/v1/dispenses?state=queued&limit=100"))) {
            var given = pharmacy.cases().stream()
                    .filter(referral -> referral.trait == Trait.NOT_COVERED)
                    .anyMatch(referral -> referral.patient.equals(dispense.path("patient").asText()));
            if (given && !dispense.hasNonNull("claimExemption")) {
                api.post(
                        "document why nobody is billed",
                        "/v1/dispenses/" + dispense.path("id").asText() + "/claim-exemption",
                        Map.of("reason", "free-goods"));
            }
        }
    }
}
