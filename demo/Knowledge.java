import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people outside the pharmacy know and say when they are asked: practices, patients, price lists. */
final class Knowledge {
    private static final String EPOETIN = "205923";

    private static final Map<String, String> SIGS = Map.of(
            "1664463", "Take 1 tablet by mouth every morning on an empty stomach",
            "1431987", "Take 1 capsule by mouth every morning on an empty stomach",
            "108515", "Infuse 1 mL intravenously every day as instructed",
            EPOETIN, "Inject 1 mL under the skin every day as instructed",
            "1601380", "Take 1 capsule by mouth every day with food",
            "854255", "Inject 1 mL under the skin every day",
            "1736776", "Infuse 1 mL intravenously every day as instructed");

    private static final Map<String, String> PRICES = Map.of(
            "1664463", "1284.00",
            "1431987", "1702.50",
            "108515", "4630.00",
            EPOETIN, "1895.40",
            "1601380", "13760.00",
            "854255", "912.30",
            "1736776", "2210.00");

    private static final Map<String, String> DRUGS = Map.of(
            "1664463", "Tacrolimus XR 1 mg",
            "1431987", "Tacrolimus XR 5 mg",
            "108515", "Tacrolimus injection",
            EPOETIN, "Epoetin alfa",
            "1601380", "Palbociclib",
            "854255", "Enoxaparin",
            "1736776", "Oxaliplatin");

    private static final Map<String, Object> UNITED = Map.of(
            "payer", "UnitedHealthcare", "kind", "commercial", "memberId", "904417263", "bin", "616657", "pcn", "UHC");
    private static final Map<String, Object> MEDICARE = Map.of(
            "payer", "Medicare", "kind", "medicare", "memberId", "731905526", "bin", "615787", "pcn", "MEDD");

    private Knowledge() {}

    static String sig(Referral referral) {
        return SIGS.get(referral.drug());
    }

    static Map<String, Object> price(Referral referral) {
        return dollars(PRICES.get(referral.drug()));
    }

    static String drug(Referral referral) {
        return DRUGS.get(referral.drug());
    }

    static Map<String, Object> dollars(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    /** Whether the drug is kept in a refrigerator. */
    static boolean isCold(Referral referral) {
        return referral.drug().equals(EPOETIN);
    }

    /** What a referral lacked, as the practice or the patient says it. */
    static Map<String, Object> supplement(Referral referral, List<String> findings) {
        var said = new LinkedHashMap<String, Object>();
        for (var finding : findings) {
            switch (finding) {
                case "sig-missing" -> said.put("sig", sig(referral));
                case "diagnosis-code-missing" -> said.put("icd10Code", referral.number.equals("011") ? "I82.401" : "Z94.0");
                case "prescriber-npi-invalid" -> said.put("prescriberNpi", "1999992690");
                case "insurance-missing" -> said.put("coverage", coverage(referral));
                case "phone-missing" -> said.put("phone", Map.of("use", "mobile", "number", "+15085550123", "preferred", true));
                default -> { }
            }
        }
        return said;
    }

    private static Map<String, Object> coverage(Referral referral) {
        var card = referral.number.equals("005") ? UNITED : MEDICARE;
        referral.memberId = (String) card.get("memberId");
        return card;
    }

    /** As in the referral, with a postal code that exists. */
    static Map<String, Object> address(Referral referral) {
        var sent = referral.address();
        return Map.of(
                "use", "home", "line1", sent.path("line").path(0).asText(), "city", sent.path("city").asText(),
                "state", sent.path("state").asText(), "zip", "02762");
    }

    /** Under which law the payer of that name pays. */
    static String payerKind(String payer) {
        return switch (payer) {
            case "Medicare" -> "medicare-part-d";
            case "Dual Eligible" -> "dual-eligible";
            case "Medicaid" -> "medicaid";
            default -> "commercial";
        };
    }

    /** What is asked in the first call, by what the drug is for. */
    static String template(String icd10) {
        return switch (icd10.substring(0, 1)) {
            case "Z" -> "transplant";
            case "C" -> "oncology";
            default -> "adherence";
        };
    }

    static Map<String, Object> answers(String template) {
        return switch (template) {
            case "transplant" -> Map.of(
                    "organ", "kidney", "rejection-signs", false, "infection", false, "level-in-range", "yes",
                    "dose-late", 0, "missed-doses", 0, "brand-changed", false, "main-barrier", "none");
            case "oncology" -> Map.of(
                    "performance", "ecog-1", "fever", false, "diarrhoea", 0, "eating", "normally", "mouth-sores", "none",
                    "pain", 2, "new-medicines", false, "missed-doses", 0, "main-barrier", "none");
            default -> Map.of(
                    "missed-doses", 1, "on-time", "mostly", "stopped-by-self", false, "runs-out", false,
                    "understands", "well", "doses-left", 8, "main-barrier", "none");
        };
    }
}
