package dev.firstfill.local.payer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the payer decided of each claim, and of each request, by its reference: asked again, it says the same again and moves nothing. */
final class Books {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigDecimal COPAY = new BigDecimal("50.00");

    private final Map<String, ObjectNode> decided = new HashMap<>();
    private final Map<String, BigDecimal> held = new HashMap<>();
    private final Map<String, Boolean> reversed = new HashMap<>();
    private final List<Movement> movements = new ArrayList<>();
    private final Leaves leaves = new Leaves();

    synchronized List<Movement> movements() {
        return List.copyOf(movements);
    }

    /** @return the answer, as a payer that behaves would send it */
    synchronized ObjectNode answer(JsonNode question, Conduct conduct) {
        var answer =
                switch (question.path("transactionCode").asText()) {
                    case "B2" -> reverse(question, conduct);
                    case "B1" -> bill(question, conduct);
                    case "PARequest", "PAAppeal" -> leaves.answer(question, conduct);
                    default -> estimate(question, conduct);
                };
        return answer.deepCopy();
    }

    private ObjectNode bill(JsonNode question, Conduct conduct) {
        var reference = question.path("reference").asText();
        var known = decided.get(reference);
        if (known != null) {
            var again = known.deepCopy();
            if (again.path("responseStatus").asText().equals("P")) {
                again.put("responseStatus", "D");
            }
            return again;
        }
        var answer = estimate(question, conduct);
        decided.put(reference, answer);
        if (!answer.path("responseStatus").asText().equals("R")) {
            var paid = new BigDecimal(answer.path("totalAmountPaid").asText());
            held.put(reference, paid);
            movements.add(movement(question, paid));
        }
        return answer;
    }

    private ObjectNode estimate(JsonNode question, Conduct conduct) {
        var answer = begun(question);
        if (conduct == Conduct.NEEDS_PA && !leaves.hasApproved(question)) {
            return rejected(answer, "75");
        }
        if (conduct.name().startsWith("REJECTS_")) {
            return rejected(answer, conduct.name().substring("REJECTS_".length()));
        }
        var billed = new BigDecimal(question.path("grossAmountDue").asText("0"));
        var copay = billed.min(COPAY);
        return answer.put("responseStatus", conduct == Conduct.PAYS_AS_DUPLICATE ? "D" : "P")
                .put(
                        "authorizationNumber",
                        "A" + Math.abs(question.path("reference").asText().hashCode()))
                .put("totalAmountPaid", billed.subtract(copay).toPlainString())
                .put("patientPayAmount", copay.toPlainString())
                .put("message", "PAID BY PLAN");
    }

    private static ObjectNode rejected(ObjectNode answer, String code) {
        answer.put("responseStatus", "R");
        answer.putArray("rejectCodes").add(code);
        return answer.put("message", "REJECTED BY PLAN");
    }

    private ObjectNode reverse(JsonNode question, Conduct conduct) {
        var reference = question.path("reference").asText();
        var answer = begun(question);
        if (conduct == Conduct.KEEPS) {
            answer.put("responseStatus", "R").put("message", "CALL HELP DESK");
            answer.putArray("rejectCodes").add("87");
            return answer;
        }
        if (reversed.containsKey(reference)) {
            return answer.put("responseStatus", "S");
        }
        var paid = held.remove(reference);
        if (paid == null) {
            answer.put("responseStatus", "R");
            answer.putArray("rejectCodes").add("84");
            return answer;
        }
        reversed.put(reference, true);
        movements.add(movement(question, paid.negate()));
        return answer.put("responseStatus", "A");
    }

    private static ObjectNode begun(JsonNode question) {
        return JSON.createObjectNode()
                .put("transactionCode", question.path("transactionCode").asText())
                .put("reference", question.path("reference").asText());
    }

    private static Movement movement(JsonNode question, BigDecimal amount) {
        return new Movement(
                question.path("reference").asText(),
                question.path("prescriptionReferenceNumber").asText(),
                question.path("fillNumber").asInt(),
                amount);
    }
}
