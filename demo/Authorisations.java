import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** Asks payers for their leave, answers what they ask, and appeals what they deny. */
final class Authorisations extends Worker {
    private static final BigDecimal FILLS_OF_A_YEAR = new BigDecimal(12);
    private static final int DAYS_OF_THEM = 360;
    private static final Duration THE_LATE_PAYER_TAKES = Duration.ofDays(3);

    Authorisations(Pharmacy pharmacy) {
        super(pharmacy, Pharmacy.PA_SPECIALIST, "prior-authorisation", "appeals");
    }

    @Override
    Later work(Referral referral, Api.Answer patientCase, JsonNode task) {
        return switch (patientCase.text("status")) {
            case "benefits-verified-pa-required" -> {
                move(patientCase, "prepare-pa", Map.of());
                yield null;
            }
            case "pa-preparation" -> submit(referral, patientCase);
            case "pa-pending-payer", "appeal-pending" -> inquire(referral);
            case "pa-info-requested" -> answer(referral);
            case "pa-denied" -> appeal(referral);
            default -> null;
        };
    }

    private Later submit(Referral referral, Api.Answer patientCase) {
        var prescription = prescriptionOf(patientCase);
        var payer = patientCase.text("payer");
        var request = Map.of(
                "payerKind", Knowledge.payerKind(payer),
                "benefit", "pharmacy",
                "channel", "epa",
                "urgency", "standard",
                "prescriber", npiOf(patientCase),
                "diagnoses", prescription.body().path("icd10Codes"),
                "quantity", prescription.body().path("quantity").decimalValue().multiply(FILLS_OF_A_YEAR),
                "daysSupply", DAYS_OF_THEM,
                "justification", "Stable on the drug; other preparations were not tolerated.");
        var prepared = api.post("prepare a prior authorisation of " + referral, "/v1/prior-authorisations", Map.of(
                "patient", patientCase.text("patient"),
                "drug", patientCase.text("drug"),
                "state", "prepared",
                "payer", payer,
                "request", request));
        referral.authorisation = prepared.id();
        api.postTo(prepared, "submit a prior authorisation of " + referral, path(referral, "submission"), Map.of());
        pharmacy.diary.count("prior authorisations submitted");
        return heard(referral);
    }

    /** What the payer says to what it was told last; it is asked by errand, right after the commit. */
    private Later heard(Referral referral) {
        if (isTakingItsTime(referral)) {
            pharmacy.diary.tell("%s: the payer has the request and takes its time", referral);
            return tomorrow("The payer has not decided.");
        }
        var answer = Patience.until(
                "the payer answers about " + referral,
                () -> authorisation(referral),
                seen -> !seen.text("state").equals("submitted") && !seen.text("state").equals("appealed"));
        var said = answer.text("state");
        var number = answer.text("number");
        pharmacy.diary.tell("%s: the payer's answer is %s%s", referral, said, number.isEmpty() ? "" : " (" + number + ")");
        return null;
    }

    private boolean isTakingItsTime(Referral referral) {
        var submitted = java.time.Instant.parse(authorisation(referral).text("submittedAt"));
        return referral.trait == Trait.PA_LATE && pharmacy.now().isBefore(submitted.plus(THE_LATE_PAYER_TAKES));
    }

    private Later inquire(Referral referral) {
        if (isTakingItsTime(referral)) {
            return tomorrow("The payer has not decided.");
        }
        if (referral.trait == Trait.PA_LATE && authorisation(referral).text("state").equals("submitted")) {
            var seen = authorisation(referral);
            api.postTo(seen, "ask the payer again about " + referral, path(referral, "inquiry"));
        }
        return heard(referral);
    }

    private Later answer(Referral referral) {
        if (referral.answeredAt == null) {
            referral.answeredAt = morningAfter(1);
        }
        if (referral.answeredAt.isAfter(pharmacy.now())) {
            return new Later(referral.answeredAt, "The practice looks for the chart notes.");
        }
        referral.answeredAt = null;
        api.postTo(
                authorisation(referral),
                "answer the payer about " + referral,
                path(referral, "information"),
                Map.of("answer", "Chart notes of the last 90 days, nine pages, sent with the portal's form"));
        return heard(referral);
    }

    private Later appeal(Referral referral) {
        if (referral.answeredAt == null) {
            referral.answeredAt = morningAfter(1);
            return new Later(referral.answeredAt, "The prescriber writes the letter.");
        }
        if (referral.answeredAt.isAfter(pharmacy.now())) {
            return new Later(referral.answeredAt, "The prescriber writes the letter.");
        }
        referral.answeredAt = null;
        api.postTo(
                authorisation(referral),
                "appeal the denial of " + referral,
                path(referral, "appeals"),
                Map.of("level", "internal", "urgency", "standard", "grounds", "The preferred drug failed in 2025"));
        pharmacy.diary.tell("%s: the denial is appealed", referral);
        return heard(referral);
    }

    private Api.Answer authorisation(Referral referral) {
        return api.get("read the prior authorisation of " + referral, path(referral, ""));
    }

    private static String path(Referral referral, String part) {
        return "/v1/prior-authorisations/" + referral.authorisation + (part.isEmpty() ? "" : "/" + part);
    }
}
