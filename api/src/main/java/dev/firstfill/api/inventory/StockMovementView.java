package dev.firstfill.api.inventory;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.inventory.Movement;
import dev.firstfill.inventory.MovementKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a lot's book. */
@Schema(name = "StockMovement", description = "What happened to a lot; quantities in units of the drug's package.")
public record StockMovementView(
        UUID id,
        MovementKind kind,

        @Schema(examples = "2", description = "Of which it speaks.")
        BigDecimal quantity,

        @Schema(examples = "-2") BigDecimal onHandChange,
        @Schema(examples = "-2") BigDecimal reservedChange,

        @Schema(examples = "8", description = "Afterwards.") BigDecimal onHand,

        @Schema(examples = "0", description = "Afterwards.") BigDecimal reserved,

        @Nullable @Schema(description = "The id of the dispense for which it happened.")
        UUID dispense,

        @Nullable @Schema(description = "The lot it came from or went to.")
        UUID otherLot,

        @Nullable @Schema(examples = "DAMAGED", description = "Why, in one word of a closed list.")
        String reasonCode,

        @Nullable @Schema(description = "Why, in words.") String reason,

        @Nullable @Schema(examples = "TI-2026-000481", description = "To a paper outside.")
        String reference,

        ColleagueView by,
        Instant at) {
    static StockMovementView of(Movement movement) {
        return new StockMovementView(
                movement.id(),
                movement.kind(),
                movement.quantity(),
                movement.onHandChange(),
                movement.reservedChange(),
                movement.onHand(),
                movement.reserved(),
                movement.dispense(),
                movement.otherLot(),
                movement.reasonCode(),
                movement.reason(),
                movement.reference(),
                ColleagueView.of(movement.by()),
                movement.at());
    }

    @Override
    public String toString() {
        return "StockMovementView[hidden]";
    }
}
