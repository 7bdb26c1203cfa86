import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** One bundle of {@code examples/referrals}, when it is sent, and what became of it. */
final class Referral {
    final String number;
    final Instant sentAt;
    final Trait trait;
    final String document;
    final JsonNode bundle;

    /** Of the first coverage; what a supplement says, when there is none. */
    String memberId;

    String state = "";
    String id = "";
    String caseId = "";
    String caseNumber = "";
    String patient = "";
    String authorisation = "";

    /** The latest. */
    String dispense = "";

    /** When those who were asked have answered; null as long as nobody was. */
    Instant answeredAt;

    boolean shipped;
    boolean toldOfConcern;
    boolean boxWasLost;
    boolean refillAsked;
    int attempts;

    Referral(Path folder, String number, Instant sentAt, Trait trait) {
        this.number = number;
        this.sentAt = sentAt;
        this.trait = trait;
        try {
            document = Files.readString(folder.resolve("referral-" + number + ".json"));
            bundle = Api.JSON.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        memberId = found("Coverage").path("subscriberId").asText("");
    }

    private JsonNode found(String type) {
        for (var entry : bundle.path("entry")) {
            if (entry.path("resource").path("resourceType").asText().equals(type)) {
                return entry.path("resource");
            }
        }
        return Api.JSON.missingNode();
    }

    String drug() {
        return found("MedicationRequest").path("medicationCodeableConcept").path("coding").path(0).path("code").asText();
    }

    String payer() {
        return found("Coverage").path("payor").path(0).path("display").asText("");
    }

    JsonNode address() {
        return found("Patient").path("address").path(0);
    }

    String patientName() {
        return found("Patient").path("name").path(0).path("family").asText();
    }

    @Override
    public String toString() {
        return caseNumber.isEmpty() ? "referral " + number : caseNumber;
    }
}
