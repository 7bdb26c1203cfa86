package dev.firstfill.patients;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.identifiers.UsState;
import dev.firstfill.identifiers.ZipCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a person lives, works, is treated or wants parcels. Specialty drugs are shipped within the United States. */
public record Address(
        @NotNull Use use,
        @NotBlank @Size(max = 100) String line1,
        @Nullable @Size(max = 100) String line2,
        @NotBlank @Size(max = 60) String city,
        @NotNull UsState state,
        @NotNull ZipCode zip) {

    /** What the address is for. */
    @Schema(name = "AddressUse")
    public enum Use {
        @JsonProperty("home")
        HOME,
        @JsonProperty("shipping")
        SHIPPING,
        @JsonProperty("work")
        WORK,
        @JsonProperty("hospital")
        HOSPITAL
    }

    @Override
    public String toString() {
        return "Address[hidden]";
    }
}
