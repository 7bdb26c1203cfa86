package dev.firstfill.api.dispensing;

import dev.firstfill.api.security.ColleagueView;
import dev.firstfill.dispensing.Gate;
import dev.firstfill.dispensing.GateOverride;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody's decision that a gate does not hold a dispense up. */
@Schema(name = "GateOverride", description = "Somebody's decision that a gate does not hold a dispense up.")
public record GateOverrideView(
        Gate gate, GateOverride.Reason reason, @Nullable String note, ColleagueView by, Instant at) {
    static GateOverrideView of(GateOverride override) {
        return new GateOverrideView(
                override.gate(), override.reason(), override.note(), ColleagueView.of(override.by()), override.at());
    }

    @Override
    public String toString() {
        return "GateOverrideView[" + gate + "]";
    }
}
