import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out what a plan gives, by a test claim that the payer answers. */
final class Benefits extends Worker {
    Benefits(Pharmacy pharmacy) {
        super(pharmacy, Pharmacy.INVESTIGATOR, "benefits-investigation");
    }

    @Override
    Later work(Referral referral, Api.Answer patientCase, JsonNode task) {
        switch (patientCase.text("status")) {
            case "benefits-investigation" -> investigate(referral, patientCase);
            case "benefits-verified-no-pa" -> handOn(referral, patientCase);
            default -> { }
        }
        return null;
    }

    private void investigate(Referral referral, Api.Answer patientCase) {
        var claim = testClaim(referral, patientCase);
        var codes = new ArrayList<String>();
        claim.body().path("rejections").forEach(rejection -> codes.add(rejection.path("code").asText()));
        var found = found(referral, patientCase, claim, codes);
        if (codes.contains("75")) {
            move(patientCase, "verify-pa-required", Map.of("benefits", found));
        } else if (codes.contains("70")) {
            move(patientCase, "find-not-covered", Map.of("benefits", found));
            pharmacy.diary.tell("%s: %s does not cover the drug (70)", referral, patientCase.text("payer"));
        } else if (codes.isEmpty()) {
            move(patientCase, "verify-no-pa", Map.of("benefits", found));
        } else {
            throw new DemoFailure("The payer rejected the test claim of %s for %s".formatted(referral, codes));
        }
        pharmacy.diary.count("benefits investigated");
    }

    private Api.Answer testClaim(Referral referral, Api.Answer patientCase) {
        var prescription = prescriptionOf(patientCase);
        var sent = api.post("send a test claim of " + referral, "/v1/claims", Map.of(
                "patient", patientCase.text("patient"),
                "drug", patientCase.text("drug"),
                "prescriber", npiOf(patientCase),
                "diagnoses", prescription.body().path("icd10Codes"),
                "benefit", "pharmacy",
                "quantity", prescription.body().path("quantity"),
                "daysSupply", prescription.body().path("daysSupply"),
                "billed", Knowledge.price(referral)));
        return Patience.until(
                "the payer answers the test claim of " + referral,
                () -> api.get("read a claim", "/v1/claims/" + sent.id()),
                claim -> claim.body().hasNonNull("answeredAt"));
    }

    private static Map<String, Object> found(
            Referral referral, Api.Answer patientCase, Api.Answer claim, List<String> codes) {
        var payer = patientCase.text("payer");
        var found = new LinkedHashMap<String, Object>();
        found.put("payerKind", Knowledge.payerKind(payer));
        found.put("payer", payer);
        found.put("benefit", "pharmacy");
        found.put("coverage", codes.contains("70") ? "not-covered" : "covered");
        found.put("priorAuthorisationRequired", codes.contains("75"));
        found.put("rejectCodes", codes);
        found.put("testClaim", claim.id());
        if (claim.body().hasNonNull("patientPay")) {
            found.put("copay", claim.body().path("patientPay"));
        }
        if (referral.trait.asksForFunding()) {
            found.put("deductibleRemaining", Knowledge.dollars("590.00"));
            found.put("outOfPocketRemaining", Knowledge.dollars("1980.00"));
        }
        return found;
    }

    private void handOn(Referral referral, Api.Answer patientCase) {
        move(patientCase, referral.trait.asksForFunding() ? "review-funding" : "schedule-welcome-call", Map.of());
    }
}
