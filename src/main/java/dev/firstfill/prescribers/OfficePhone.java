package dev.firstfill.prescribers;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.identifiers.PhoneNumber;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A number under which an office is reached. */
@Schema(description = "A number under which an office is reached.")
public record OfficePhone(@NotNull Use use, @NotNull PhoneNumber number) {

    /** Who or what answers there. */
    @Schema(name = "OfficePhoneUse")
    public enum Use {
        @JsonProperty("main")
        MAIN,
        @JsonProperty("fax")
        FAX,
        @JsonProperty("nurse-line")
        NURSE_LINE
    }
}
