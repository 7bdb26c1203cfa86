import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** The nurse: asks how patients take their drug, and has the next fill sent. */
final class Adherence extends Worker {
    private static final String HELD_UNTIL = "2027-01-22";
    private static final Set<String> IN_THERAPY = Set.of("adherence-follow-up", "refill-due");

    Adherence(Pharmacy pharmacy) {
        super(pharmacy, Pharmacy.NURSE, "adherence");
    }

    @Override
    Later work(Referral referral, Api.Answer patientCase, JsonNode task) {
        switch (task.path("type").asText()) {
            case "refill-call" -> refill(referral, patientCase);
            case "adherence-call" -> {
                if (!IN_THERAPY.contains(patientCase.text("status"))) {
                    return tomorrow("The refill is on its way.");
                }
                call(referral, "Takes it as prescribed; no side effects.");
            }
            default -> { }
        }
        return null;
    }

    private void refill(Referral referral, Api.Answer patientCase) {
        if (referral.refillAsked) {
            return;
        }
        referral.refillAsked = true;
        var prescription = prescriptionOf(patientCase);
        if (prescription.text("state").equals("expired")) {
            ask(referral, "intake", "The order has ended: ask the prescriber for a renewal.");
            move(patientCase, "hold", Map.of(
                    "reason", "prescriber-request", "until", HELD_UNTIL, "note", "The order ended on " + prescription.text("expiresOn") + "."));
            pharmacy.diary.tell("%s: the order has ended; held until it is renewed", referral);
            return;
        }
        api.post("put a call down on " + referral, "/v1/cases/" + referral.caseId + "/contact-attempts", Map.of(
                "channel", "phone", "result", "reached", "note", "Wants the next fill; at home all week."));
        pharmacy.diary.count("refill calls");
        ask(referral, "fulfilment", "The patient was called and wants the next fill: queue it.");
    }

    private void call(Referral referral, String note) {
        api.post("put down the adherence call of " + referral, "/v1/cases/" + referral.caseId + "/adherence-calls", Map.of(
                "channel", "phone", "template", "adherence", "answers", Knowledge.answers("adherence"), "note", note));
        pharmacy.diary.count("adherence calls");
    }

    private void ask(Referral referral, String queue, String note) {
        api.post("open a task on " + referral, "/v1/tasks", Map.of(
                "patient", referral.patient, "patientCase", referral.caseNumber, "type", "other",
                "queue", queue, "priority", "normal", "note", note));
    }
}
