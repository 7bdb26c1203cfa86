package dev.firstfill.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody tried to reach the patient. */
public record ContactAttempt(Instant at, Channel channel, Result result) {

    @Schema(name = "ContactChannel", description = "How the patient was to be reached.")
    public enum Channel {
        @JsonProperty("phone")
        PHONE,
        @JsonProperty("text-message")
        TEXT_MESSAGE,
        @JsonProperty("email")
        EMAIL,
        @JsonProperty("portal")
        PORTAL,
        @JsonProperty("letter")
        LETTER
    }

    @Schema(name = "ContactResult", description = "What came of it.")
    public enum Result {
        @JsonProperty("reached")
        REACHED,
        @JsonProperty("no-answer")
        NO_ANSWER,
        @JsonProperty("voicemail")
        VOICEMAIL,
        @JsonProperty("wrong-number")
        WRONG_NUMBER,
        @JsonProperty("declined")
        DECLINED,
        /** Of a letter or message: nobody knows yet. */
        @JsonProperty("sent")
        SENT;

        boolean isReached() {
            return this == REACHED || this == DECLINED;
        }
    }
}
