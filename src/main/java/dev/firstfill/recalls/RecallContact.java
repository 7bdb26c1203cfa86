package dev.firstfill.recalls;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.inventory.RecallId;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.patients.PatientId;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One try to tell somebody of a recall.
 *
 * @param patient whom it concerns, also when the prescriber was told
 * @param product what has become of the drug; unknown when nobody was reached
 * @param note in the caller's words; null when the patient was erased since, or nothing was written
 */
public record RecallContact(
        UUID id,
        RecallId recall,
        PatientId patient,
        Party party,
        Channel channel,
        Outcome outcome,
        Product product,
        @Nullable String note,
        Colleague by,
        Instant at) {

    /** Who was to be told. */
    @Schema(name = "RecallParty")
    public enum Party {
        @JsonProperty("patient")
        PATIENT,
        @JsonProperty("prescriber")
        PRESCRIBER
    }

    /** By what means. */
    @Schema(name = "RecallChannel")
    public enum Channel {
        @JsonProperty("phone")
        PHONE,
        @JsonProperty("letter")
        LETTER,
        @JsonProperty("e-mail")
        E_MAIL,
        @JsonProperty("fax")
        FAX,
        @JsonProperty("in-person")
        IN_PERSON
    }

    /** Whether they were told. */
    @Schema(name = "RecallOutcome")
    public enum Outcome {
        @JsonProperty("reached")
        REACHED,
        @JsonProperty("not-reached")
        NOT_REACHED
    }

    /** What has become of the drug. */
    @Schema(name = "RecalledProduct")
    public enum Product {
        @JsonProperty("unknown")
        UNKNOWN,
        /** The patient has it and was told not to use it. */
        @JsonProperty("in-hand")
        IN_HAND,
        @JsonProperty("used")
        USED,
        @JsonProperty("disposed-of")
        DISPOSED_OF,
        @JsonProperty("sent-back")
        SENT_BACK
    }

    @Override
    public String toString() {
        return "RecallContact[" + id + "]";
    }
}
