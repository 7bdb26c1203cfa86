package dev.firstfill.api.dispensing;

import dev.firstfill.dispensing.ClosedGate;
import dev.firstfill.dispensing.Gate;
import dev.firstfill.dispensing.OverrideRight;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What would stop a dispense today. */
@Schema(description = "What would stop a dispense today; nothing when there is no gate in it that is not overridden.")
public record ClosedGates(List<Item> items) {

    /** One gate that is closed. */
    @Schema(name = "ClosedGate", description = "A gate that is closed, with what to do about it.")
    public record Item(
            Gate gate,

            @Schema(examples = "No claim was submitted for the fill.")
            String fact,

            @Schema(examples = "Submit the claim, or document why none is needed.")
            String remedy,

            @Schema(description = "Who may decide that it does not hold the dispense up.")
            OverrideRight override,

            @Schema(description = "Whether somebody has decided so.")
            boolean overridden) {
        static Item of(ClosedGate gate) {
            return new Item(gate.gate(), gate.fact(), gate.remedy(), gate.gate().override(), gate.overridden());
        }
    }

    static ClosedGates of(List<ClosedGate> gates) {
        return new ClosedGates(gates.stream().map(Item::of).toList());
    }
}
