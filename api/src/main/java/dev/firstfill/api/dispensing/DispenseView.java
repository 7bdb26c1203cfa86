package dev.firstfill.api.dispensing;

import dev.firstfill.dispensing.ClaimExemption;
import dev.firstfill.dispensing.CopaySettlement;
import dev.firstfill.dispensing.Dispense;
import dev.firstfill.dispensing.DispenseId;
import dev.firstfill.dispensing.DispensePart;
import dev.firstfill.dispensing.DispenseState;
import dev.firstfill.dispensing.RemsAuthorisation;
import dev.firstfill.dispensing.Shipment;
import dev.firstfill.dispensing.ShippingPlan;
import dev.firstfill.dispensing.ToleranceCall;
import dev.firstfill.kernel.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dispense as the front end reads one. */
@Schema(name = "Dispense", description = "What left the pharmacy, or is on its way out.")
public record DispenseView(
        UUID id,

        @Schema(examples = "D1001", description = "The number on the label; accepted wherever an id is.")
        String number,

        UUID prescription,
        UUID patient,
        UUID drug,

        @Schema(examples = "0", description = "0 is the original fill; both parts of a split fill have one number.")
        int fillNumber,

        DispensePart part,

        @Nullable @Schema(description = "Of a completion: the partial fill of which it is the rest.")
        DispenseId completes,

        DispenseState state,

        @Schema(examples = "2", description = "In units of the drug's package.")
        BigDecimal quantity,

        @Schema(examples = "28") int daysSupply,

        @Schema(examples = "2", description = "What the payer is asked to pay for, in units of the drug's package.")
        BigDecimal billedQuantity,

        @Nullable LocalDate completionDueOn,

        ToleranceCall.@Nullable Outcome tolerance,
        LocalDate neededOn,
        @Nullable LocalDate filledOn,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant returnedAt,

        @Schema(description = "What was set aside or has left, by lot.")
        List<DispenseLotView> lots,

        @Nullable ShippingPlan shippingPlan,
        @Nullable RemsAuthorisation remsAuthorisation,
        @Nullable CopaySettlement copaySettlement,
        @Nullable ClaimExemption claimExemption,
        List<GateOverrideView> gateOverrides,
        @Nullable Shipment shipment,
        Instant createdAt,
        Instant updatedAt) {

    static DispenseView of(Dispense dispense) {
        var record = dispense.record();
        return new DispenseView(
                dispense.id().value(),
                dispense.number().toString(),
                dispense.prescription().value(),
                dispense.patient().value(),
                dispense.drug().value(),
                dispense.fillNumber(),
                dispense.part(),
                dispense.completes(),
                dispense.state(),
                Decimals.plain(dispense.quantity()),
                dispense.daysSupply(),
                Decimals.plain(dispense.billedQuantity()),
                dispense.completionDueOn(),
                dispense.tolerance(),
                dispense.neededOn(),
                dispense.filledOn(),
                dispense.shippedAt(),
                dispense.deliveredAt(),
                dispense.returnedAt(),
                dispense.lots().stream().map(DispenseLotView::of).toList(),
                record.plan(),
                record.rems(),
                record.copay(),
                record.exemption(),
                record.overrides().stream().map(GateOverrideView::of).toList(),
                record.shipment(),
                dispense.createdAt(),
                dispense.updatedAt());
    }

    @Override
    public String toString() {
        return "DispenseView[" + number + "]";
    }
}
