package dev.firstfill.api.dispensing;

import dev.firstfill.dispensing.ColdPack;
import dev.firstfill.dispensing.Label;
import dev.firstfill.drugs.PackageSize;
import dev.firstfill.drugs.Storage;
import dev.firstfill.kernel.Decimals;
import dev.firstfill.patients.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is printed for a dispense. */
@Schema(name = "DispenseLabel", description = "What stands on the box, and what whoever packs it needs.")
public record LabelView(
        @Schema(examples = "D1001") String number,

        @Schema(examples = "RX1001") String prescription,

        @Schema(examples = "0") int fillNumber,
        @Schema(examples = "5") int refillsRemaining,

        @Schema(examples = "Marisol Vega") String patient,

        @Schema(examples = "Priya Anand") String prescriber,

        @Schema(examples = "Adalimumab Pen") String drug,

        @Schema(examples = "40 mg/0.4 mL") String strength,

        @Schema(examples = "auto-injector") String dosageForm,

        @Schema(examples = "Helix Therapeutics") String manufacturer,

        @Schema(examples = "Inject 40 mg under the skin every other week.")
        String directions,

        @Schema(examples = "2") BigDecimal quantity,
        PackageSize.Unit unit,
        @Schema(examples = "28") int daysSupply,
        @Nullable LocalDate filledOn,

        @Nullable @Schema(description = "The earliest expiry among its lots.")
        LocalDate discardAfter,

        List<DispenseLotView> lots,
        Storage storage,
        @Nullable ColdPack coldPack,
        @Nullable Address shipTo) {
    static LabelView of(Label label) {
        return new LabelView(
                label.number().toString(),
                label.prescription(),
                label.fillNumber(),
                label.refillsRemaining(),
                label.patient(),
                label.prescriber(),
                label.drug(),
                label.strength(),
                label.dosageForm(),
                label.manufacturer(),
                label.directions(),
                Decimals.plain(label.quantity()),
                label.unit(),
                label.daysSupply(),
                label.filledOn(),
                label.discardAfter(),
                label.lots().stream().map(DispenseLotView::of).toList(),
                label.storage(),
                label.coldPack(),
                label.shipTo());
    }

    @Override
    public String toString() {
        return "LabelView[" + number + "]";
    }
}
