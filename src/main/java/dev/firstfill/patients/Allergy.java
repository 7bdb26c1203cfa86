package dev.firstfill.patients;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.identifiers.RxCui;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the patient must not be given, and what happened. */
public record Allergy(
        @NotBlank @Size(max = 120) String substance,
        @Nullable RxCui rxNorm,
        @Nullable @Size(max = 200) String reaction,
        @Nullable Severity severity) {

    /** How bad the reaction was. */
    @Schema(name = "AllergySeverity")
    public enum Severity {
        @JsonProperty("mild")
        MILD,
        @JsonProperty("moderate")
        MODERATE,
        @JsonProperty("severe")
        SEVERE
    }

    @Override
    public String toString() {
        return "Allergy[hidden]";
    }
}
