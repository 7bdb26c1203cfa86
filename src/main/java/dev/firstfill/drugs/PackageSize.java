package dev.firstfill.drugs;

import com.fasterxml.jackson.annotation.JsonProperty;
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

    /** More digits than any package has; beyond it, plain notation could fill the memory: 1e999999999 is short. */
    private static final int PLAIN_ZEROS_MAX = 6;

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
        quantity = quantity == null ? null : withoutIdleZeros(quantity);
    }

    /** 60, whether 60, 60.00 or 6e1 was written: equal sizes are equal, and read alike. */
    private static BigDecimal withoutIdleZeros(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        boolean hasExponent = stripped.scale() < 0 && stripped.scale() >= -PLAIN_ZEROS_MAX;
        return hasExponent ? stripped.setScale(0) : stripped;
    }
}
