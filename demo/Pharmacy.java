import com.fasterxml.jackson.databind.JsonNode;
import dev.firstfill.local.Tokens;
import dev.firstfill.local.example.ExamplePharmacy;
import dev.firstfill.local.example.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One of the two pharmacies: its people's desks, its clock, and the referrals that came. */
final class Pharmacy {
    static final String INTAKE = "intake-coordinator";
    static final String INVESTIGATOR = "benefits-investigator";
    static final String PA_SPECIALIST = "pa-specialist";
    static final String NAVIGATOR = "financial-navigator";
    static final String CLINICAL_PHARMACIST = "clinical-pharmacist";
    static final String DISPENSING_PHARMACIST = "dispensing-pharmacist";
    static final String TECHNICIAN = "fulfilment-technician";
    static final String NURSE = "adherence-nurse";
    static final String BILLER = "biller";
    static final String MANAGER = "pharmacy-manager";

    final ExamplePharmacy example;
    final List<Referral> post;
    final Diary diary = new Diary(this);

    private final String api;
    private final String payer;
    private final Tokens tokens;
    private final Map<String, Api> desks = new LinkedHashMap<>();
    private final Map<String, Referral> byCase = new LinkedHashMap<>();
    private Instant now = Instant.EPOCH;

    Pharmacy(ExamplePharmacy example, String api, String payer, Tokens tokens, List<Referral> post) {
        this.example = example;
        this.api = api;
        this.payer = payer;
        this.tokens = tokens;
        this.post = new ArrayList<>(post);
    }

    String name() {
        return Character.toUpperCase(example.slug().charAt(0)) + example.slug().substring(1);
    }

    /** The API as whoever has the role there calls it, with a token of their own. */
    Api as(String role) {
        var username = example.usernameOf(role);
        return desks.computeIfAbsent(
                role, asked -> new Api(api, username, () -> tokens.ofPerson(username, Person.PASSWORD)));
    }

    /** The API as the prescribers' record system calls it. */
    Api asRecordSystem() {
        var client = example.referralClient();
        return desks.computeIfAbsent(
                "integration-client", asked -> new Api(api, client, () -> tokens.ofClient(client, Person.PASSWORD)));
    }

    /** The payer of bin/dev, which is told how to meet a member. */
    Api payer() {
        return desks.computeIfAbsent("payer", asked -> new Api(payer.replaceFirst("/claims$", ""), "the demo", () -> ""));
    }

    /** Sets the test clock; what falls due on the way happens first. */
    void moveTo(Instant target) {
        Api.Answer clock;
        do {
            clock = as(MANAGER).put("set " + name() + "'s clock to " + target, "/v1/sandbox/clock", Map.of("now", target.toString()));
        } while (clock.body().hasNonNull("advancingTo"));
        now = target;
    }

    Instant now() {
        return now;
    }

    ZonedDateTime localNow() {
        return now.atZone(Plan.ZONE);
    }

    LocalDate today() {
        return localNow().toLocalDate();
    }

    void opened(Referral referral, String caseId) {
        referral.caseId = caseId;
        byCase.put(caseId, referral);
    }

    /** The referral that began the case. */
    Referral of(JsonNode task) {
        var referral = byCase.get(task.path("patientCase").asText());
        if (referral == null) {
            throw new DemoFailure("No referral of the demo began the case of " + task.toPrettyString());
        }
        return referral;
    }

    List<Referral> cases() {
        return List.copyOf(byCase.values());
    }

    long shipped() {
        return byCase.values().stream().filter(referral -> referral.shipped).count();
    }
}
