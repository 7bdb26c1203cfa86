import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes referrals on, and asks for what they lack. */
final class Intake extends Worker {
    private static final Duration A_PRACTICE_TAKES = Duration.ofHours(5);
    private static final Duration A_PATIENT_TAKES = Duration.ofHours(22);

    /** What a draft of the prescription cannot be made without. */
    private static final Set<String> NEEDED = Set.of("sig-missing", "days-supply-missing", "written-date-missing");

    Intake(Pharmacy pharmacy) {
        super(pharmacy, Pharmacy.INTAKE, "intake", "data-quality");
    }

    @Override
    Later work(Referral referral, Api.Answer patientCase, JsonNode task) {
        if (task.path("type").asText().equals("other")) {
            return askForRenewal(referral, patientCase, task);
        }
        return switch (patientCase.text("status")) {
            case "new-referral-intake" -> takeOn(referral, patientCase);
            case "awaiting-information" -> obtain(referral, patientCase);
            default -> null;
        };
    }

    private Later takeOn(Referral referral, Api.Answer patientCase) {
        var lacking = findings(referral).stream().filter(NEEDED::contains).toList();
        if (lacking.isEmpty()) {
            move(patientCase, "complete-intake", Map.of());
            pharmacy.diary.count("intakes");
        } else {
            move(patientCase, "request-information", Map.of(
                    "waitsFor", "prescriber", "information", lacking, "note", "Faxed to the practice, with our number."));
            referral.answeredAt = pharmacy.now().plus(A_PRACTICE_TAKES);
            pharmacy.diary.count("asked back");
        }
        return null;
    }

    private Later obtain(Referral referral, Api.Answer patientCase) {
        if (referral.answeredAt == null) {
            var patientIsAsked = patientCase.text("waitsFor").equals("patient");
            referral.answeredAt = pharmacy.now().plus(patientIsAsked ? A_PATIENT_TAKES : A_PRACTICE_TAKES);
        }
        if (referral.answeredAt.isAfter(pharmacy.now())) {
            return new Later(referral.answeredAt, "They were asked, and call back.");
        }
        var findings = findings(referral);
        var said = Knowledge.supplement(referral, findings);
        api.post("supplement " + referral, "/v1/referrals/" + referral.id + "/supplements", said);
        pharmacy.diary.tell("%s: %s supplied by those who were asked", referral, String.join(", ", said.keySet()));
        var now = caseOf(referral);
        if (now.text("status").equals("awaiting-information")) {
            move(now, "receive-information", Map.of());
        }
        referral.answeredAt = null;
        return null;
    }

    private List<String> findings(Referral referral) {
        var read = api.get("read " + referral, "/v1/referrals/" + referral.id);
        return Api.list(read.body().path("findings")).stream().map(finding -> finding.path("code").asText()).toList();
    }

    private Later askForRenewal(Referral referral, Api.Answer patientCase, JsonNode task) {
        api.post(
                "ask for a renewal of " + referral,
                "/v1/prescriptions/" + patientCase.text("prescription") + "/renewal-requests",
                Map.of("requestedBy", "patient", "note", "The order has ended; the patient goes on."));
        var seen = api.get("read a task", "/v1/tasks/" + task.path("id").asText());
        api.postTo(seen, "complete a task", "/v1/tasks/" + seen.id() + "/completion", Map.of("outcome", "done"));
        pharmacy.diary.tell("%s: the prescriber is asked for a renewal", referral);
        return null;
    }
}
