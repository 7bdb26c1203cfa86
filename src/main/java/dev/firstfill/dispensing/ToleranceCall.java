package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the patient said of the first part of a split fill, before the rest is sent. */
@Schema(description = "What the patient said of the first part of a split fill, before the rest is sent.")
public record ToleranceCall(
        @NotNull Outcome outcome, @NotNull LocalDate calledOn) {

    /** Whether the patient goes on with the drug. */
    @Schema(name = "ToleranceOutcome")
    public enum Outcome {
        @JsonProperty("tolerated")
        TOLERATED,
        /** The rest is not sent, and only what was supplied may be billed. */
        @JsonProperty("stopped")
        STOPPED
    }
}
