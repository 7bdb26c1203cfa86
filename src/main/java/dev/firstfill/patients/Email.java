package dev.firstfill.patients;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.identifiers.EmailAddress;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An e-mail address of the patient. */
public record Email(@NotNull Use use, @NotNull EmailAddress address) {

    /** Whose mailbox it is. */
    @Schema(name = "EmailUse")
    public enum Use {
        @JsonProperty("personal")
        PERSONAL,
        @JsonProperty("work")
        WORK,
        @JsonProperty("caregiver")
        CAREGIVER
    }
}
