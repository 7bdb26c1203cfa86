import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Asks payers for their leave, answers what they ask, and appeals what they deny. */
final class Authorisations extends Worker {
    private static final BigDecimal FILLS_OF_A_YEAR = new BigDecimal(12);
    private static final int DAYS_OF_THEM = 360;

    /** More than the three days that the payer of bin/dev takes then, and than its target of 72 hours. */
    private static final Duration THE_LATE_PAYER_TAKES = Duration.ofHours(76);

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
        return referral.trait == Trait.PA_LATE || referral.trait == Trait.PA_DENIED
                ? pended(referral, "PARequest")
                : heard(referral);
    }

    /** What the payer says to what it was told last; it is asked by errand, right after the commit. */
    private Later heard(Referral referral) {
        referral.answeredAt = null;
        var answer = Patience.until(
                "the payer answers about " + referral, () -> authorisation(referral), seen -> !isAwaited(seen));
        var number = answer.text("number");
        pharmacy.diary.tell(
                "%s: the payer's answer is %s%s", referral, answer.text("state"), number.isEmpty() ? "" : " (" + number + ")");
        return null;
    }

    private static boolean isAwaited(Api.Answer authorisation) {
        return Set.of("submitted", "appealed").contains(authorisation.text("state"));
    }

    /** The payer has it and says so, and no more. */
    private Later pended(Referral referral, String transaction) {
        Patience.until(
                "the payer has heard of " + referral,
                () -> pharmacy.payer().get("look at what the payer was asked", "/questions"),
                asked -> Api.list(asked.body()).stream()
                        .anyMatch(one -> one.path("transactionCode").asText().equals(transaction)
                                && one.path("reference").asText().equals(referral.authorisation)));
        pharmacy.diary.tell("%s: the payer has it and takes its time", referral);
        referral.answeredAt =
                referral.trait == Trait.PA_LATE ? pharmacy.now().plus(THE_LATE_PAYER_TAKES) : morningAfter(1);
        return null;
    }

    private Later inquire(Referral referral) {
        var seen = authorisation(referral);
        if (!isAwaited(seen)) {
            return null;
        }
        if (referral.answeredAt != null && referral.answeredAt.isAfter(pharmacy.now())) {
            return new Later(referral.answeredAt, "The payer has not decided.");
        }
        referral.answeredAt = null;
        api.postTo(seen, "ask the payer again about " + referral, path(referral, "inquiry"));
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
        return pended(referral, "PAAppeal");
    }

    private Api.Answer authorisation(Referral referral) {
        return api.get("read the prior authorisation of " + referral, path(referral, ""));
    }

    private static String path(Referral referral, String part) {
        return "/v1/prior-authorisations/" + referral.authorisation + (part.isEmpty() ? "" : "/" + part);
    }
}
