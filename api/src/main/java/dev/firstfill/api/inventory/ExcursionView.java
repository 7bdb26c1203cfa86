package dev.firstfill.api.inventory;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.inventory.AffectedLot;
import dev.firstfill.inventory.Disposition;
import dev.firstfill.inventory.Excursion;
import dev.firstfill.inventory.TemperatureReading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An excursion as the front end reads one. */
@Schema(name = "Excursion", description = "A time in which stock was too warm or too cold.")
public record ExcursionView(
        UUID id,

        @Schema(description = "The stock location's id.") UUID location,

        Instant begunAt,
        Instant endedAt,
        List<TemperatureReading> readings,

        @Schema(examples = "8.42", description = "Mean kinetic temperature in degrees Celsius (USP 1079.2).")
        BigDecimal meanKineticCelsius,

        List<Affected> lots,

        @Schema(description = "Whether a lot still waits for a pharmacist's decision.")
        boolean open,

        @Nullable String note,
        ColleagueView reportedBy,
        Instant reportedAt) {

    /** A lot that was too warm or too cold. */
    @Schema(name = "AffectedLot", description = "A lot that was too warm or too cold.")
    public record Affected(
            @Schema(description = "The stock lot's id.") UUID lot,

            @Schema(examples = "10", description = "That lay there.")
            BigDecimal quantity,

            @Nullable @Schema(description = "Absent as long as no pharmacist has decided.")
            Disposition decision,

            @Nullable ColleagueView decidedBy,
            @Nullable Instant decidedAt) {
        static Affected of(AffectedLot lot) {
            var by = lot.decidedBy();
            return new Affected(
                    lot.lot(),
                    lot.quantity(),
                    lot.decision(),
                    by == null ? null : ColleagueView.of(by),
                    lot.decidedAt());
        }
    }

    static ExcursionView of(Excursion excursion) {
        return new ExcursionView(
                excursion.id().value(),
                excursion.location().value(),
                excursion.begunAt(),
                excursion.endedAt(),
                excursion.readings(),
                excursion.meanKinetic(),
                excursion.lots().stream().map(Affected::of).toList(),
                excursion.isOpen(),
                excursion.note(),
                ColleagueView.of(excursion.reportedBy()),
                excursion.reportedAt());
    }

    @Override
    public String toString() {
        return "ExcursionView[hidden]";
    }
}
