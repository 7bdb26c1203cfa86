package dev.firstfill.dispensing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.firstfill.kernel.OneLine;
import dev.firstfill.patients.Address;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a dispense is to reach the patient, agreed with the patient before a pharmacist verifies it.
 *
 * @param address one of the patient's, as the patient confirmed it
 * @param arrivesOn the last day on which the carrier promises to deliver
 * @param coldPack needed for whatever is not kept at room temperature
 */
@Schema(description = "How a dispense is to reach the patient, as it was agreed with the patient.")
public record ShippingPlan(
        @NotNull @Valid Address address,

        @NotBlank @OneLine @Size(max = 40) @Schema(examples = "UPS")
        String carrier,

        @NotBlank @OneLine @Size(max = 60) @Schema(examples = "Next Day Air Early")
        String service,

        @NotNull LocalDate shipOn,
        @NotNull LocalDate arrivesOn,

        @Schema(description = "Whether the carrier delivers on Saturdays under this service.")
        boolean saturdayDelivery,

        @NotNull Signature signature,
        @Valid @Nullable ColdPack coldPack) {

    /** Days from door to door that no service of any carrier takes within the United States. */
    private static final int TRANSIT_DAYS_MAX = 14;

    /** Whether somebody signs for the box, and whether the patient agreed to how that is done. */
    @Schema(name = "DeliverySignature")
    public enum Signature {
        /** Somebody at the address signs; the patient agreed. */
        @JsonProperty("consented")
        CONSENTED,
        /** The patient asked that the box be left without one. */
        @JsonProperty("waived")
        WAIVED,
        /** Nobody has asked the patient yet. */
        @JsonProperty("not-asked")
        NOT_ASKED
    }

    @AssertTrue(message = "arrivesOn must not be before shipOn, nor more than 14 days after it")
    boolean isTransitPlausible() {
        return shipOn == null
                || arrivesOn == null
                || (!arrivesOn.isBefore(shipOn) && !arrivesOn.isAfter(shipOn.plusDays(TRANSIT_DAYS_MAX)));
    }

    @Override
    public String toString() {
        return "ShippingPlan[hidden]";
    }
}
