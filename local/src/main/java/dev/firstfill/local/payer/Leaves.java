package dev.firstfill.local.payer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the payer decided of each request for prior authorisation, by its reference and round: asked again, it says the
 * same again. Its days are those of whoever asks ({@code askedAt}), so that a clock that is set ages its decisions, too.
 */
final class Leaves {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ANSWER_WITHIN_DAYS = 14;

    /** So that what it gives today holds today, wherever in the US the pharmacy is. */
    private static final ZoneId LAST_TO_WAKE = ZoneId.of("Pacific/Honolulu");

    private static final Duration PENDING = Duration.ofDays(3);

    private final Map<String, ObjectNode> decided = new HashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private final Set<String> approved = new HashSet<>();

    boolean hasApproved(JsonNode claim) {
        return approved.contains(patientAndDrug(claim));
    }

    /** @return the answer, as a payer that behaves would send it */
    ObjectNode answer(JsonNode question, Conduct conduct) {
        var key = question.path("reference").asText() + "/"
                + question.path("round").asInt();
        var known = decided.get(key);
        if (known != null) {
            return known;
        }
        var answer = decide(question, conduct, asked.merge(key, 1, Integer::sum));
        if (!answer.path("responseStatus").asText().equals("pended")) {
            decided.put(key, answer);
        }
        if (answer.path("responseStatus").asText().equals("approved")) {
            approved.add(patientAndDrug(question));
        }
        return answer;
    }

    /** @param times how often it was asked this, now included */
    private static ObjectNode decide(JsonNode question, Conduct conduct, int times) {
        boolean appeal = question.path("transactionCode").asText().equals("PAAppeal");
        boolean informed = question.hasNonNull("information");
        var today = day(question, "askedAt");
        return switch (conduct) {
            case DENIES -> appeal ? approved(question, today) : denied(question, today);
            case DENIES_ALWAYS -> denied(question, today);
            case ASKS -> informed ? approved(question, today) : asking(question, today);
            case PENDS -> times < 3 ? begun(question, "pended") : approved(question, today);
            case PENDS_DAYS -> isYoung(question) ? begun(question, "pended") : approved(question, today);
            case SLEEPS -> begun(question, "pended");
            case EXPIRES -> begun(question, times < 2 || appeal ? "pended" : "closed");
            default -> approved(question, today);
        };
    }

    private static boolean isYoung(JsonNode question) {
        return instant(question, "askedAt")
                .isBefore(instant(question, "submittedAt").plus(PENDING));
    }

    private static ObjectNode approved(JsonNode question, LocalDate today) {
        var number = Math.abs(question.path("reference").asText().hashCode());
        return begun(question, "approved")
                .put("authorizationNumber", "PA" + number)
                .put("validFrom", today.toString())
                .put("validUntil", today.plusYears(1).minusDays(1).toString())
                .put("quantity", question.path("quantity").asText())
                .put("message", "APPROVED BY PLAN");
    }

    private static ObjectNode denied(JsonNode question, LocalDate today) {
        return begun(question, "denied")
                .put("denialReason", "step-therapy")
                .put("noticeDate", today.toString())
                .put("message", "TRY A PREFERRED DRUG FIRST");
    }

    private static ObjectNode asking(JsonNode question, LocalDate today) {
        return begun(question, "information-requested")
                .put("answerUntil", today.plusDays(ANSWER_WITHIN_DAYS).toString())
                .put("message", "SEND RECENT CHART NOTES");
    }

    private static ObjectNode begun(JsonNode question, String status) {
        return JSON.createObjectNode()
                .put("transactionCode", question.path("transactionCode").asText())
                .put("reference", question.path("reference").asText())
                .put("round", question.path("round").asInt())
                .put("responseStatus", status)
                .put(
                        "caseId",
                        "EPA" + Math.abs(question.path("reference").asText().hashCode() % 1_000_000));
    }

    private static LocalDate day(JsonNode question, String field) {
        return instant(question, field).atZone(LAST_TO_WAKE).toLocalDate();
    }

    private static Instant instant(JsonNode question, String field) {
        return Instant.parse(question.path(field).asText());
    }

    private static String patientAndDrug(JsonNode question) {
        return question.path("cardholderId").asText() + "/"
                + question.path("productId").asText();
    }
}
