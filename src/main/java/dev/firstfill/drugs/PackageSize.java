package dev.firstfill.drugs;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.kernel.Decimals;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much is in one package: 2 mL, 60 tablets. */
@Schema(description = "How much is in one package.")
public record PackageSize(
        // The largest number is said twice, because @Digits miscounts the digits of 1e2147483647.
        @NotNull @Positive @DecimalMax("999999.999") @Digits(integer = 6, fraction = 3) @Schema(examples = "2.5")
        BigDecimal quantity,

        @NotNull Unit unit) {

    /** What a package is counted or measured in. */
    @Schema(name = "PackageUnit")
    public enum Unit {
        @JsonProperty("tablet")
        TABLET,
        @JsonProperty("capsule")
        CAPSULE,
        @JsonProperty("mL")
        MILLILITRE,
        @JsonProperty("g")
        GRAM,
        @JsonProperty("vial")
        VIAL,
        @JsonProperty("syringe")
        SYRINGE,
        @JsonProperty("pen")
        PEN,
        @JsonProperty("inhaler")
        INHALER,
        @JsonProperty("patch")
        PATCH,
        @JsonProperty("packet")
        PACKET,
        @JsonProperty("kit")
        KIT,
        @JsonProperty("each")
        EACH
    }

    @SuppressWarnings("NullAway")
    public PackageSize {
        quantity = Decimals.plain(quantity);
    }
}
