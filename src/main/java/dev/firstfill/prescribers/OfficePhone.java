package dev.firstfill.prescribers;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.identifiers.PhoneNumber;
import jakarta.validation.constraints.NotNull;

/** A number under which an office is reached. */
public record OfficePhone(@NotNull Use use, @NotNull PhoneNumber number) {

    /** Who or what answers there. */
    public enum Use {
        @JsonProperty("main")
        MAIN,
        @JsonProperty("fax")
        FAX,
        @JsonProperty("nurse-line")
        NURSE_LINE
    }
}
