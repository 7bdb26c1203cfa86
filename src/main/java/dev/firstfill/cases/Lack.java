package dev.firstfill.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.clocks.Party;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a move still lacks, whose it is to bring, and what to do. */
@Schema(name = "CaseLack", description = "What a move still lacks.")
public record Lack(
        Code code,
        @Schema(description = "Whose it is to bring.") Party from,
        @Schema(description = "What to do.") String remedy) {

    @Schema(name = "CaseLackCode", description = "What a move can lack.")
    public enum Code {
        @JsonProperty("information-missing")
        INFORMATION_MISSING,
        @JsonProperty("prescription-missing")
        PRESCRIPTION_MISSING,
        @JsonProperty("benefits-missing")
        BENEFITS_MISSING,
        @JsonProperty("authorisation-missing")
        AUTHORISATION_MISSING,
        @JsonProperty("funding-missing")
        FUNDING_MISSING,
        @JsonProperty("step-missing")
        STEP_MISSING,
        @JsonProperty("assessment-missing")
        ASSESSMENT_MISSING,
        @JsonProperty("contact-attempts-missing")
        CONTACT_ATTEMPTS_MISSING,
        @JsonProperty("first-fill-shipped")
        FIRST_FILL_SHIPPED,
        @JsonProperty("first-fill-missing")
        FIRST_FILL_MISSING;

        public String wireName() {
            return WireName.of(this);
        }
    }
}
