package dev.firstfill.patients;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.identifiers.PhoneNumber;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who cares for the patient together with the pharmacy.
 *
 * @param prescriber the prescriber of this pharmacy who it is, when it is one
 * @param relationship to the patient, for a caregiver: "daughter"
 */
public record CareTeamMember(
        @NotNull Role role,
        @NotBlank @Size(max = 160) String name,
        @Nullable UUID prescriber,
        @Nullable PhoneNumber phone,
        @Nullable @Size(max = 60) String relationship) {

    /** What this person is to the patient. */
    @Schema(name = "CareTeamRole")
    public enum Role {
        @JsonProperty("caregiver")
        CAREGIVER,
        @JsonProperty("prescriber")
        PRESCRIBER,
        @JsonProperty("specialist")
        SPECIALIST,
        @JsonProperty("nurse")
        NURSE,
        @JsonProperty("social-worker")
        SOCIAL_WORKER
    }

    @Override
    public String toString() {
        return "CareTeamMember[hidden]";
    }
}
