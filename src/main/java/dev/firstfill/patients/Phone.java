package dev.firstfill.patients;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.identifiers.PhoneNumber;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A number under which a patient, or somebody for the patient, can be reached. */
public record Phone(@NotNull Use use, @NotNull PhoneNumber number, boolean preferred) {

    /** What kind of line it is. */
    @Schema(name = "PhoneUse")
    public enum Use {
        @JsonProperty("mobile")
        MOBILE,
        @JsonProperty("home")
        HOME,
        @JsonProperty("work")
        WORK,
        @JsonProperty("caregiver")
        CAREGIVER
    }
}
