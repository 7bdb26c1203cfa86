package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.kernel.Lists;
import dev.firstfill.kernel.OneLine;
import dev.firstfill.prescribing.PastFill;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dispense of another system: a whole fill, over and done with.
 *
 * @param prescription by whatever the caller knows it
 * @param quantity in units of the drug's package
 */
@Schema(description = "A dispense of another system: a whole fill, over and done with.")
public record PastDispense(
        @NotBlank @OneLine @Size(max = 36) @Schema(description = "The prescription's key in the other system.")
        String prescription,

        @NotNull @Min(0) @Max(99) @Schema(description = "0 is the original fill, 1 the first refill.")
        Integer fillNumber,

        @NotNull @Positive @DecimalMax("999999.999") @Digits(integer = 6, fraction = 3)
        BigDecimal quantity,

        @NotNull @Min(1) @Max(365) Integer daysSupply,
        @NotNull LocalDate filledOn,

        @Nullable @Schema(description = "When it left; given when it is shipped or delivered.")
        Instant shippedAt,

        @Nullable @Schema(description = "When the patient had it; given when it is delivered.")
        Instant deliveredAt,

        @NotNull State state,
        @Size(min = 1, max = 20) List<@Valid @NotNull PastLot> lots,
        @Valid @Nullable Shipment shipment,

        @Nullable @OneLine @Size(max = 1000) @Schema(description = "Kept sealed.")
        String note) {

    /** How it ended, or where it is. */
    @Schema(name = "PastDispenseState", description = "Where the other system left it.")
    public enum State {
        @JsonProperty("shipped")
        SHIPPED,
        @JsonProperty("delivered")
        DELIVERED,
        @JsonProperty("reversed")
        REVERSED
    }

    @SuppressWarnings("NullAway")
    public PastDispense {
        lots = Lists.kept(lots);
    }

    @AssertTrue(
            message = "shippedAt must be given when state is shipped or delivered, deliveredAt when it is delivered")
    boolean isDatedAsItsState() {
        if (state == null || state == State.REVERSED) {
            return true;
        }
        return shippedAt != null && (state == State.DELIVERED) == (deliveredAt != null);
    }

    PastFill fill() {
        return new PastFill(fillNumber, quantity, daysSupply, filledOn, state == State.REVERSED);
    }

    /** Whether it can be true by itself. */
    void mustBePossible(Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        if (filledOn.isAfter(today) || isAfter(shippedAt, now) || isAfter(deliveredAt, now)) {
            throw new DispensingRefusals.PastDispenseInFuture();
        }
        boolean leftBeforeFilled =
                shippedAt != null && LocalDate.ofInstant(shippedAt, zone).isBefore(filledOn);
        if (leftBeforeFilled
                || shippedAt != null && isAfter(shippedAt, deliveredAt)
                || shippedAt == null && deliveredAt != null) {
            throw new DispensingRefusals.PastDispenseOutOfOrder();
        }
        if (lots.stream().anyMatch(lot -> lot.expiresOn().isBefore(filledOn))) {
            throw new DispensingRefusals.PastLotExpired();
        }
        var held = lots.stream().map(PastLot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (held.compareTo(quantity) != 0) {
            throw new DispensingRefusals.PastLotsDoNotAddUp();
        }
    }

    private static boolean isAfter(@Nullable Instant one, @Nullable Instant other) {
        return one != null && other != null && one.isAfter(other);
    }

    @Override
    public String toString() {
        return "PastDispense[hidden]";
    }
}
