import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The clinical pharmacist: calls patients, verifies their orders, and signs what they said. */
final class Clinical extends Worker {
    /** How an unreachable patient is tried: a day's wait between two, so that the first and last are three days apart. */
    private static final List<String> CHANNELS = List.of("phone", "text-message", "phone", "letter");

    private static final Duration A_LETTER_TAKES = Duration.ofDays(4);

    Clinical(Pharmacy pharmacy) {
        super(pharmacy, Pharmacy.CLINICAL_PHARMACIST, "clinical");
    }

    @Override
    Later work(Referral referral, Api.Answer patientCase, JsonNode task) {
        return switch (patientCase.text("status")) {
            case "pa-approved" -> {
                move(patientCase, "schedule-welcome-call", Map.of());
                yield null;
            }
            case "welcome-call-pending" -> call(referral, patientCase);
            case "clinical-intervention" -> resolve(referral, patientCase);
            case "patient-unreachable" -> giveUp(referral, patientCase);
            default -> null;
        };
    }

    private Later call(Referral referral, Api.Answer patientCase) {
        if (referral.trait == Trait.UNREACHABLE) {
            return tryInVain(referral, patientCase);
        }
        if (referral.trait == Trait.VOICEMAIL && referral.attempts++ == 0) {
            attempt(referral, "phone", "voicemail", "Left the number of the pharmacy, nothing else.");
            return tomorrow("The patient was asked to call back.");
        }
        attempt(referral, "phone", "reached", "Knows what the drug is for; will be at home for the box.");
        if (referral.trait == Trait.CONCERN && !referral.toldOfConcern) {
            referral.toldOfConcern = true;
            var now = caseOf(referral);
            move(now, "intervene", Map.of("note", "Takes an iron tablet that the practice does not know of."));
            pharmacy.diary.tell("%s: the call raises a question; the prescriber is asked first", referral);
            return null;
        }
        confirmAddress(referral);
        verify(referral, patientCase);
        sign(referral, patientCase);
        return null;
    }

    /** Some referrals have a postal code of zeros, and so no address that a carrier takes. */
    private void confirmAddress(Referral referral) {
        var patient = api.get("read the patient of " + referral, "/v1/patients/" + referral.patient);
        if (patient.body().path("addresses").isEmpty()) {
            api.patch(
                    "write down the address of " + referral,
                    "/v1/patients/" + referral.patient,
                    patient,
                    Map.of("addresses", List.of(Knowledge.address(referral))));
        }
    }

    /** The order as the prescriber confirmed it, and that the prescriber may give it. */
    private void verify(Referral referral, Api.Answer patientCase) {
        var prescriber = api.get("read the prescriber of " + referral, "/v1/prescribers/" + patientCase.text("prescriber"));
        if (prescriber.body().path("licences").isEmpty()) {
            var licence = Map.of("state", "MA", "number", "MD" + prescriber.text("npi").substring(4), "expiresOn", "2028-06-30");
            api.patch(
                    "record the licence of the prescriber of " + referral,
                    "/v1/prescribers/" + prescriber.id(),
                    prescriber,
                    Map.of("licences", List.of(licence)));
        }
        var draft = prescriptionOf(patientCase);
        if (draft.text("state").equals("draft")) {
            var path = "/v1/prescriptions/" + draft.id();
            var clear = api.patch(
                    "write down the directions of " + referral, path, draft, Map.of("sig", Knowledge.sig(referral)));
            api.postTo(clear, "activate the prescription of " + referral, path + "/activation");
        }
    }

    private void sign(Referral referral, Api.Answer patientCase) {
        var codes = prescriptionOf(patientCase).body().path("icd10Codes");
        var template = Knowledge.template(codes.path(0).asText());
        var draft = api.post("begin the assessment of " + referral, "/v1/assessments", Map.of(
                "patient", patientCase.text("patient"), "template", template, "answers", Knowledge.answers(template)));
        api.postTo(draft, "sign the assessment of " + referral, "/v1/assessments/" + draft.id() + "/signature");
        var cleared = caseOf(referral).text("status");
        if (!cleared.equals("clinically-cleared")) {
            throw new DemoFailure("%s should be cleared by the signed assessment, and is %s".formatted(referral, cleared));
        }
        pharmacy.diary.count("welcome calls");
    }

    private Later tryInVain(Referral referral, Api.Answer patientCase) {
        var channel = CHANNELS.get(referral.attempts);
        var result = channel.equals("phone") ? "no-answer" : "sent";
        attempt(referral, channel, result, null);
        referral.attempts++;
        pharmacy.diary.tell("%s: tried by %s, in vain", referral, channel);
        if (referral.attempts < CHANNELS.size()) {
            return tomorrow("Nobody answered.");
        }
        move(caseOf(referral), "lose-contact", Map.of());
        return null;
    }

    private Later giveUp(Referral referral, Api.Answer patientCase) {
        if (referral.answeredAt == null) {
            referral.answeredAt = pharmacy.now().plus(A_LETTER_TAKES);
        }
        if (referral.answeredAt.isAfter(pharmacy.now())) {
            return new Later(referral.answeredAt, "The letter may still be answered.");
        }
        move(patientCase, "cancel", Map.of("reason", "unreachable", "note", "Four tries by three channels, the last one a letter."));
        pharmacy.diary.tell("%s: cancelled, since nobody was ever reached", referral);
        return null;
    }

    private Later resolve(Referral referral, Api.Answer patientCase) {
        if (referral.answeredAt == null) {
            referral.answeredAt = morningAfter(1);
        }
        if (referral.answeredAt.isAfter(pharmacy.now())) {
            return new Later(referral.answeredAt, "The prescriber was asked.");
        }
        referral.answeredAt = null;
        move(patientCase, "resolve-intervention", Map.of("note", "The prescriber knows now, and sees no reason to wait."));
        return null;
    }

    private void attempt(Referral referral, String channel, String result, String note) {
        var body = note == null
                ? Map.of("channel", channel, "result", result)
                : Map.of("channel", channel, "result", result, "note", note);
        api.post("put a call down on " + referral, "/v1/cases/" + referral.caseId + "/contact-attempts", body);
    }
}
